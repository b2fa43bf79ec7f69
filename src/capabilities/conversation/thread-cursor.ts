import { z } from 'zod';
import { idField } from '../../platform/endpoint/text-field.ts';
import { conversationErrors } from './errors.ts';

/** The last thread of a page: where the next one goes on. */
export interface Cursor {
  lastAt: number;
  id: string;
}

const shape = z.tuple([z.int().min(0), idField]);

export function writeCursor({ lastAt, id }: Cursor): string {
  return Buffer.from(JSON.stringify([lastAt, id])).toString('base64url');
}

/** Throws 400 on anything but a cursor that was given out. */
export function readCursor(text: string): Cursor {
  const parsed = shape.safeParse(decode(text));
  if (!parsed.success) throw conversationErrors.badCursor();
  const [lastAt, id] = parsed.data;
  return { lastAt, id };
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
