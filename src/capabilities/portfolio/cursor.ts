import { z } from 'zod';
import { idField, textField } from '../../platform/endpoint/text-field.ts';
import { portfolioErrors } from './errors.ts';

/** The last row of a page: where the next one goes on. */
const shapes = {
  home: z.tuple([z.number(), idField, z.int().min(0), textField({ max: 300 })]),
  at_stake: z.tuple([z.number(), idField]),
  age: z.tuple([z.int(), idField]),
  title: z.tuple([textField({ max: 1000 }), idField]),
} as const;
type Shapes = { [Order in keyof typeof shapes]: z.output<(typeof shapes)[Order]> };

export function writeCursor<Order extends keyof Shapes>(order: Order, place: Shapes[Order]): string {
  return Buffer.from(JSON.stringify([order, ...place])).toString('base64url');
}

/** Throws 400 on anything but a cursor that was given out for the same order. */
export function readCursor<Order extends keyof Shapes>(order: Order, text: string): Shapes[Order] {
  const [given, ...place] = decode(text);
  const parsed = shapes[order].safeParse(place);
  if (given !== order || !parsed.success) throw portfolioErrors.badCursor();
  return parsed.data as Shapes[Order];
}

function decode(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
