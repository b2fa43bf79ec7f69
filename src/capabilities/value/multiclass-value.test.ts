import { describe, expect, test } from 'vitest';
import { chooseDecision, evaluateValueModel } from './index.ts';
import { readMulticlassScenario } from './multiclass-scenario.ts';
import { between, constant, triageModel } from './model-fixtures.ts';
import { accuracyValue, perfectValue, toShares, wrongValue } from './multiclass-value.ts';
import { findRequiredAccuracy } from './required-accuracy.ts';

const values = [
  [0, -20, -50, -8],
  [-100, 40, -30, -12],
  [-400, -150, 120, -20],
];

describe('decisions between more than two classes', () => {
  // numpy: N·S@V for the constants, N·S@max(V) for perfect, N·ΣS·(M∘V) − 5 000 for today.
  test('PF11 doing nothing, the best single decision, today’s practice and perfect decisions are priced', () => {
    const { baselines, best, breakEven } = evaluateValueModel(triageModel());
    expect(baselines.map(({ kind, valuePerYear, decision }) => [kind, valuePerYear, decision])).toEqual([
      ['nothing', '-600000.00', 'leave'],
      ['constant', '-100000.00', 'ask'],
      ['today', '-82200.00', undefined],
      ['perfect', '200000.00', undefined],
    ]);
    expect(best).toBe('today');
    expect(breakEven.task === 'multiclass' && breakEven.bestDecisions).toEqual([
      { truth: 'healthy', decision: 'leave', value: '0.00' },
      { truth: 'worn', decision: 'service', value: '40.00' },
      { truth: 'failing', decision: 'replace', value: '120.00' },
    ]);
  });

  // numpy: wrong −650 000; (−82 200 + 30 000 + 650 000) / 850 000, and the same with a = .75 and the default at −600 000.
  test.each([
    [1, 0.7032941176],
    [0.75, 0.9181176471],
  ])('PF11 at adoption %d the accuracy that breaks even is %d', (adoption, accuracy) => {
    const model = triageModel({ adoption: { likely: adoption } });
    const scenario = readMulticlassScenario(model);
    const needed = findRequiredAccuracy(scenario.figures([]), {
      defaultValue: scenario.defaultValue([]),
      rivalValue: -82_200,
    });
    expect(needed.kind === 'required' && Number(needed.value.toFixed(10))).toBe(accuracy);
  });

  test('PF11 accuracy runs from always wrong to perfect', () => {
    const figures = readMulticlassScenario(triageModel()).figures([]);
    expect(wrongValue(figures)).toBeCloseTo(-650_000, 6);
    expect(accuracyValue(figures, 0)).toBe(wrongValue(figures));
    expect(accuracyValue(figures, 1)).toBe(perfectValue(figures));
  });

  test('PF11 where all classes want the same decision no accuracy helps', () => {
    const same = triageModel({ values: values.map(() => ['1', '0', '0', '0'].map((amount) => constant(amount))) });
    const { breakEven, verdict } = evaluateValueModel(same);
    expect(breakEven.task === 'multiclass' && breakEven.against[1]?.accuracy).toEqual({
      kind: 'impossible',
      reason: 'decisions-do-not-differ',
    });
    expect(verdict).toMatchObject({ kind: 'never-pays', reason: 'nothing-to-gain' });
  });

  test('PF11 the decision for one case is the one of highest expected value, asking included', () => {
    // p@V by numpy: −110, −28, −10, −11.6.
    expect(chooseDecision([0.5, 0.3, 0.2], values)).toEqual({ decision: 2, expectedValue: -10 });
    expect(chooseDecision([0.55, 0.3, 0.15], values).decision).toBe(3);
    expect(chooseDecision([1, 0, 0], values).decision).toBe(0);
  });

  test('PF11 shares that are drawn are scaled to add up to one', () => {
    expect(toShares([0.2, 0.2])).toEqual([0.5, 0.5]);
    expect(toShares([0, 0])).toEqual([0.5, 0.5]);
    const classes = triageModel().classes.map(({ name, share }, index) =>
      index === 0 ? { name, share: between(0.5, 0.7, 0.8) } : { name, share },
    );
    const bar = evaluateValueModel(triageModel({ classes }), { draws: 1000 }).tornado[0];
    expect(bar).toMatchObject({ path: 'classes.0.share', low: 0.5, high: 0.8 });
  });

  test('PF11 the team’s expectation may be an accuracy or a table of rates', () => {
    const accuracy = { kind: 'accuracy' as const, accuracy: { likely: 0.8 } };
    // .8·200 000 − .2·650 000 − 30 000 + 82 200.
    expect(evaluateValueModel(triageModel({ expected: accuracy })).netPerYear).toBe('82200.00');
    const rates = [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
    ];
    // Every class gets its best decision: perfect, so 200 000 − 30 000 + 82 200.
    expect(evaluateValueModel(triageModel({ expected: { kind: 'confusion', rates } })).netPerYear).toBe('252200.00');
  });
});
