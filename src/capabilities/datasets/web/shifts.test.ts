import { expect, test } from 'vitest';
import type { ColumnComparison } from '../../statistics/contract.ts';
import { shiftsOf } from './shifts.ts';

const exact = (value: number) => ({ status: 'exact' as const, value });
const compared = (column: string, index: number, chance: number) =>
  ({ column, stabilityIndex: exact(index), adjustedChance: exact(chance) }) as ColumnComparison;

test('PF7 what lies otherwise is told from what chance alone brings, the furthest first', () => {
  const none = { status: 'not_computable' as const, reason: 'one_side_empty' as const };
  const { moved, byChance } = shiftsOf([
    compared('hour', 0.12, 1e-6),
    compared('gate', 0.4, 0.2),
    compared('carrier', 0.3, 0.001),
    compared('still', 0.02, 1e-9),
    { column: 'empty', stabilityIndex: none, adjustedChance: none } as ColumnComparison,
  ]);
  expect(moved).toEqual([
    { column: 'carrier', index: 0.3, isMuch: true },
    { column: 'hour', index: 0.12, isMuch: false },
  ]);
  expect(byChance).toEqual([{ column: 'gate', index: 0.4, isMuch: true }]);
});
