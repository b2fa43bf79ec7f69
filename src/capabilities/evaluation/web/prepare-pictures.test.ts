import { expect, test } from 'vitest';
import type { Euros, EvaluationSummary, ProtocolGroup, Quality } from '../contract.ts';
import { bodyOf, draftOf, type Offered } from './begin-draft.ts';
import { prepareCalibration } from './prepare-calibration.ts';
import { prepareCurve } from './prepare-curve.ts';
import { prepareErrors } from './prepare-errors.ts';
import { prepareRanking } from './prepare-ranking.ts';
import { sayBest } from './say-best.ts';

type Binary = Extract<Quality, { task: 'binary' }>;

const binary = (part: Partial<Binary>): Binary => ({
  task: 'binary',
  truths: ['1', '0'],
  decisions: ['act', 'leave'],
  cells: [
    [8, 2],
    [3, 7],
  ],
  metrics: {
    recall: null,
    precision: null,
    falseAlarms: null,
    accuracy: null,
    baseRate: null,
    f1: null,
    auc: null,
    logLoss: null,
    brier: null,
  },
  curve: [],
  isExact: true,
  calibration: [],
  ...part,
});
const euros = (threshold: Euros['threshold']): Euros => ({
  currency: 'EUR',
  perCase: -40,
  perMonth: -4000,
  perThousand: -40_000,
  total: -800,
  low: -5000,
  high: -3000,
  against: [],
  interval: { method: 'dirichlet', draws: 2000, seed: 1 },
  threshold,
  champion: null,
  volumePerYear: 1200,
  expectedBaseRate: null,
});
const curve = Array.from({ length: 1000 }, (_, index) => ({
  threshold: index / 1000,
  tp: 1000 - index,
  fn: index,
  fp: 1000 - index,
  tn: index,
  perMonth: -1000 - Math.abs(index - 450) * 10,
}));
const plain = (text: string | undefined) => text?.replaceAll(/\s/g, ' ');

test('SM1 the curve of euros says which threshold pays best, what the one in use leaves, and draws no thousand points', () => {
  const picture = prepareCurve(
    binary({ curve }),
    { euros: euros({ best: 0.45, perMonth: -1000, regret: 3000 }), inUse: 0.75 },
    'en',
  );
  expect(picture?.title).toBe('Acting from a score of 0.45 pays best: -€1,000 a month');
  expect(picture?.note).toBe('In use is 0.75, which leaves €3,000 a month.');
  expect(picture?.table.rows.length).toBeLessThanOrEqual(30);
  expect(picture?.table.rows[0]).toEqual(['0', '100%', '100%', '-€5,500']);
  expect(picture?.table.rows.at(-1)?.[0]).toBe('0.999');
});

test('SM1 where acting never pays, or there are no scores, the curve says so or is not there', () => {
  const nothing = { best: null, perMonth: 0, regret: 4000 };
  expect(prepareCurve(binary({ curve }), { euros: euros(nothing), inUse: 0.5 }, 'nl')?.title).toBe(
    'Bij geen enkele drempel levert ingrijpen meer op dan niets doen',
  );
  expect(prepareCurve(binary({ curve }), { euros: euros(nothing), inUse: null }, 'en')).toBeNull();
  expect(prepareCurve(binary({}), { euros: euros(nothing), inUse: 0.5 }, 'en')).toBeNull();
});

test('PF8 scores that differ beyond what is written stand in the table once', () => {
  const near = curve.slice(0, 20).map((point) => ({ ...point, ...curve[0], threshold: point.threshold / 1e6 }));
  const best = { best: 0, perMonth: -4000, regret: 0 };
  const picture = prepareCurve(binary({ curve: near }), { euros: euros(best), inUse: 0.5 }, 'en');
  expect(picture?.table.rows).toHaveLength(1);
  expect(picture?.note).toBe('In use is 0.5: nothing is left.');
});

test('PF8 calibration says that it holds, or by how much it is off', () => {
  const rate = (value: number) => ({ count: 1, total: 10, value, low: 0, high: 1 });
  const of = (...pairs: [number, number][]) =>
    prepareCalibration(
      binary({ calibration: pairs.map(([said, value]) => ({ cases: 10, said, happened: rate(value) })) }),
      'en',
    );
  expect(of([0.1, 0.12], [0.8, 0.75])?.title).toBe('What it says happens: they differ by at most 5%');
  expect(of([0.1, 0.4], [0.8, 0.75])?.title).toBe('What it says is off by up to 30%');
  expect(of([0.1, 0.4])).toBeNull();
});

