import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MulticlassValueModel, type RegressionValueModel, valueModelSchema } from './contract.ts';
import { describeValueModel } from './describe-value-model.ts';
import { evaluateValueModel } from './evaluate-value-model.ts';
import { constant, delayModel, triageModel } from './model-fixtures.ts';

const project = {
  currency: 'EUR',
  volumePerYear: { likely: 1000 },
  runCostPerYear: { likely: '500' },
  buildCost: { likely: '0' },
  depreciationYears: 1,
  adoption: { likely: 1 },
};

/** Worked out by hand: 1,000 cases, nine in ten taken for what they are, and one decision for all to be beaten. */
const twoClasses: MulticlassValueModel = {
  ...project,
  task: 'multiclass',
  classes: [
    { name: 'small', share: { likely: 0.7 } },
    { name: 'large', share: { likely: 0.3 } },
  ],
  decisions: ['wait', 'go'],
  values: [
    [constant('10'), constant('-5')],
    [constant('-20'), constant('30')],
  ],
  expected: { kind: 'accuracy', accuracy: { likely: 0.9 } },
  segments: [
    { name: 'town', share: { likely: 0.6 }, classShares: [{ likely: 0.9 }, { likely: 0.1 }] },
    { name: 'country', share: { likely: 0.4 }, classShares: [{ likely: 0.4 }, { likely: 0.6 }] },
  ],
};

test('PF11 parts with another mix of classes: what the model brings in each, over one decision for all', () => {
  const { segments, netPerYear, best } = describeValueModel(valueModelSchema.parse(twoClasses));
  expect(best).toBe('constant');
  expect(segments?.parts).toMatchObject([
    { name: 'town', share: 0.6, casesPerYear: 600, gainPerYear: '6990.00', pays: true },
    { name: 'country', share: 0.4, casesPerYear: 400, gainPerYear: '960.00', pays: true },
  ]);
  expect([netPerYear, segments?.netWherePays]).toEqual(['7450.00', '7450.00']);
});

/** Gaussian errors of σ without bias cost c·σ·φ(0) on each side: 0.3989422804·σ. */
const howLate: RegressionValueModel = {
  ...project,
  task: 'regression',
  unit: 'minutes',
  overCostPerUnit: constant('1'),
  underCostPerUnit: constant('1'),
  tolerance: { likely: 0 },
  steps: [],
  today: { kind: 'sigma', sigma: { likely: 20 } },
  expected: { sigma: { likely: 10 }, bias: { likely: 0 } },
  segments: [
    { name: 'peak', share: { likely: 0.5 }, overCostPerUnit: constant('3') },
    { name: 'quiet', share: { likely: 0.5 } },
  ],
};

test('PF11 parts in which an error costs something else: what the model brings in each, over today', () => {
  const { segments, netPerYear } = describeValueModel(valueModelSchema.parse(howLate));
  expect(segments?.parts).toMatchObject([
    { name: 'peak', casesPerYear: 500, gainPerYear: '7978.85', pays: true },
    { name: 'quiet', casesPerYear: 500, gainPerYear: '3989.42', pays: true },
  ]);
  expect(netPerYear).toBe('11468.27');
});

test('PF11 used only where it pays, a part in which the model loses is left out', () => {
  const segments = [
    { name: 'town', share: { likely: 0.5 }, classShares: [{ likely: 1 }, { likely: 0 }] },
    { name: 'country', share: { likely: 0.5 }, classShares: [{ likely: 0.1 }, { likely: 0.9 }] },
  ];
  const expected = { kind: 'accuracy' as const, accuracy: { likely: 0.8 } };
  const found = describeValueModel(valueModelSchema.parse({ ...twoClasses, expected, segments }));
  expect(found.segments?.parts.map(({ pays }) => pays)).toEqual([true, false]);
  expect(Number(found.segments?.netWherePays)).toBeGreaterThan(Number(found.netPerYear));
});

const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });

test('PF11 property: the gains of the parts are the net value and the fixed cost; parts as the whole change nothing', () => {
  fc.assert(
    fc.property(share, share, share, (first, one, other) => {
      const mix = (likely: number) => [{ likely }, { likely: 1 - likely }];
      const split = (parts: object[]) =>
        parts.map((part, at) => ({ name: `part ${at}`, share: { likely: at === 0 ? first : 1 - first }, ...part }));
      const cost = (likely: number) => constant((likely * 10).toFixed(4));
      const models = [
        { ...twoClasses, segments: split([{ classShares: mix(one) }, { classShares: mix(other) }]) },
        { ...howLate, segments: split([{ overCostPerUnit: cost(one) }, { underCostPerUnit: cost(other) }]) },
      ];
      for (const given of models) {
        const { segments, netPerYear, fixedCostPerYear } = describeValueModel(valueModelSchema.parse(given));
        const gains = (segments?.parts ?? []).reduce((sum, { gainPerYear }) => sum + Number(gainPerYear), 0);
        expect(gains).toBeCloseTo(Number(netPerYear) + Number(fixedCostPerYear), 1);
      }
    }),
    { numRuns: 60 },
  );
  const even = [
    { name: 'one', share: { likely: 0.3 } },
    { name: 'other', share: { likely: 0.7 } },
  ];
  for (const model of [triageModel(), delayModel()]) {
    const parsed = valueModelSchema.parse({ ...model, segments: even });
    expect(Number(describeValueModel(parsed).netPerYear)).toBeCloseTo(Number(describeValueModel(model).netPerYear), 1);
  }
});

test('PF11 the draws move the parts too, and the answer keeps to its own shape', () => {
  const uncertain = valueModelSchema.parse({
    ...twoClasses,
    segments: twoClasses.segments?.map((part, at) =>
      at === 0 ? { ...part, share: { low: 0.4, likely: 0.6, high: 0.8 } } : part,
    ),
  });
  const { interval, tornado } = evaluateValueModel(uncertain, { draws: 2000 });
  expect(Number(interval.p05)).toBeLessThan(Number(interval.p95));
  expect(tornado.map(({ path }) => path)).toContain('segments.0.share');
});

test.each([
  [
    'shares of parts',
    {
      segments: [
        { name: 'a', share: { likely: 0.6 } },
        { name: 'b', share: { likely: 0.6 } },
      ],
    },
    'add up to 1.2',
  ],
  [
    'one name twice',
    {
      segments: [
        { name: 'a', share: { likely: 0.5 } },
        { name: 'a', share: { likely: 0.5 } },
      ],
    },
    '"a"',
  ],
  [
    'a mix that is not whole',
    {
      segments: [
        { name: 'a', share: { likely: 0.5 }, classShares: [{ likely: 0.5 }, { likely: 0.4 }] },
        { name: 'b', share: { likely: 0.5 } },
      ],
    },
    'in "a" add up to 0.9',
  ],
  [
    'a mix of other classes',
    {
      segments: [
        { name: 'a', share: { likely: 0.5 }, classShares: [{ likely: 0.5 }, { likely: 0.3 }, { likely: 0.2 }] },
        { name: 'b', share: { likely: 0.5 } },
      ],
    },
    'expected is one for each of the 2 classes',
  ],
])('PF11 %s is refused with a sentence', (_what, changes, sentence) => {
  const { error } = valueModelSchema.safeParse({ ...twoClasses, ...changes });
  expect(error?.issues.map(({ message }) => message).join(' ')).toContain(sentence);
});
