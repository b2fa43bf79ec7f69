import { expect, test } from 'vitest';
import { fingerprintOf, hashManifest } from './manifest.ts';

const file = (path: string) => ({ path, size: 3, sha256: 'a'.repeat(64) });
const manifest = { files: [file('b.csv'), file('a.csv')], format: 'csv', schema: 'f' };

test('PF7 the same files in another order are the same version, by RFC 8785', () => {
  const { text, sha256 } = hashManifest(manifest);
  expect(hashManifest({ ...manifest, files: manifest.files.toReversed() }).sha256).toBe(sha256);
  expect(text).toBe(
    `{"files":[{"path":"a.csv","sha256":"${'a'.repeat(64)}","size":3},{"path":"b.csv","sha256":"${'a'.repeat(64)}","size":3}],"format":"csv","schema":"f"}`,
  );
});

test('PF7 another name, size, hash, format or schema is another version', () => {
  const { sha256 } = hashManifest(manifest);
  const others = [
    { ...manifest, format: 'parquet' },
    { ...manifest, schema: 'g' },
    { ...manifest, files: [file('a.csv')] },
    { ...manifest, files: [file('a.csv'), { ...file('b.csv'), size: 4 }] },
    { ...manifest, files: [file('a.csv'), { ...file('b.csv'), sha256: 'b'.repeat(64) }] },
    { ...manifest, files: [file('a.csv'), file('c.csv')] },
    { ...manifest, options: { decimal: ',' as const } },
  ];
  expect(new Set([sha256, ...others.map((other) => hashManifest(other).sha256)]).size).toBe(others.length + 1);
});

test('PF7 a schema is names and types in their order', () => {
  const columns = [
    { name: 'a', type: 'BIGINT' },
    { name: 'b', type: 'VARCHAR' },
  ];
  expect(fingerprintOf(columns)).toMatch(/^[0-9a-f]{64}$/);
  expect(fingerprintOf(columns.toReversed())).not.toBe(fingerprintOf(columns));
  expect(fingerprintOf([{ name: 'a', type: 'INTEGER' }, columns[1]!])).not.toBe(fingerprintOf(columns));
});
