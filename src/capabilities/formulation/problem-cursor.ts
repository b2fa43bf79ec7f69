import { z } from 'zod';
import { isStorableText } from '../../platform/endpoint/text-field.ts';
import { formulationErrors } from './errors.ts';
import type { ProblemSort } from './problem-contract.ts';

/** The last row of a page: where the next one goes on. */
export interface Cursor {
  value: string | number;
  id: string;
}

const cursorSchema = z.tuple([
  z.string(),
  z.union([z.number(), z.string().refine(isStorableText)]),
  z.string().refine(isStorableText),
]);

export function writeCursor(sort: ProblemSort, { value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');
}

/** Throws 400 on anything but a cursor that was given out for the same order. */
export function readCursor(text: string, sort: ProblemSort): Cursor {
  const parsed = cursorSchema.safeParse(decode(text));
  const [given, value, id] = parsed.data ?? [null, 0, ''];
  const isFitting = given === sort && (typeof value === 'string') === (sort === 'title');
  if (!isFitting) throw formulationErrors.badCursor();
  return { value, id };
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