test('PF8 errors say where half of them lie, in their unit', () => {
  const histogram = [
    { from: -2, to: 0, cases: 3 },
    { from: 0, to: 2, cases: 5 },
  ];
  const quantiles = [
    { share: 0.25, error: -0.5 },
    { share: 0.75, error: 1.25 },
  ];
  const quality = {
    task: 'regression' as const,
    unit: 'minutes',
    meanError: 0,
    meanSize: 1,
    rootMeanSquare: 1,
    r2: null,
  };
  const picture = prepareErrors({ ...quality, histogram, quantiles, deciles: [] }, 'nl');
  expect(picture?.title).toBe('De helft van de fouten ligt tussen -0,5 en 1,25 minutes');
  expect(picture?.table.rows).toEqual([
    ['-2', '0', '3'],
    ['0', '2', '5'],
  ]);
});

const summary = (runName: string, part: Partial<EvaluationSummary>): EvaluationSummary =>
  ({
    id: runName,
    runName,
    perMonth: null,
    low: null,
    high: null,
    levelPerMonth: null,
    asked: { threshold: 0.5 },
    ...part,
  }) as EvaluationSummary;
const group = (evaluations: EvaluationSummary[], isInEuros = true) =>
  ({
    evaluations,
    isInEuros,
    place: 'Nights, version 1',
    metric: 'AUC',
    currency: isInEuros ? 'EUR' : null,
    pairs: [] as ProtocolGroup['pairs'],
  }) as ProtocolGroup;

test('DS2 the best is named with what it brings more, or that these cases cannot tell; one alone is ranked against nothing', () => {
  const best = summary('forest', { perMonth: 900, low: 800, high: 1000, levelPerMonth: 700 });
  const clear = summary('trees', { perMonth: 500, low: 400, high: 600, levelPerMonth: 700 });
  const near = summary('boosted', { perMonth: 850, low: 750, high: 950, levelPerMonth: 700 });
  const said = (...all: EvaluationSummary[]) => plain(sayBest(group(all), 'en'));
  expect(said(best, clear)).toBe('forest is worth most: €900 a month, €400 more than trees.');
  expect(said(best, near)).toMatch(/; the bounds of boosted overlap with it/);
  expect(said(best)).toMatch(/^Only forest was evaluated on Nights, version 1/);
  expect(sayBest(group([summary('a', { quality: 0.91 }), summary('b', { quality: 0.9 })], false), 'en')).toBe(
    'a is best: AUC 0.91.',
  );
  const twice = summary('forest', { ...clear, runName: 'forest', asked: { ...best.asked, threshold: 0.35 } });
  expect(said(best, twice)).toBe('forest (from 0.5) is worth most: €900 a month, €400 more than forest (from 0.35).');
  const picture = prepareRanking(group([best, clear]), 'en');
  expect(picture?.title).toBe('1 of 2 are above the level');
  expect(picture?.table.rows.map(([name]) => name)).toEqual(['1. forest', '2. trees']);
  expect(prepareRanking(group([best]), 'en')).toBeNull();
});

const offered: Offered = {
  task: 'binary',
  tables: [
    {
      artifact: 'eval.json',
      columns: ['id', 'truth', 'score', 'hall'],
      guess: { truth: 'truth', score: 'score', predicted: null, id: 'id', segments: [] },
    },
  ],
  data: [
    { versionId: 'v1', name: 'Nights', number: 1, isOfRun: false },
    { versionId: 'v2', name: 'Nights', number: 2, isOfRun: true },
  ],
  values: [{ source: 'level', number: 1 }],
};

test('PF8 the form begins with what is most likely: the data of the run, the level, the best other model on that data', () => {
  const rival = (id: string, versionId: string, columns: object) =>
    ({ id, data: { versionId }, asked: { columns } }) as unknown as EvaluationSummary;
  const rivals = [
    rival('elsewhere', 'v1', { id: 'id' }),
    rival('nameless', 'v2', {}),
    rival('best', 'v2', { id: 'id' }),
  ];
  const draft = draftOf(offered, { rivals, locale: 'nl' });
  expect(draft).toMatchObject({ data: 'v2', value: 'level', champion: 'best', threshold: '0,5' });
  expect(bodyOf({ ...draft, threshold: '0,35', split: ' test ' }, offered, 'nl')).toEqual({
    artifact: 'eval.json',
    columns: { truth: 'truth', score: 'score', id: 'id', segments: [] },
    datasetVersionId: 'v2',
    value: 'level',
    bins: 1000,
    threshold: 0.35,
    split: 'test',
    championId: 'best',
  });
  expect(bodyOf({ ...draft, threshold: 'half' }, offered, 'nl')).toBeNull();
  const byClass = { ...draft, columns: { ...draft.columns, score: '' }, value: 'none' as const, data: '' };
  const body = bodyOf(byClass, offered, 'nl');
  expect(body).toMatchObject({ datasetVersionId: null });
  expect(body).not.toHaveProperty('threshold');
  expect(body).not.toHaveProperty('championId');
});
