import { expect, test } from 'vitest';
import { amountsOfModel, pricedColumns } from './amounts-of-model.ts';
import { planContentSchema } from './plan-contract.ts';
import { figuresOf } from './propose-figures.ts';
import { suggestedFrom } from './suggest-plan.ts';
import type { Measured } from './checks/measured.ts';

test('PF7 a plan is suggested by types and names, and by nothing else', () => {
  const columns = [
    { name: 'id', type: 'BIGINT' },
    { name: 'customer_id', type: 'VARCHAR' },
    { name: 'planned', type: 'TIMESTAMP' },
    { name: 'age', type: 'INTEGER' },
    { name: 'email', type: 'VARCHAR' },
    { name: 'is_late', type: 'BOOLEAN' },
  ];
  const plan = suggestedFrom(columns, { isBinary: true });
  expect(plan).toMatchObject({
    key: ['id'],
    entity: ['customer_id'],
    moment: 'planned',
    target: 'is_late',
    positive: 'true',
    groups: ['age'],
    personal: ['email'],
  });
  expect(planContentSchema.parse(plan)).toEqual(plan);
  expect(suggestedFrom([{ name: 'x', type: 'DOUBLE' }], { isBinary: true })).toMatchObject({
    target: null,
    positive: null,
    moment: null,
  });
});

test('PF7 what somebody said is the outcome goes before what a name suggests', () => {
  const columns = [
    { name: 'is_late', type: 'BOOLEAN' },
    { name: 'kind', type: 'VARCHAR' },
  ];
  const suggested = (outcome: { column: string; positive: string | null }, isBinary = true) => {
    const { target, positive } = suggestedFrom(columns, { isBinary, outcome });
    return [target, positive];
  };
  expect(suggested({ column: 'kind', positive: 'cancelled' })).toEqual(['kind', 'cancelled']);
  expect(suggested({ column: 'is_late', positive: null })).toEqual(['is_late', 'true']);
  expect(suggested({ column: 'kind', positive: 'cancelled' }, false)).toEqual(['kind', null]);
  expect(suggested({ column: 'gone', positive: '1' })).toEqual(['is_late', 'true']);
});

test('PF8 amounts come from the likely figures, or not at all', () => {
  const constant = (likely: string) => ({ kind: 'constant', value: { likely } });
  const values = {
    tp: constant('-330'),
    fn: { kind: 'per-row', rate: '-2', plus: '10', mean: { likely: 30 } },
    fp: constant('-60'),
    tn: constant('0'),
  };
  expect(amountsOfModel({ values })).toEqual({ tp: -330, fn: -50, fp: -60, tn: 0 });
  expect(amountsOfModel({ values: { ...values, tn: undefined } })).toBeNull();
  expect(amountsOfModel({ values: { ...values, tn: constant('') } })).toBeNull();
  expect(amountsOfModel(null)).toBeNull();
  const byRow = { kind: 'per-row', column: 'cost' };
  expect(
    pricedColumns({ values: { tp: byRow, fp: byRow, fn: constant('1'), tn: { kind: 'per-row', column: '' } } }),
  ).toEqual([
    { path: 'values.tp.mean', column: 'cost', isOfHits: true },
    { path: 'values.fp.mean', column: 'cost', isOfHits: false },
  ]);
  expect(pricedColumns(null)).toEqual([]);
});

test('PF7 base rate and volume are told as they were counted, and no year is guessed from a month', () => {
  const year = 365.25 * 86_400_000;
  const measured = {
    labelled: 1000,
    positives: 200,
    rows: 2000,
    span: { first: 0, last: 2 * year, openRows: null },
    rowAmounts: [{ path: 'values.fn.mean', column: 'cost', rows: 200, mean: 30, reach: 2 }],
  };
  const [rate, volume, cost] = figuresOf(measured as unknown as Measured);
  expect(rate).toMatchObject({ path: 'baseRate', value: { likely: 0.2 }, how: '200 of 1000 rows' });
  expect(volume).toMatchObject({ path: 'volumePerYear', value: { likely: 1000 } });
  expect(cost).toEqual({
    path: 'values.fn.mean',
    value: { low: 28, likely: 30, high: 32 },
    how: 'mean of cost over 200 rows',
  });
  const short = { ...measured, span: { first: 0, last: year / 12, openRows: null } };
  expect(figuresOf(short as unknown as Measured).map(({ path }) => path)).toEqual(['baseRate', 'values.fn.mean']);
});
