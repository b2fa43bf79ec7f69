import { expect, test } from 'vitest';
import { chainShares } from './chain-shares.ts';

test('RM3 the picture of the chain shows what is vouched for, sealed since, and waiting', () => {
  const { attested, sealed, waiting, widths } = chainShares({ size: 90, unsealed: 10, attestedSize: 60 });
  expect({ attested, sealed, waiting }).toEqual({ attested: 60, sealed: 30, waiting: 10 });
  expect(widths.attested).toBeCloseTo(0.6);
  expect(widths.sealed + widths.attested + widths.waiting).toBeCloseTo(1);
});

test('RM3 one event among a million is still to be seen, and what is not there is not', () => {
  const { widths } = chainShares({ size: 1_000_000, unsealed: 1, attestedSize: 1_000_000 });
  expect(widths.waiting).toBeGreaterThan(0.015);
  expect(widths.sealed).toBe(0);
});

test('RM3 an empty chain and one without a checkpoint have a picture too', () => {
  expect(chainShares({ size: 0, unsealed: 0, attestedSize: null }).widths).toEqual({
    attested: 0,
    sealed: 0,
    waiting: 0,
  });
  expect(chainShares({ size: 5, unsealed: 0, attestedSize: null }).widths.sealed).toBe(1);
});
