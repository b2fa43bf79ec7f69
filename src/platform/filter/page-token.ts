import { filterErrors } from './errors.ts';

/** Where the next page begins, as clients hand it back. */
export const writePageToken = (offset: number): string => Buffer.from(JSON.stringify({ offset })).toString('base64');

/** 0 for no token. Throws `filter.bad_page_token`. */
export function readPageToken(token: string): number {
  if (token === '') return 0;
  try {
    const { offset } = JSON.parse(Buffer.from(token, 'base64').toString()) as { offset?: unknown };
    if (typeof offset === 'number' && Number.isSafeInteger(offset) && offset >= 0) return offset;
  } catch {
    // The sentence below says it.
  }
  throw filterErrors.badPageToken({ given: token });
}

export interface Page<Item> {
  items: readonly Item[];
  /** null: this is the last page */
  nextPageToken: string | null;
}

/** One more row than asked for says that there is a next page. Throws `filter.bad_page_size`. */
export function pageOf(asked: { pageToken: string; limit: number }, atMost: number): { offset: number; limit: number } {
  if (asked.limit < 1 || asked.limit > atMost) throw filterErrors.badPageSize({ given: asked.limit, limit: atMost });
  return { offset: readPageToken(asked.pageToken), limit: asked.limit };
}

export function pageFrom<Row, Item>(
  rows: readonly Row[],
  items: readonly Item[],
  { offset, limit }: { offset: number; limit: number },
): Page<Item> {
  return { items, nextPageToken: rows.length > limit ? writePageToken(offset + limit) : null };
}
