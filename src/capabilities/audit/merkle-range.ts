import { hash } from 'node:crypto';

const leafPrefix = Buffer.of(0x00);
const nodePrefix = Buffer.of(0x01);
const sha256 = (...parts: Uint8Array[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');

/** RFC 6962 section 2.1: the prefixes keep a leaf from passing for a node. */
export const leafHash = (data: Uint8Array): Buffer => sha256(leafPrefix, data);
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(nodePrefix, left, right);

const bytesPerHash = 32;

/**
 * A Merkle tree (RFC 6962) of which only the perfect subtrees on its right edge are kept, largest first: one for each
 * 1 in the size, so that adding a leaf and taking the root cost O(log n).
 */
export class MerkleRange {
  #size: number;
  readonly #peaks: Buffer[];

  private constructor(size: number, peaks: Buffer[]) {
    this.#size = size;
    this.#peaks = peaks;
  }

  static empty(): MerkleRange {
    return new MerkleRange(0, []);
  }

  /** From what `toText` gave; throws where the text cannot belong to that size. */
  static fromText(size: number, text: string): MerkleRange {
    const bytes = Buffer.from(text, 'base64');
    const count = size.toString(2).replaceAll('0', '').length;
    if (bytes.length !== count * bytesPerHash)
      throw new Error(`A Merkle range of ${size} leaves has ${count} hashes; given are ${bytes.length} bytes.`);
    const peaks = Array.from({ length: count }, (_, index) =>
      bytes.subarray(index * bytesPerHash, (index + 1) * bytesPerHash),
    );
    return new MerkleRange(size, peaks);
  }

  get size(): number {
    return this.#size;
  }

  append(data: Uint8Array): void {
    let merged = leafHash(data);
    // Each trailing 1 of the size is a subtree as large as the one that grows here.
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = this.#peaks.pop();
      if (!left) throw new Error('a Merkle range lost a subtree');
      merged = nodeHash(left, merged);
    }
    this.#peaks.push(merged);
    this.#size += 1;
  }

  root(): Buffer {
    const last = this.#peaks.at(-1);
    if (!last) return sha256();
    return this.#peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
  }

  toText(): string {
    return Buffer.concat(this.#peaks).toString('base64');
  }
}
