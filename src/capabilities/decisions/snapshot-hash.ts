import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

export interface HashedSnapshot {
  /** canonical JSON (RFC 8785) */
  text: string;
  /** SHA-256 of its UTF-8 bytes, hexadecimal */
  hash: string;
}

/** Equal evidence has equal bytes, and so an equal hash, whatever the order in which its fields were written. */
export function hashSnapshot(snapshot: Readonly<Record<string, unknown>>): HashedSnapshot {
  const text = canonicalize(snapshot);
  if (text === undefined) throw new TypeError('a snapshot is a JSON object');
  return { text, hash: hash('sha256', text, 'hex') };
}
