import { trackingErrors } from './errors.ts';

/** Where the next page begins, as clients hand it back. */
export const writePageToken = (offset: number): string => Buffer.from(JSON.stringify({ offset })).toString('base64');

/** 0 for no token. Throws `tracking.bad_page_token`. */
export function readPageToken(token: string): number {
  if (token === '') return 0;
  try {
    const { offset } = JSON.parse(Buffer.from(token, 'base64').toString()) as { offset?: unknown };
    if (typeof offset === 'number' && Number.isSafeInteger(offset) && offset >= 0) return offset;
  } catch {
    // The sentence below says it.
  }
  throw trackingErrors.badPageToken({ given: token });
}
