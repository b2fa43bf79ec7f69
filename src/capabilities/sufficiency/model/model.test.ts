import { expect, test } from 'vitest';
import { seededRandom } from './chance.ts';
import { findSignal, shareDoubted, type SignalAsked } from './find-signal.ts';
import { chanceOf, fitLogistic, scoreOf } from './logistic.ts';
import { aucOfRanks, errorOfAuc, ranksOf } from './rank-scores.ts';
import { bestThreshold, worthOf } from './worth.ts';

const amounts = { tp: 10, fp: -2, fn: 0, tn: 0 };

/** Rows with two fields of four cells: the first tells something of the outcome as far as `strength` goes, the second nothing. */
function rowsWith(strength: number, count: number): SignalAsked {
  const random = seededRandom(7);
  const cells = new Uint16Array(2 * count);
  const hits = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const cell = Math.floor(random() * 4);
    cells[2 * row] = cell;
    cells[2 * row + 1] = Math.floor(random() * 4);
    hits[row] = random() < 0.3 + strength * (cell - 1.5) ? 1 : 0;
  }
  const places = Array.from({ length: count }, (_, row) => row);
  const cut = Math.round(0.7 * count);
  return { sizes: [4, 4], cells, hits, learning: places.slice(0, cut), test: places.slice(cut), amounts };
}

test('PF8 ranks share their middle, and the area is the share of pairs in the right order', () => {
  expect(ranksOf([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2]);
  const scores = [0.1, 0.4, 0.35, 0.8];
  const isHit = (index: number) => index === 1 || index === 3;
  expect(aucOfRanks(ranksOf(scores), isHit)).toBe(1);
  // Of six pairs four are right and one is equal.
  const tied = [0.5, 0.5, 0.9, 0.1, 0.8];
  expect(aucOfRanks(ranksOf(tied), (index) => index === 0 || index === 2)).toBeCloseTo(4.5 / 6, 12);
  expect(aucOfRanks([1, 2], () => true)).toBeNull();
});

test('PF8 the error of an area is the published one', () => {
  // Hanley and McNeil (1982): AUC .893 of 51 hits and 58 others has a standard error of .032.
  expect(Math.abs(errorOfAuc(0.893, { hits: 51, others: 58 }) - 0.032)).toBeLessThan(0.001);
});

test('PF8 a regression on cells finds the shares that the rows have', () => {
  const asked = rowsWith(0.15, 8000);
  const model = fitLogistic(asked, asked.learning);
  for (const cell of [0, 1, 2, 3]) {
    const own = asked.learning.filter((row) => asked.cells[2 * row] === cell);
    const share = own.reduce((sum, row) => sum + (asked.hits[row] ?? 0), 0) / own.length;
    const mean = own.reduce((sum, row) => sum + chanceOf(scoreOf(model, asked, row)), 0) / own.length;
    expect(mean).toBeCloseTo(share, 2);
  }
});

test('PF8 where there is a signal it is found, and chance does not do as well', () => {
  const { signal, curve } = findSignal(rowsWith(0.15, 4000));
  expect(signal?.auc).toBeGreaterThan(0.65);
  expect(signal?.aucLow).toBeGreaterThan(0.6);
  expect(signal?.chance).toBeLessThan(0.01);
  // One field is all there is to know, so a rule of thumb on it does as well as the model.
  expect(signal?.worth).toMatchObject({ best: 'rule' });
  expect(signal?.worth?.model).toBeCloseTo(signal?.worth?.baseline ?? Infinity, 1);
  expect(curve.map(({ rows }) => rows)).toEqual([280, 504, 896, 1568, 2800]);
});

test('PF7 a label is doubted where the other class is surer than it usually is of its own', () => {
  const of = (chance: number, isHit: boolean) => ({ chance, isHit });
  const right = [of(0.9, true), of(0.8, true), of(0.2, false), of(0.1, false)];
  expect(shareDoubted(right)).toBe(0);
  // The two that lie on the wrong side; half of the hits are now at .05, so they bring down what is usual.
  expect(shareDoubted([...right, of(0.95, false), of(0.05, true)])).toBeCloseTo(2 / 6, 12);
});

test('PF8 where there is none, none is found', () => {
  const { signal } = findSignal(rowsWith(0, 4000));
  expect(signal?.auc).toBeLessThan(0.56);
  expect(signal?.chance).toBeGreaterThan(0.01);
  expect(signal?.worth?.low).toBeLessThanOrEqual(0);
});

test('PF8 the same rows give the same answer, and too few give none', () => {
  expect(findSignal(rowsWith(0.1, 1000))).toEqual(findSignal(rowsWith(0.1, 1000)));
  expect(findSignal(rowsWith(0.1, 40))).toEqual({ signal: null, curve: [] });
});

test('PF8 the threshold is where acting brings the most, and equal scores are acted on together', () => {
  const scored = [
    { score: 0.9, isHit: true },
    { score: 0.5, isHit: true },
    { score: 0.5, isHit: false },
    { score: 0.1, isHit: false },
  ];
  expect(bestThreshold(scored, amounts)).toBe(0.5);
  expect(bestThreshold(scored, { ...amounts, fp: -20 })).toBe(0.9);
  expect(bestThreshold(scored, { ...amounts, tp: -1 })).toBe(Infinity);
  expect(worthOf(amounts, { isHit: false, acts: true })).toBe(-2);
});
