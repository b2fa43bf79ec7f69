import { expect } from 'vitest';
import type { ScalarFigure } from '../../src/capabilities/statistics/contract.ts';

/** The figure says what is true: to 1e-9 where it says exact, within its bounds where it does not. */
export function expectTrue(figure: ScalarFigure | null | undefined, truth: number, of: string): void {
  if (figure?.status === 'exact') {
    const error = Math.abs(Number(figure.value) - truth);
    expect(error, `${of}: ${figure.value} for ${truth}`).toBeLessThanOrEqual(1e-9 * Math.abs(truth));
    return;
  }
  expect(figure?.status, of).toBe('approximate');
  if (figure?.status !== 'approximate') return;
  expect(Number(figure.low), of).toBeLessThanOrEqual(truth);
  expect(Number(figure.high), of).toBeGreaterThanOrEqual(truth);
}
