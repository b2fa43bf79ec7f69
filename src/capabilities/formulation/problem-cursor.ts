import { z } from 'zod';
import { idField, textField } from '../../platform/endpoint/text-field.ts';
import { formulationErrors } from './errors.ts';
import type { ProblemSort } from './problem-contract.ts';

/** The last row of a page: where the next one goes on. */
export interface Cursor {
  value: string | number;
  id: string;
}

const count = z.int().min(0);
/** By order, what its column can be compared with. */
const values = {
  changed: count,
  created: count,
  title: textField({ max: 1000 }),
  at_stake: z.number(),
  open_items: count.max(1000),
} as const satisfies Record<ProblemSort, z.ZodType<Cursor['value']>>;

export function writeCursor(sort: ProblemSort, { value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');
}

/** Throws 400 on anything but a cursor that was given out for the same order. */
export function readCursor(text: string, sort: ProblemSort): Cursor {
  const parsed = z.tuple([z.literal(sort), values[sort], idField]).safeParse(decode(text));
  if (!parsed.success) throw formulationErrors.badCursor();
  const [, value, id] = parsed.data;
  return { value, id };
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
