import { describe, expect, test } from 'vitest';
import { valueModelSchema } from '../contract.ts';
import { evaluateValueModel } from '../index.ts';
import { churnModel, constant } from '../model-fixtures.ts';
import type { Draft } from './draft-path.ts';
import { figuresIn } from './figures-in.ts';
import {
  figuresChanged,
  placesChanged,
  placesToChange,
  promoteScenario,
  withChange,
  withoutChange,
} from './scenario-draft.ts';

const model = churnModel({
  expected: { recall: { likely: 0.6 }, falsePositiveRate: { likely: 0.05 } },
  scenarios: [
    { name: 'few', changes: { volumePerYear: { likely: 30_000 } } },
    { name: 'dear', changes: { values: { fn: constant('-1200') } } },
  ],
});
const draft = model as unknown as Draft;

describe('scenarios as they are written', () => {
  test('PF11 a figure that differs begins as in the base case, and can be taken away again', () => {
    expect(placesToChange(draft, 0)).not.toContain('volumePerYear');
    const changed = withChange(withChange(draft, 0, 'expected'), 0, 'values.tp');
    expect(placesChanged(changed, 0)).toEqual(['volumePerYear', 'values.tp', 'expected']);
    expect(figuresChanged(changed, 0, 'expected').map(({ path }) => path)).toEqual([
      'expected.recall',
      'expected.falsePositiveRate',
    ]);
    expect(valueModelSchema.safeParse(changed).success).toBe(true);
    const without = withoutChange(draft, 0, 'volumePerYear');
    expect(without['scenarios']).toEqual([{ name: 'few', changes: {} }, model.scenarios?.[1]]);
  });

  test('PF11 a scenario becomes the base case, and every scenario keeps its figures', () => {
    const before = evaluateValueModel(model, { draws: 1000 }).scenarios ?? [];
    const promoted = valueModelSchema.parse(promoteScenario(draft, 1, 'Former'));
    expect(promoted).toMatchObject({ values: { fn: constant('-1200'), tp: constant('-330') } });
    const after = evaluateValueModel(promoted, { draws: 1000 }).scenarios ?? [];
    const nets = (lines: typeof before) => lines.map(({ netPerYear }) => netPerYear);
    expect(nets(after)).toEqual([before[2], before[1], before[0]].map((line) => line?.netPerYear));
    expect(after.map(({ name }) => name)).toEqual([null, 'few', 'Former']);
  });

  test('PF11 every figure of a model is found, in the order of the page', () => {
    expect(figuresIn(draft).map(({ path }) => path)).toEqual([
      'volumePerYear',
      'baseRate',
      'values.tp',
      'values.fn',
      'values.fp',
      'values.tn',
      'today.recall',
      'today.precision',
      'expected.recall',
      'expected.falsePositiveRate',
      'runCostPerYear',
      'buildCost',
      'depreciationYears',
      'adoption',
    ]);
  });
});
