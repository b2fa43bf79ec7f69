import type { Readable } from 'node:stream';
import type { Sha256 } from './sha256.ts';

export interface BlobStat {
  size_bytes: number;
}

export interface PutOptions {
  /** more is refused, as soon as it arrives */
  limit_bytes: number;
  /** what the sender says it is; another content is refused */
  expected?: Sha256;
}

export interface StoredBlob extends BlobStat {
  sha256: Sha256;
  /** false: it was here already */
  isNew: boolean;
}

/** First and last byte, both included, as in HTTP. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Files by their content: the same bytes are kept once, and what a SHA-256 names never changes. Putting is idempotent,
 * so no store behind this needs conditional writes.
 */
export interface BlobStore {
  /** Takes a stream in one pass. What is answered is on the disk; of what failed, nothing is left. */
  put(content: Readable, options: PutOptions): Promise<StoredBlob>;
  /**
   * Puts, and then does what the bytes are for. Where that is refused nothing is left of what only this brought: bytes that
   * were here already, or that somebody else put meanwhile, stay.
   */
  putFor<T>(content: Readable, options: PutOptions, use: (stored: StoredBlob) => Promise<T>): Promise<T>;
  /** Throws `blob.not_found`. */
  get(sha256: Sha256, range?: ByteRange): Promise<Readable>;
  has(sha256: Sha256): Promise<boolean>;
  stat(sha256: Sha256): Promise<BlobStat | undefined>;
  /** Idempotent. Only the owner of the last reference calls this. */
  remove(sha256: Sha256): Promise<void>;
  /** A path that other programs on this machine may read, and never write. Throws `blob.not_found`. */
  localPath(sha256: Sha256): Promise<string>;
}
