import type { Anchor } from './thread-contract.ts';

/** An anchor as one word: in an address (`?talk=...`), as a key of drafts and of counts. */
export function anchorKey({ kind, id, field }: Anchor): string {
  return [kind, id, ...(field === null ? [] : [field])].join(':');
}
