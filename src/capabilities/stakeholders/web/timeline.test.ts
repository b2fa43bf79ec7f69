import { expect, test } from 'vitest';
import type { Hearing } from '../contract.ts';
import { timelineOf } from './timeline.ts';

const heard = (...days: string[]) => ({ hearings: days.map((heardOn) => ({ heardOn }) as Hearing) });

test('PF2 hearings stand on one scale of time that ends today', () => {
  const timeline = timelineOf([heard('2026-01-01'), heard('2026-03-02', '2026-01-31')], '2026-04-11');
  expect(timeline).toMatchObject({ from: '2026-01-01', to: '2026-04-11' });
  expect(timeline?.at('2026-01-01')).toBe(0);
  expect(timeline?.at('2026-01-31')).toBe(30);
  expect(timeline?.at('2026-04-11')).toBe(100);
});

test('PF2 the scale is never shorter than a month, and is not there without hearings', () => {
  expect(timelineOf([heard('2026-01-09')], '2026-01-10')?.from).toBe('2025-12-11');
  expect(timelineOf([heard()], '2026-01-10')).toBeNull();
});
