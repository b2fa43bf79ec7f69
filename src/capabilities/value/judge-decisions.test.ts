import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountForRow } from './amount.ts';
import type { Amount } from './contract.ts';
import { type CaseTotals, readDecisionPrices } from './decision-prices.ts';
import { readErrorPrices, waysOfErrors } from './error-prices.ts';
import { addTotals, groupsOfCells, judgeDecisions } from './judge-decisions.ts';
import { meanIntervals } from './mean-interval.ts';
import { churnModel, constant, delayModel, triageModel } from './model-fixtures.ts';
import { createRandom } from './random.ts';

const perRow = (rate: string, plus: string): Amount => ({
  kind: 'per-row',
  column: 'amount',
  rate,
  plus,
  mean: { likely: 10 },
});

interface Row {
  truth: number;
  decision: number;
  amount: number;
}

const rows = fc.array(
  fc.record({
    truth: fc.integer({ min: 0, max: 1 }),
    decision: fc.integer({ min: 0, max: 1 }),
    amount: fc.integer({ min: 0, max: 1000 }),
  }),
  { minLength: 1, maxLength: 60 },
);
const money = fc.integer({ min: -100_000, max: 100_000 }).map((cents) => (cents / 100).toFixed(2));
const amounts = fc
  .tuple(money, money, money, money, money)
  .map(([tp, fn, fp, tn, rate]) => ({ tp: constant(tp), fn: perRow(rate, fn), fp: constant(fp), tn: constant(tn) }));

const cellsOf = (given: readonly Row[]): CaseTotals[][] =>
  [0, 1].map((truth) =>
    [0, 1].map((decision) => {
      const own = given.filter((row) => row.truth === truth && row.decision === decision);
      return { cases: own.length, sums: [own.reduce((sum, row) => sum + row.amount, 0)] };
    }),
  );

test('PF8 the value by prediction is the mean of the rows', () => {
  fc.assert(
    fc.property(rows, amounts, (given, values) => {
      const prices = readDecisionPrices(churnModel({ values }));
      const cells = [
        [values.tp, values.fn],
        [values.fp, values.tn],
      ];
      const total = given.reduce((sum, row) => {
        const amount = cells[row.truth]?.[row.decision];
        return sum + (amount ? (amountForRow(amount, { amount: row.amount }) ?? NaN) : NaN);
      }, 0);
      expect(judgeDecisions(prices, cellsOf(given))?.perCase).toBeCloseTo(total / given.length, 6);
    }),
    { seed: 8, numRuns: 300 },
  );
});

test('PF8 k more in every cell is exactly k more by prediction, whatever is predicted', () => {
  fc.assert(
    fc.property(
      rows,
      fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 4, maxLength: 4 }),
      fc.integer({ min: -500, max: 500 }),
      (given, euros, k) => {
        const judged = (more: number) => {
          const [tp, fn, fp, tn] = euros.map((each) => constant(String(each + more)));
          if (!tp || !fn || !fp || !tn) return NaN;
          return (
            judgeDecisions(readDecisionPrices(churnModel({ values: { tp, fn, fp, tn } })), cellsOf(given))?.total ?? NaN
          );
        };
        // Whole euros are exact in a float.
        expect(judged(k) - judged(0)).toBe(k * given.length);
      },
    ),
    { seed: 8, numRuns: 300 },
  );
});

test('PF8 segments taken together are the whole', () => {
  fc.assert(
    fc.property(rows, rows, amounts, (one, two, values) => {
      const prices = readDecisionPrices(churnModel({ values }));
      const [a, b] = [cellsOf(one), cellsOf(two)];
      const merged = a.map((row, truth) =>
        row.map((cell, decision) => addTotals([cell, b[truth]?.[decision] ?? cell])),
      );
      const total = (cells: CaseTotals[][]) => judgeDecisions(prices, cells)?.total ?? NaN;
      expect(total(merged)).toBeCloseTo(total(a) + total(b), 6);
      expect(total(merged)).toBeCloseTo(total(cellsOf([...one, ...two])), 6);
    }),
    { seed: 8, numRuns: 300 },
  );
});

test('PF8 a matrix whose dear cell is rare keeps its sign: −12.88 by prediction, not +11.12', () => {
  const values = { tp: constant('50'), fn: constant('-100'), fp: constant('-10'), tn: constant('0') };
  const prices = readDecisionPrices(churnModel({ values }));
  const cells = [
    [
      { cases: 40, sums: [] },
      { cases: 1295, sums: [] },
    ],
    [
      { cases: 128, sums: [] },
      { cases: 8537, sums: [] },
    ],
  ];
  expect(judgeDecisions(prices, cells)?.perCase).toBeCloseTo((40 * 50 - 1295 * 100 - 128 * 10) / 10_000, 12);
});

