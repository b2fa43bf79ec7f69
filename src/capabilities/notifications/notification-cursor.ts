import { z } from 'zod';
import { idField } from '../../platform/endpoint/text-field.ts';
import { notificationErrors } from './errors.ts';

/** The last notification of a page: where the next one goes on. */
export interface Cursor {
  at: number;
  id: string;
}

const shape = z.tuple([z.int().min(0), idField]);

export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** Throws 400 on anything but a cursor that was given out. */
export function readCursor(text: string): Cursor {
  const parsed = shape.safeParse(decode(text));
  if (!parsed.success) throw notificationErrors.badCursor();
  const [at, id] = parsed.data;
  return { at, id };
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
