import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Column } from './shared-contract.ts';
import type { Manifest } from './version-contract.ts';

/** Equal content has an equal hash, whatever the order in which it was given or written. */
export function hashManifest(manifest: Manifest): { text: string; sha256: string } {
  const files = manifest.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const text = canonical({ ...manifest, files });
  return { text, sha256: hash('sha256', text, 'hex') };
}

/** Of names and types in their order: two versions with one fingerprint are read by the same code. */
export function fingerprintOf(columns: readonly Column[]): string {
  return hash('sha256', canonical(columns.map(({ name, type }) => ({ name, type }))), 'hex');
}

function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('a manifest is JSON');
  return text;
}