test('PF8 the worked example of churn: nothing, all, perfect, the rule and the level by case', () => {
  const prices = readDecisionPrices(churnModel());
  const cells = [
    [
      { cases: 717, sums: [] },
      { cases: 1283, sums: [] },
    ],
    [
      { cases: 960, sums: [] },
      { cases: 47_040, sums: [] },
    ],
  ];
  const judged = judgeDecisions(prices, cells);
  const yearly = Object.fromEntries(judged?.ways.map(({ kind, perCase }) => [kind, perCase * 50_000]) ?? []);
  expect(yearly['nothing']).toBeCloseTo(-1_800_000, 4);
  expect(yearly['all']).toBeCloseTo(-3_540_000, 4);
  expect(yearly['perfect']).toBeCloseTo(-660_000, 4);
  expect(yearly['today']).toBeCloseTo(-1_569_000, 4);
  expect(yearly['level']).toBeCloseTo(-1_569_000 + 120_000, 4);
  // The needed recall at 2 % false alarms is .358: one case more than .3585 of 2,000 pays.
  expect(judged?.total).toBeGreaterThan(yearly['level'] ?? Infinity);
});

test('PF8 several classes: ways that follow the model, and a review that is never right by itself', () => {
  const prices = readDecisionPrices(triageModel());
  const cells = prices.truths.map((_, truth) =>
    prices.decisions.map((__, decision) => ({ cases: truth === decision ? 10 : 1, sums: [] })),
  );
  const judged = judgeDecisions(prices, cells);
  expect(judged?.cases).toBe(39);
  expect(judged?.ways.map(({ kind }) => kind)).toEqual(['nothing', 'constant', 'today', 'perfect', 'level']);
  const perfect = judged?.ways.find(({ kind }) => kind === 'perfect')?.perCase;
  expect(perfect).toBeCloseTo((13 * 40 + 13 * 120) / 39, 9);
});

test('PF8 errors: today’s Gaussian errors and what pays for the project', () => {
  const prices = readErrorPrices(delayModel());
  const ways = Object.fromEntries(waysOfErrors(prices, -40).map(({ kind, perCase }) => [kind, perCase]));
  expect(ways['constant']).toBe(-40);
  expect(ways['perfect']).toBe(0);
  expect(ways['level']).toBeCloseTo((ways['today'] ?? NaN) + 140_000 / 50_000, 9);
});

test('PF8 bounds of Dirichlet hold the true value in 93 to 97 of 100 tables of 200 cases', () => {
  const shares = [0.02, 0.02, 0.06, 0.9];
  const values = [-330, -900, -60, 0];
  const truth = shares.reduce((sum, share, index) => sum + share * (values[index] ?? 0), 0);
  const random = createRandom(42);
  const replicates = 5000;
  const held = { dirichlet: 0, bootstrap: 0 };
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const counts = [0, 0, 0, 0];
    for (let index = 0; index < 200; index += 1) {
      let left = random();
      const cell = shares.findIndex((share) => (left -= share) < 0);
      counts[cell < 0 ? 3 : cell] = (counts[cell < 0 ? 3 : cell] ?? 0) + 1;
    }
    const groups = counts.map((cases, index) => ({ cases, means: [values[index] ?? 0] }));
    // One in five tables is enough to report how the other way holds.
    for (const method of replicate % 5 === 0 ? (['dirichlet', 'bootstrap'] as const) : (['dirichlet'] as const)) {
      const [interval] = meanIntervals(groups, { method, seed: replicate, draws: 200 });
      if (interval && interval.low <= truth && truth <= interval.high) held[method] += 1;
    }
  }
  expect(held.dirichlet / replicates).toBeGreaterThan(0.93);
  expect(held.dirichlet / replicates).toBeLessThan(0.97);
  // 91 of 100 when last looked at: by drawing cases anew rare and dear ones are held too seldom, which is why it is used only where cells do not tell all.
  expect((5 * held.bootstrap) / replicates).toBeGreaterThan(0.85);
});

test('PF8 groups of cells and the cells themselves say the same', () => {
  const prices = readDecisionPrices(churnModel({ adoption: { likely: 0.8 } }));
  const cells = cellsOf([
    ...Array.from({ length: 30 }, () => ({ truth: 0, decision: 0, amount: 0 })),
    ...Array.from({ length: 10 }, () => ({ truth: 0, decision: 1, amount: 0 })),
    ...Array.from({ length: 60 }, () => ({ truth: 1, decision: 0, amount: 0 })),
    ...Array.from({ length: 900 }, () => ({ truth: 1, decision: 1, amount: 0 })),
  ]);
  const judged = judgeDecisions(prices, cells);
  if (!judged) throw new Error('nothing was judged');
  const groups = groupsOfCells(prices, cells, judged);
  const mean = (quantity: number) =>
    groups.reduce((sum, { cases, means }) => sum + cases * (means[quantity] ?? 0), 0) / judged.cases;
  expect(mean(0)).toBeCloseTo(judged.perCase, 9);
  for (const [index, { perCase }] of judged.ways.entries())
    expect(mean(index + 1)).toBeCloseTo(judged.perCase - perCase, 9);
});
