import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alternativeFiguresSchema, type AlternativeFigures } from './alternative-fields.ts';
import { between, churnModel, triageModel } from './model-fixtures.ts';
import { rankAlternatives } from './rank-alternatives.ts';

const rule = (recall: number, precision: number, costs: { build?: string; run?: string } = {}): AlternativeFigures => ({
  buildCost: { likely: costs.build ?? '0' },
  runCostPerYear: { likely: costs.run ?? '0' },
  brings: { kind: 'recall-and-precision', recall: { likely: recall }, precision: { likely: precision } },
});
const saving = (likely: string, run = '0'): AlternativeFigures => ({
  buildCost: { likely: '0' },
  runCostPerYear: { likely: run },
  brings: { kind: 'yearly-saving', savingPerYear: { likely } },
});
const find = (ranking: ReturnType<typeof rankAlternatives>, id: string) =>
  ranking.options.find((option) => option.id === id);

test('PF5 a rule is worth what today’s practice is worth with the same rates: 1,569,000 in costs', () => {
  const ranking = rankAlternatives(churnModel(), [{ id: 'rule', figures: rule(0.35, 0.2) }]);
  const same = (amount: string) => ({ low: amount, likely: amount, high: amount });
  expect(find(ranking, 'rule')).toEqual({
    id: 'rule',
    baseline: null,
    valuePerYear: '-1569000.00',
    overNothing: same('231000.00'),
    overToday: same('0.00'),
  });
  expect(ranking.options.map(({ baseline, id }) => baseline ?? id)).toEqual([
    'perfect',
    'today',
    'rule',
    'nothing',
    'all',
  ]);
  expect(ranking.options.at(3)?.overNothing).toEqual(same('0.00'));
});

test('PF5 its costs are taken off: running by year, building over the years of the model', () => {
  const figures = rule(0.35, 0.2, { build: '30000', run: '5000' });
  const ranking = rankAlternatives(churnModel({ depreciationYears: 3 }), [{ id: 'rule', figures }]);
  expect(find(ranking, 'rule')?.overToday?.likely).toBe('-15000.00');
});

test('PF5 a saving counts from today’s practice, and from doing nothing where that is not described', () => {
  const withToday = rankAlternatives(churnModel(), [{ id: 'buy', figures: saving('50000', '20000') }]);
  expect(find(withToday, 'buy')).toMatchObject({
    overToday: { likely: '30000.00' },
    overNothing: { likely: '261000.00' },
  });
  const { today: _, ...bare } = churnModel();
  const without = rankAlternatives(bare, [{ id: 'buy', figures: saving('50000', '20000') }]);
  expect(find(without, 'buy')).toMatchObject({ overToday: null, overNothing: { likely: '30000.00' } });
});

test('PF5 the range runs from all at their worst to all at their best', () => {
  const figures: AlternativeFigures = {
    buildCost: { low: '0', likely: '30000', high: '60000' },
    runCostPerYear: { likely: '0' },
    brings: { kind: 'yearly-saving', savingPerYear: { low: '-10000', likely: '20000', high: '40000' } },
  };
  const { overToday } = find(rankAlternatives(churnModel(), [{ id: 'a', figures }]), 'a') ?? {};
  expect(overToday).toEqual({ low: '-30000.00', likely: '10000.00', high: '40000.00' });
});

test('PF5 what cannot be priced is told with its reason, never as zero', () => {
  const figures = { runCostPerYear: { likely: '100' } };
  const catching = rule(0.5, 0.5);
  expect(rankAlternatives(churnModel(), [{ id: 'a', figures }]).notPriced).toEqual([{ id: 'a', reason: 'incomplete' }]);
  const triage = rankAlternatives(triageModel(), [
    { id: 'a', figures: catching },
    { id: 'b', figures: saving('10') },
  ]);
  expect(triage.notPriced).toEqual([{ id: 'a', reason: 'needs_yes_or_no' }]);
  expect(find(triage, 'b')?.overNothing).not.toBeNull();
});

test('PF5 more recall at equal precision never ranks lower where acting pays; the order is that of the values', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      fc.double({ min: 0.2, max: 1, noNaN: true }),
      (recall, precision) => {
        const ranking = rankAlternatives(churnModel(), [
          { id: 'more', figures: rule(recall, precision) },
          { id: 'less', figures: rule(recall / 2, precision) },
        ]);
        const values = ranking.options.map((option) => Number(option.valuePerYear));
        expect(values).toEqual([...values].sort((a, b) => b - a));
        expect(Number(find(ranking, 'more')?.valuePerYear)).toBeGreaterThanOrEqual(
          Number(find(ranking, 'less')?.valuePerYear),
        );
      },
    ),
    { seed: 4, numRuns: 200 },
  );
});

test('PF5 figures that do not fit are refused by the schema', () => {
  const wrong = [
    { buildCost: { likely: '-1' } },
    { runCostPerYear: { likely: 5 } },
    { brings: { kind: 'recall-and-precision', recall: { likely: 1.2 }, precision: { likely: 0.5 } } },
    { brings: { kind: 'yearly-saving', savingPerYear: between(3, 2, 1) } },
    { other: 1 },
  ];
  for (const figures of wrong) expect(alternativeFiguresSchema.safeParse(figures).success).toBe(false);
});
