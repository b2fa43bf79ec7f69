import { describe, expect, test } from 'vitest';
import { chanceOfDistance, stabilityIndex } from '../../statistics/index.ts';
import type { CheckFigure, CheckOutcome } from '../check-contract.ts';
import { emptyPlan } from '../plan-contract.ts';
import type { Measured } from './measured.ts';
import { judgeStability } from './stability.ts';

type Distance = Measured['drift'][number];
type Months = Measured['months'];

const plan = { ...emptyPlan, moment: 'planned' };
const calm: Months = ['2026-01', '2026-02'].map((month) => ({ month, rows: 1000, positives: 200 }));

/** The rule looks at months and distances alone. */
const judge = (drift: Distance[], months = calm): CheckOutcome =>
  judgeStability({ plan, measured: { drift, months } as unknown as Measured });

/** As measuring tells it of two months that were counted in the same cells. */
function distance(a: readonly number[], b: readonly number[], { column = 'wind', month = '2026-02' } = {}): Distance {
  const index = stabilityIndex(a, b);
  const chance = index.status === 'exact' ? chanceOfDistance('stability_index', index.value, { a, b }) : index;
  if (index.status !== 'exact' || chance.status !== 'exact') throw new Error('a distance was expected');
  return { column, month, index: index.value, chance: chance.value };
}

/** Ten cells of ten rows, and ten of which every other one has so many more and the next so many fewer; times a factor. */
const even = (factor: number) => Array.from({ length: 10 }, () => 10 * factor);
const uneven = (by: number, factor: number) =>
  Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? 10 + by : 10 - by) * factor);

const driftOf = ({ figures }: CheckOutcome): CheckFigure | undefined =>
  figures.find(({ key }) => key === 'drift' || key === 'drift_by_chance');

/**
 * How uneven, times a factor, among so many others that have not moved; index and chance by scipy (entropy both ways with
 * half a case in each cell, chi2.sf of the index over 1/n + 1/m); what the rule makes of it.
 */
const vectors = [
  [5, 1, 0, 0.246_688_555_163_518_06, 0.195_105_652_354_759_2, 'drift_by_chance', 'pass'],
  [8, 1, 0, 0.762_468_571_508_618_7, 1.656_460_574_996_187e-5, 'drift', 'fail'],
  [5, 2, 0, 0.260_085_713_768_265_4, 0.002_036_402_925_920_556, 'drift', 'fail'],
  // One of ten fields: such a distance somewhere is to be expected twice in a hundred times.
  [5, 2, 9, 0.260_085_713_768_265_4, 0.002_036_402_925_920_556, 'drift_by_chance', 'pass'],
  [5, 10, 99, 0.271_639_240_773_039, 7.514_314_958_255_041e-25, 'drift', 'fail'],
  [4, 10, 99, 0.167_674_452_484_976_03, 2.783_862_794_092_044e-14, 'drift', 'warn'],
  // Certain, and too little to matter.
  [3, 10, 0, 0.091_904_554_767_839_62, 6.146_183_439_227_142e-7, 'drift', 'pass'],
] as const;

describe('PF7 a distance counts where it is large and more than chance', () => {
  test.each(vectors)('PF7 %i more and fewer, times %i, beside %i others', (...given) => {
    const [by, factor, others, index, chance, key, verdict] = given;
    const moved = distance(even(factor), uneven(by, factor));
    expect(Math.abs(moved.index - index)).toBeLessThanOrEqual(1e-9 * index);
    expect(Math.abs(moved.chance - chance)).toBeLessThanOrEqual(1e-9 * chance);
    const still = Array.from({ length: others }, (_, at) => ({ ...moved, column: `v${at}`, index: 0.01, chance: 0.5 }));
    const outcome = judge([...still, moved]);
    expect(outcome.figures.find(({ subject }) => subject === 'wind · 2026-02')).toMatchObject({ key, verdict });
    expect(outcome.verdict).toBe(verdict);
  });

  test('PF7 a smaller distance that is no chance is told before a larger one that may be', () => {
    const outcome = judge([distance(even(1), uneven(5, 1), { month: '2026-01' }), distance(even(10), uneven(4, 10))]);
    expect(driftOf(outcome)).toMatchObject({ key: 'drift', subject: 'wind · 2026-02', verdict: 'warn' });
  });

  test('PF7 what may be chance is told without limits', () => {
    expect(driftOf(judge([distance(even(1), uneven(5, 1))]))).toMatchObject({ warnAt: null, failAt: null });
  });
});

/** A fixed stream of numbers (minimal standard generator), so that every run sees the same months. */
function drawing(seed: number) {
  let state = seed;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return (rows: number, shareBelow: (cell: number) => number) => {
    const cells = Array.from({ length: 10 }, () => 0);
    for (let row = 0; row < rows; row += 1) {
      const at = random();
      cells[cells.findIndex((_, cell) => cell === 9 || at < shareBelow(cell))]! += 1;
    }
    return cells;
  };
}
const tenths = (cell: number) => (cell + 1) / 10;

test('PF7 twenty fields over a year of 100 rows a month: no alarm where nothing moves', () => {
  const draw = drawing(2026);
  const rounds = 200;
  let [alarms, largeByChance] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const drift = Array.from({ length: 20 }, (_, field) => {
      const year = Array.from({ length: 12 }, () => draw(100, tenths));
      return year
        .slice(1)
        .map((cells, at) => distance(year[at]!, cells, { column: `v${field}`, month: `month ${at}` }));
    }).flat();
    if (judge(drift).verdict !== 'pass') alarms += 1;
    if (drift.some(({ index }) => index > 0.2)) largeByChance += 1;
  }
  // By the usual limit alone every one of them would have failed.
  expect(largeByChance).toBe(rounds);
  expect(alarms / rounds).toBeLessThanOrEqual(0.02);
});

test('PF7 a field that moves by one deviation is found among them from 200 rows a month', () => {
  const draw = drawing(7);
  // Shares of a normal that moved up by one standard deviation, in the tenths of the one before.
  const moved = [0.0113, 0.0329, 0.0638, 0.1049, 0.1587, 0.2278, 0.3169, 0.4372, 0.6105];
  const rounds = 40;
  let found = 0;
  for (let round = 0; round < rounds; round += 1) {
    const still = Array.from({ length: 219 }, (_, at) =>
      distance(draw(200, tenths), draw(200, tenths), { column: `v${at % 19}`, month: `month ${at}` }),
    );
    const outcome = judge([
      ...still,
      distance(
        draw(200, tenths),
        draw(200, (cell) => moved[cell] ?? 1),
      ),
    ]);
    if (outcome.figures.some(({ subject, verdict }) => subject === 'wind · 2026-02' && verdict === 'fail')) found += 1;
  }
  expect(found / rounds).toBeGreaterThan(0.95);
});

test('PF7 a jump of the share of hits in few rows is told as chance, and in many it counts', () => {
  const of = (rows: number) => [30, 45].map((hits, at) => ({ month: `m${at}`, rows, positives: (hits * rows) / 120 }));
  const jump = (rows: number) => judge([], of(rows)).figures[0];
  // 25 % and 37.5 %: z is 2.09 of 120 rows, 8.5 of 2,000.
  expect(jump(120)).toMatchObject({ key: 'jump_by_chance', value: 0.125, verdict: 'pass', warnAt: null });
  expect(jump(2000)).toMatchObject({ key: 'jump_of_target', value: 0.125, verdict: 'warn' });
});
