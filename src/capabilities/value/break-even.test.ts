import { describe, expect, test } from 'vitest';
import { readBinaryScenario } from './binary-scenario.ts';
import { type BinaryFigures, nothingValue } from './binary-value.ts';
import { evaluateValueModel, isWorthActing } from './index.ts';
import { frontierPoint, traceFrontier } from './frontier.ts';
import { binormalRecall, findMinimumAuc } from './minimum-auc.ts';
import { churnModel, constant } from './model-fixtures.ts';
import { findPayingRegion } from './paying-region.ts';
import { findRequiredRecall, isoCostSlope, precisionAt } from './required-recall.ts';
import { findThreshold } from './threshold.ts';

const figures = readBinaryScenario(churnModel()).figures([]);
const RULE = -1_569_000;
const NOTHING = -1_800_000;
/** Between doing nothing (−22.5 million) and acting on all (−23.25 million), and perfect decisions (−21 million). */
const RIVAL = -21_800_000;

function rounded(value: number | undefined, digits: number): number {
  return Number((value ?? Number.NaN).toFixed(digits));
}

/** The figures of the example with other values of the four cells. */
function withValues([tp, fn, fp, tn]: [number, number, number, number]): BinaryFigures {
  return { ...figures, tp, fn, fp, tn };
}

describe('break-even of a binary decision', () => {
  // The vector of the design: N 50 000, π .04, costs 900 / 330 / 60 / 0, F 120 000 (here 90 000 + 90 000 / 3).
  test('PF11 the baselines of the worked example are priced to the cent, without the cost of the project', () => {
    const { baselines, best, fixedCostPerYear } = evaluateValueModel(churnModel());
    expect(baselines.map(({ kind, costPerYear }) => [kind, costPerYear])).toEqual([
      ['nothing', '1800000.00'],
      ['all', '3540000.00'],
      ['today', '1569000.00'],
      ['perfect', '660000.00'],
    ]);
    expect(rounded(baselines[2]?.falsePositiveRate, 5)).toBe(0.05833);
    expect([best, fixedCostPerYear]).toEqual(['today', '120000.00']);
  });

  test('PF11 acting pays from a probability of 0.0952', () => {
    const threshold = findThreshold(figures);
    expect(threshold.kind).toBe('act-at-or-above');
    expect(rounded('probability' in threshold ? threshold.probability : undefined, 4)).toBe(0.0952);
    expect(isWorthActing(0.0953, 570, 60)).toBe(true);
    expect(isWorthActing(0.0952, 570, 60)).toBe(false);
  });

  test.each([
    [0.01, '0.333', '0.581'],
    [0.02, '0.358', '0.427'],
    [0.05, '0.434', '0.266'],
    [0.1, '0.561', '0.189'],
  ])(
    'PF11 against the rule, a false-positive rate of %d needs a recall of %s at precision %s',
    (rate, recall, precision) => {
      const point = frontierPoint(figures, RULE, rate);
      expect([point.recall?.toFixed(3), point.precision?.toFixed(3), point.outcome]).toEqual([
        recall,
        precision,
        'required',
      ]);
    },
  );

  test('PF11 a project may cost 909 000 a year over the rule, and what is left of it to build', () => {
    const { ceiling } = evaluateValueModel(churnModel());
    // (909 000 − 90 000 a year to run) × 3 years.
    expect(ceiling).toMatchObject({ rival: 'today', perYear: '909000.00', buildCost: '2457000.00' });
  });

  test('PF11 a false-positive rate that even a recall of 1 does not pay for is impossible', () => {
    const point = frontierPoint(figures, RULE, 0.5);
    expect(point).toMatchObject({ outcome: 'impossible' });
    expect(point.recall).toBeGreaterThan(1);
    expect(point.precision).toBeUndefined();
    expect(traceFrontier(figures, RULE).some(({ outcome }) => outcome === 'impossible')).toBe(true);
  });

  test('PF11 the slope of equal value is (1−π)/π · H/B', () => {
    expect(isoCostSlope(figures)).toBeCloseTo((0.96 / 0.04) * (60 / 570), 12);
  });

  test('PF11 the region that pays is the corner above the frontier', () => {
    const { kind, corners } = findPayingRegion(figures, RULE);
    expect(kind).toBe('part');
    expect(corners.map(({ falsePositiveRate, recall }) => [rounded(falsePositiveRate, 4), rounded(recall, 4)])).toEqual(
      [
        [0.274, 1],
        [0, 1],
        [0, 0.3079],
      ],
    );
  });

  // scipy: best point of the curve by bounded search over Φ⁻¹(f), then brentq on the AUC; agreement 1e-11.
  test.each([
    { title: 'the rule', adoption: 1, rival: RULE, auc: 0.8438451159757, recall: 0.52625895, rate: 0.08643583 },
    { title: 'doing nothing', adoption: 1, rival: NOTHING, auc: 0.7375526619973, recall: 0.28059351, rate: 0.0694016 },
    {
      title: 'the rule at 60 % adoption',
      adoption: 0.6,
      rival: RULE,
      auc: 0.9183239865907,
      recall: 0.69689383,
      rate: 0.07272881,
    },
  ])('PF11 the least AUC against $title is that of an independent search', ({ adoption, rival, auc, recall, rate }) => {
    const least = findMinimumAuc({ ...figures, adoption }, rival);
    if (least.kind !== 'required') throw new Error(`expected is an AUC, given is ${least.kind}`);
    expect(least.auc).toBeCloseTo(auc, 11);
    expect(least.at.recall).toBeCloseTo(recall, 6);
    expect(least.at.falsePositiveRate).toBeCloseTo(rate, 6);
    expect(binormalRecall(least.auc, least.at.falsePositiveRate)).toBeCloseTo(least.at.recall, 10);
  });

  test('PF11 adoption multiplies hits and false alarms alike', () => {
    const half = { ...figures, adoption: 0.6 };
    // By hand: (0.6·57 600 + 120 000 + 231 000) / (0.6·1 140 000).
    const needed = findRequiredRecall(half, RULE, 0.02);
    expect(needed.kind === 'required' && rounded(needed.value, 10)).toBe(0.5636842105);
    expect(evaluateValueModel(churnModel({ adoption: { likely: 0.6 } })).ceiling.perYear).toBe('453000.00');
  });

  test('PF11 today’s practice may be a yearly cost, with a running cost of its own', () => {
    const today = {
      kind: 'yearly-cost' as const,
      costPerYear: { likely: '1500000' },
      runCostPerYear: { likely: '69000.50' },
    };
    const { baselines } = evaluateValueModel(churnModel({ today }));
    expect(baselines.find(({ kind }) => kind === 'today')?.costPerYear).toBe('1569000.50');
  });
});

