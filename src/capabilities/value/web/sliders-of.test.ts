import { describe, expect, test } from 'vitest';
import { valueModelSchema } from '../contract.ts';
import { describeValueModel } from '../index.ts';
import { between, churnModel, delayModel, triageModel } from '../model-fixtures.ts';
import type { Draft } from './draft-path.ts';
import { slidersOf, withMoved } from './sliders-of.ts';

const movedModel = (model: object, moved: Record<string, number>) =>
  valueModelSchema.parse(withMoved(model as Draft, slidersOf(valueModelSchema.parse(model)), moved));

describe('what-if sliders', () => {
  test('PF11 every task has its sliders, each with its saved value within its bounds', () => {
    const models = [churnModel(), triageModel(), delayModel(), churnModel({ baseRate: between(0.01, 0.04, 0.9) })];
    for (const model of models) {
      const sliders = slidersOf(model);
      expect(sliders.length).toBeGreaterThan(3);
      for (const { saved, low, high, step } of sliders) {
        expect([saved >= low, saved <= high, step > 0, (high - low) / step <= 1100]).toEqual([true, true, true, true]);
      }
    }
    expect(slidersOf(churnModel()).map(({ path }) => path)).toEqual([
      'expected.recall',
      'expected.falsePositiveRate',
      'volumePerYear',
      'baseRate',
      'adoption',
      'values.tp.value',
      'values.fn.value',
      'values.fp.value',
      'runCostPerYear',
      'buildCost',
    ]);
  });

  test('PF11 moving is the same as writing the figures, at both ends of every slider', () => {
    const model = churnModel({ expected: { recall: { likely: 0.6 }, falsePositiveRate: { likely: 0.05 } } });
    const moved = movedModel(model, { 'values.fn.value': -1200, volumePerYear: 80_000, 'expected.recall': 0.7 });
    const written = churnModel({
      volumePerYear: { likely: 80_000 },
      values: { ...model.values, fn: { kind: 'constant', value: { likely: '-1200' } } },
      expected: { recall: { likely: 0.7 }, falsePositiveRate: { likely: 0.05 } },
    });
    expect(describeValueModel(moved)).toEqual(describeValueModel(written));
    for (const each of [model, triageModel(), delayModel()]) {
      for (const { path, low, high } of slidersOf(each)) {
        for (const end of [low, high])
          expect(describeValueModel(movedModel(each, { [path]: end })).verdict.kind).toBeTruthy();
      }
    }
  });

  test('PF11 a value beyond low or high takes them along, and what is expected of nothing begins as never wrong', () => {
    const model = churnModel({ baseRate: between(0.03, 0.04, 0.05) });
    expect(movedModel(model, { baseRate: 0.08 })).toMatchObject({ baseRate: { low: 0.03, likely: 0.08, high: 0.08 } });
    expect(movedModel(model, { 'expected.falsePositiveRate': 0.03 })).toMatchObject({
      expected: { recall: { likely: 1 }, falsePositiveRate: { likely: 0.03 } },
    });
    expect(movedModel(triageModel(), { 'expected.accuracy': 0.8 })).toMatchObject({ expected: { kind: 'accuracy' } });
  });
});
