import { expect, test } from 'vitest';
import { byDay } from './by-day.ts';

test('RM3 events stand under their day, in the order in which they came', () => {
  const late = { at: new Date(2026, 0, 5, 23, 59).toISOString(), id: 'a' };
  const early = { at: new Date(2026, 0, 5, 0, 0).toISOString(), id: 'b' };
  const before = { at: new Date(2026, 0, 4, 23, 59).toISOString(), id: 'c' };
  expect([...byDay([late, early, before])]).toEqual([
    [new Date(2026, 0, 5).getTime(), [late, early]],
    [new Date(2026, 0, 4).getTime(), [before]],
  ]);
  expect(byDay([]).size).toBe(0);
});
