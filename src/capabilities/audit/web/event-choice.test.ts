import { expect, test } from 'vitest';
import { isCrossed, queryOf, readChoice } from './event-choice.ts';

test('RM3 the choice is read from the address, without what makes no sense', () => {
  expect(
    readChoice({ problem: 'p1', type: 'user.invited', person: '', from: '2026-01-05', until: 'soon', other: 'x' }),
  ).toEqual({ problem: 'p1', type: 'user.invited', from: '2026-01-05' });
  expect(readChoice({ from: '2026-13-05', person: 12 })).toEqual({});
});

test('RM3 a last day is included whole, also where the clock is changed', () => {
  const { from, until } = queryOf({ from: '2026-03-28', until: '2026-03-29' });
  expect(new Date(from ?? '').getTime()).toBe(new Date(2026, 2, 28).getTime());
  expect(new Date(until ?? '').getTime()).toBe(new Date(2026, 2, 30).getTime());
  expect(queryOf({})).toEqual({});
});

test('RM3 days in the wrong order are noticed', () => {
  expect(isCrossed({ from: '2026-02-01', until: '2026-01-31' })).toBe(true);
  expect(isCrossed({ from: '2026-01-31', until: '2026-01-31' })).toBe(false);
  expect(isCrossed({ from: '2026-01-31' })).toBe(false);
});
