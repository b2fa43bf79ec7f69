import { expect, test } from 'vitest';
import { expiryChoices, expiryOf } from './token-expiry.ts';

test('PF2 a token works for the days that were chosen, or until it is revoked', () => {
  const now = Date.UTC(2026, 0, 5);
  expect(expiryChoices.map((choice) => expiryOf(choice, now))).toEqual([
    Date.UTC(2026, 1, 4),
    Date.UTC(2026, 3, 5),
    Date.UTC(2027, 0, 5),
    null,
  ]);
});
