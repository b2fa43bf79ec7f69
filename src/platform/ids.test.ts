import { expect, test } from 'vitest';
import { newId, timeOfId } from './ids.ts';

test('house an id is a UUIDv7 of its moment', () => {
  const id = newId(0x0199_8877_6655);
  expect(id).toMatch(/^01998877-6655-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(timeOfId(id)).toBe(0x0199_8877_6655);
});

test('house ids sort by the time of their making', () => {
  const moments = [0, 1, 255, 65_536, 1_767_600_000_000, 1_767_600_000_001, 2 ** 47];
  const ids = moments.map((moment) => newId(moment));
  expect(ids.toSorted()).toEqual(ids);
});

test('house no id comes twice, also within one millisecond', () => {
  const ids = Array.from({ length: 50_000 }, () => newId(1_767_600_000_000));
  expect(new Set(ids).size).toBe(ids.length);
});