describe('every situation of signs', () => {
  test.each([
    ['hits and false alarms as usual', [-330, -900, -60, 0], { kind: 'act-at-or-above' }],
    ['false alarms cost nothing', [-330, -900, 0, 0], { kind: 'always-act', reason: 'false-alarms-cost-nothing' }],
    ['false alarms gain', [-330, -900, 5, 0], { kind: 'always-act' }],
    ['acting on a hit does not help', [-900, -900, -60, 0], { kind: 'never-act', reason: 'acting-does-not-help' }],
    ['acting on a hit harms', [-990, -900, -60, 0], { kind: 'never-act' }],
    ['acting helps on negatives only', [-990, -900, 60, 0], { kind: 'act-at-or-below', probability: 0.4 }],
    ['nothing differs', [0, 0, 0, 0], { kind: 'never-act' }],
  ] as const)('PF11 the rule is stated when %s', (_title, [tp, fn, fp, tn], threshold) => {
    expect(findThreshold({ tp, fn, fp, tn })).toMatchObject(threshold);
  });

  test('PF11 needed recall names why no recall suffices', () => {
    const reasons = [
      { ...figures, volume: 0 },
      { ...figures, adoption: 0 },
      { ...figures, baseRate: 0 },
      withValues([-900, -900, -60, 0]),
    ].map((at) => findRequiredRecall(at, nothingValue(at), 0.1));
    expect(reasons.map((needed) => 'reason' in needed && needed.reason)).toEqual([
      'no-cases',
      'no-adoption',
      'no-positives',
      'acting-does-not-help',
    ]);
    expect(findRequiredRecall(figures, -1e9, 0.1)).toEqual({ kind: 'any' });
  });

  test('PF11 acting on low scores is found when acting helps on negatives only', () => {
    // The same problem with the labels of the decisions exchanged: "acting" becomes leaving alone.
    const least = findMinimumAuc({ ...withValues([-990, -900, 60, 0]), baseRate: 0.5 }, RIVAL);
    const turned = findMinimumAuc({ ...withValues([-900, -990, 0, 60]), baseRate: 0.5 }, RIVAL);
    expect(least.kind).toBe('required');
    expect(least.kind === 'required' && turned.kind === 'required' && Math.abs(least.auc - turned.auc)).toBeLessThan(
      1e-9,
    );
  });

  test('PF11 no sign and no corner of the figures gives NaN', () => {
    for (const tp of [-5, 0, 5]) {
      for (const fp of [-5, 0, 5]) {
        for (const rate of ['0', '0.3', '1']) {
          for (const adoption of [0, 0.5, 1]) {
            const result = evaluateValueModel(
              churnModel({
                baseRate: { likely: Number(rate) },
                adoption: { likely: adoption },
                values: { tp: constant(String(tp)), fn: constant('0'), fp: constant(String(fp)), tn: constant('0') },
                today: {
                  kind: 'recall-and-false-positive-rate',
                  recall: { likely: 0.4 },
                  falsePositiveRate: { likely: 0.1 },
                },
              }),
              { draws: 1000 },
            );
            // NaN becomes null in JSON, and nothing in a result is null.
            expect(JSON.stringify(result)).not.toContain('null');
          }
        }
      }
    }
  });

  test('PF11 precision is absent where there are no alarms', () => {
    expect(precisionAt(0.04, 0, 0)).toBeUndefined();
    expect(precisionAt(0, 0.5, 0.1)).toBe(0);
  });
});
