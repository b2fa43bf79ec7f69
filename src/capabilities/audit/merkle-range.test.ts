import { hash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leafHash, MerkleRange, nodeHash } from './merkle-range.ts';

function rangeOf(leaves: readonly Uint8Array[]): MerkleRange {
  const range = MerkleRange.empty();
  for (const leaf of leaves) range.append(leaf);
  return range;
}

/** The definition of RFC 6962 section 2.1, word for word. */
function naiveRoot(leaves: readonly Uint8Array[]): Buffer {
  const [first] = leaves;
  if (!first) return hash('sha256', '', 'buffer');
  if (leaves.length === 1) return leafHash(first);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)));
}

// The leaves and roots with which implementations of Certificate Transparency test each other.
const known = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
test.each([
  [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
])('RM3 the Merkle root of the first %d known leaves is the published one', (count, root) => {
  const leaves = known.slice(0, count).map((hex) => Buffer.from(hex, 'hex'));
  expect(rangeOf(leaves).root().toString('hex')).toBe(root);
});

test('RM3 a compact range has the root of the whole tree, also when kept and taken up again', () => {
  const leaf = fc.uint8Array({ maxLength: 8 });
  const property = fc.property(
    fc.array(leaf, { maxLength: 70 }),
    fc.array(leaf, { maxLength: 70 }),
    (before, after) => {
      const kept = rangeOf(before);
      const range = MerkleRange.fromText(kept.size, kept.toText());
      for (const next of after) range.append(next);
      expect(range.size).toBe(before.length + after.length);
      expect(range.root()).toEqual(naiveRoot([...before, ...after]));
    },
  );
  fc.assert(property, { seed: 6962, numRuns: 300 });
});

test('RM3 a kept range that cannot belong to its size is refused', () => {
  const { size } = rangeOf([Buffer.of(1), Buffer.of(2), Buffer.of(3)]);
  expect(() => MerkleRange.fromText(size, '')).toThrow('A Merkle range of 3 leaves has 2 hashes; given are 0 bytes');
});
