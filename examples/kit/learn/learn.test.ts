import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boostedTrees } from './boosted-trees.ts';
import type { Cases, Learnt } from './cases.ts';
import { areaUnderCurve, logLoss, ratesOf, thresholdFor } from './judge-scores.ts';
import { logisticRegression } from './logistic-regression.ts';

const features = ['near', 'far'];
/** A thousand cases by a rule: `far` tells only where `near` is high. */
const cases: Cases = (() => {
  const near = Float64Array.from({ length: 1000 }, (_, row) => ((row * 37) % 100) / 100);
  const far = Float64Array.from({ length: 1000 }, (_, row) => ((row * 61) % 83) / 83);
  const truth = Uint8Array.from(near, (value, row) => {
    const likely = value > 0.6 && (far[row] ?? 0) > 0.5 ? 0.8 : 0.1 + 0.2 * value;
    return ((row * 7919) % 1000) / 1000 < likely ? 1 : 0;
  });
  return { columns: { near, far }, truth };
})();

function after(rounds: number, learning: Iterable<Learnt>): Learnt[] {
  const all: Learnt[] = [];
  for (const learnt of learning) if (all.push(learnt) === rounds) break;
  return all;
}
const lossOf = (learnt: Learnt) => logLoss(learnt.score(cases), cases.truth);

test('PF11 a logistic regression ends where no weight could be better', () => {
  const ridge = 2;
  const learnt = after(12, logisticRegression(cases, { features, ridge })).at(-1)!;
  const { intercept, weights } = learnt.content as { intercept: number; weights: Record<string, number> };
  const said = learnt.score(cases);
  const slope = (of: (row: number) => number) =>
    cases.truth.reduce((sum, is, row) => sum + ((said[row] ?? 0) - is) * of(row), 0);
  expect(slope(() => 1)).toBeCloseTo(0, 6);
  for (const name of features)
    expect(slope((row) => cases.columns[name]![row]!) + ridge * weights[name]!).toBeCloseTo(0, 6);
  const logit = intercept + weights['near']! * cases.columns['near']![5]! + weights['far']! * cases.columns['far']![5]!;
  expect(said[5]).toBeCloseTo(1 / (1 + Math.exp(-logit)), 12);
});

test('PF11 each boosted tree leaves less to be learnt, and finds what a sum of weights cannot', () => {
  const options = { features, depth: 2, rate: 0.3, ridge: 1 };
  const losses = after(25, boostedTrees(cases, options)).map(lossOf);
  expect(losses).toEqual(losses.toSorted((a, b) => b - a));
  expect(losses.at(-1)).toBeLessThan(
    lossOf(after(12, logisticRegression(cases, { features, ridge: 0.1 })).at(-1)!) - 0.03,
  );
});

test('PF11 one tree says what its leaves come to, by the cases that reach them', () => {
  const [first] = after(1, boostedTrees(cases, { features: ['near'], depth: 1, rate: 1, ridge: 1 }));
  const { begin, trees } = first!.content as {
    begin: number;
    trees: { feature: string; below: number; yes: { says: number }; no: { says: number } }[];
  };
  const share = cases.truth.reduce((sum, is) => sum + is, 0) / 1000;
  expect(begin).toBeCloseTo(Math.log(share / (1 - share)), 12);
  const { below, yes, no } = trees[0]!;
  const leaf = (isThere: (value: number) => boolean) => {
    const own = cases.truth.filter((_, row) => isThere(cases.columns['near']![row]!));
    return own.reduce((sum, is) => sum + is - share, 0) / (own.length * share * (1 - share) + 1);
  };
  expect(yes.says).toBeCloseTo(
    leaf((value) => value < below),
    9,
  );
  expect(no.says).toBeCloseTo(
    leaf((value) => value >= below),
    9,
  );
});

const scored = fc
  .array(fc.record({ score: fc.integer({ min: 0, max: 9 }), is: fc.boolean() }), { minLength: 2, maxLength: 60 })
  .filter((rows) => new Set(rows.map(({ is }) => is)).size === 2)
  .map((rows) => ({
    scores: Float64Array.from(rows, ({ score }) => score / 10),
    truth: Uint8Array.from(rows, ({ is }) => (is ? 1 : 0)),
  }));

test('PF11 the area under the curve is the share of pairs in the right order', () => {
  fc.assert(
    fc.property(scored, ({ scores, truth }) => {
      let [pairs, wins] = [0, 0];
      for (const [a, isLate] of truth.entries())
        for (const [b, isOther] of truth.entries()) {
          if (isLate !== 1 || isOther !== 0) continue;
          pairs += 1;
          wins += scores[a]! > scores[b]! ? 1 : scores[a] === scores[b] ? 0.5 : 0;
        }
      expect(areaUnderCurve(scores, truth)).toBeCloseTo(wins / pairs, 12);
    }),
    { seed: 1 },
  );
});

test('PF11 at the threshold no more false alarms are raised than may be', () => {
  fc.assert(
    fc.property(scored, fc.double({ min: 0.01, max: 0.9, noNaN: true }), ({ scores, truth }, most) => {
      const threshold = thresholdFor(most, scores, truth);
      const { falseAlarms } = ratesOf((row) => scores[row]! >= threshold, truth);
      expect(falseAlarms).toBeLessThanOrEqual(most + 1e-12);
    }),
    { seed: 1 },
  );
});
