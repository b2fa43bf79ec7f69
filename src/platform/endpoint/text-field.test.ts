import { expect, test } from 'vitest';
import { z } from 'zod';
import { lineField, textField } from './text-field.ts';

const refusal = (schema: z.ZodType, given: unknown) => schema.safeParse(given).error?.issues[0]?.message;

test('house a text is kept as it was sent, line breaks and emoji included', () => {
  const text = ' De planning\nklopt niet 🛬 ';
  expect(textField({ max: 100 }).parse(text)).toBe(text);
});

test.each([
  ['a NUL character', 'a\0b', 'cannot be stored'],
  ['a lone surrogate', 'a\ud83d', 'cannot be stored'],
  ['a text that is too long', 'x'.repeat(11), 'This text is 11 characters long; at most 10 fit'],
  ['an empty text', '', 'may not be empty'],
])('house %s is refused with a sentence', (_what, given, sentence) => {
  expect(refusal(textField({ max: 10, min: 1 }), given)).toContain(sentence);
});

test('house a line loses the space around it and takes no line break', () => {
  const line = lineField({ max: 20, min: 1 });
  expect(line.parse('  Late flights ')).toBe('Late flights');
  expect(refusal(line, 'Late\nflights')).toContain('one line');
  expect(refusal(line, 'Late \u001b[31m')).toContain('control character');
  expect(refusal(line, 'Late \u009b31m')).toContain('control character');
  expect(line.parse('Late\tflights')).toBe('Late\tflights');
  expect(refusal(line, '   ')).toContain('may not be empty');
});

test('house the limits are in the document that describes the API', () => {
  const schema = z.toJSONSchema(z.object({ title: lineField({ max: 200, min: 1 }) }), { io: 'input' });
  expect(schema.properties).toEqual({ title: { type: 'string', minLength: 1, maxLength: 200 } });
});

test('house texts of the same limits are one schema, others and lines are not', () => {
  expect(textField({ max: 77, min: 1 })).toBe(textField({ max: 77, min: 1 }));
  expect(textField({ max: 77, min: 1 })).not.toBe(textField({ max: 77 }));
  expect(textField({ max: 77, min: 1 })).not.toBe(lineField({ max: 77, min: 1 }));
});
