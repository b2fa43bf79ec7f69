import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueOptionsSchema, valueResultSchema } from './contract.ts';
import { amountForRow, evaluateValueModel, verdictSentence } from './index.ts';
import { between, churnModel, constant, delayModel, triageModel } from './model-fixtures.ts';

describe('the whole answer', () => {
  test('PF11 the answer for each task is what the contract says, also as JSON', () => {
    const models = [
      churnModel(),
      { ...churnModel(), baseRate: between(0, 0.5, 1), adoption: between(0, 0.5, 1) },
      churnModel({ baseRate: { likely: 1 }, today: { kind: 'yearly-cost', costPerYear: { likely: '-5' } } }),
      triageModel(),
      triageModel({ adoption: { likely: 0 } }),
      delayModel(),
      delayModel({ overCostPerUnit: constant('0'), underCostPerUnit: constant('0'), steps: [] }),
    ];
    for (const model of models) {
      const result = evaluateValueModel(model, { draws: 1000 });
      expect(valueResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    }
  });

  test('PF11 the most extreme figures the contract allows give an answer the contract allows', () => {
    const rate = fc.constantFrom(0, 1e-300, 1e-9, 0.04, 0.5, 1 - 1e-12, 1).map((likely) => ({ likely }));
    const amount = fc
      .constantFrom('0', '-0.00000001', '0.01', '-900', '60', '999999999999999.99', '-999999999999999')
      .map((likely) => constant(likely));
    const cost = fc.constantFrom('0', '0.00000001', '120000', '999999999999999').map((likely) => ({ likely }));
    const common = {
      volumePerYear: fc.constantFrom(0, 1e-6, 1, 50_000, 1e12).map((likely) => ({ likely })),
      adoption: rate,
      runCostPerYear: cost,
      buildCost: cost,
      depreciationYears: fc.constantFrom(0.1, 3, 50),
    };
    const today = fc.record({
      kind: fc.constant('recall-and-false-positive-rate' as const),
      recall: rate,
      falsePositiveRate: rate,
    });
    const binary = fc.record({
      ...common,
      baseRate: rate,
      values: fc.record({ tp: amount, fn: amount, fp: amount, tn: amount }),
      today,
    });
    const size = fc.constantFrom(0, 1e-9, 5, 1e12).map((likely) => ({ likely }));
    const unitCost = fc.constantFrom('0', '0.00000001', '5', '999999999999999').map((likely) => constant(likely));
    const sigma = fc.record({ kind: fc.constant('sigma' as const), sigma: size });
    const regression = fc.record({
      ...common,
      overCostPerUnit: unitCost,
      underCostPerUnit: unitCost,
      tolerance: size,
      targetSigma: size,
      today: sigma,
    });
    const table = fc.array(fc.array(amount, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 });
    const model = fc.oneof(
      binary.map((changes) => churnModel(changes)),
      regression.map((changes) => delayModel(changes)),
      fc.record({ ...common, values: table }).map((changes) => triageModel(changes)),
    );
    fc.assert(
      fc.property(model, (given) => {
        const result = evaluateValueModel(given, { draws: 1000 });
        expect(valueResultSchema.safeParse(result).error?.issues ?? []).toEqual([]);
        for (const language of ['en', 'nl'] as const)
          expect(verdictSentence(result.verdict, language)).not.toMatch(/NaN|undefined|∞/);
      }),
      { seed: 11, numRuns: 800 },
    );
  });

  test('PF11 each rival has its frontier, least AUC and ceiling', () => {
    const { breakEven, ceilings } = evaluateValueModel(churnModel());
    expect(breakEven.task === 'binary' && breakEven.against.map(({ rival }) => rival)).toEqual([
      'nothing',
      'all',
      'today',
    ]);
    expect(ceilings.map(({ rival, perYear }) => [rival, perYear])).toEqual([
      ['nothing', '1140000.00'],
      ['all', '2880000.00'],
      ['today', '909000.00'],
    ]);
  });

  test('PF11 a practice that beats perfect decisions leaves nothing to gain', () => {
    const today = { kind: 'yearly-cost' as const, costPerYear: { likely: '100' } };
    const { ceiling, verdict } = evaluateValueModel(churnModel({ today }));
    expect(ceiling).toMatchObject({ perYear: '-659900.00', buildCost: '0.00', requiredShare: { kind: 'impossible' } });
    expect(verdict).toMatchObject({ kind: 'never-pays', reason: 'nothing-to-gain' });
  });

  test('PF11 the number of draws has limits', () => {
    expect(valueOptionsSchema.safeParse({ draws: 100_001 }).success).toBe(false);
    expect(valueOptionsSchema.safeParse({ draws: 100_000, seed: 3, shape: 'triangular' }).success).toBe(true);
  });

  test('PF11 an amount is worked out for a row, or is absent when the column is', () => {
    const perRow = { kind: 'per-row' as const, column: 'contract', rate: '-0.5', plus: '-10', mean: { likely: 100 } };
    expect(amountForRow(perRow, { contract: 300 })).toBe(-160);
    expect(amountForRow(perRow, { contract: '300' })).toBeUndefined();
    expect(amountForRow(perRow, {})).toBeUndefined();
    expect(amountForRow(constant('-60'), {})).toBe(-60);
  });
});
