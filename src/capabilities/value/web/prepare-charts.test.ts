import { expect, test } from 'vitest';
import type { Palette } from '../../../web/kit/charts/palette.ts';
import type { Pointed } from '../../../web/kit/charts/picture.ts';
import { deepValueModel } from '../../../../test/kit/deep-value-model.ts';
import type { BinaryValueModel } from '../contract.ts';
import { evaluateValueModel } from '../index.ts';
import { figuresOf } from './figures-of.ts';
import { prepareBaselines } from './prepare-baselines.ts';
import { prepareCashFlow } from './prepare-cash-flow.ts';
import { preparePilot } from './prepare-pilot.ts';
import { prepareScenarios } from './prepare-scenarios.ts';
import { prepareSegments } from './prepare-segments.ts';
import { edgeOfRoom, frontierLine, precisionAt, prepareFrontier } from './prepare-frontier.ts';
import { prepareHistogram } from './prepare-histogram.ts';
import { prepareTornado } from './prepare-tornado.ts';

const constant = (likely: string) => ({ kind: 'constant' as const, value: { likely } });
/** The test vector of the notes: today's rule costs 1,569,000 a year; 35.8 of 100 at 2 % false alarms. */
const model: BinaryValueModel = {
  task: 'binary',
  currency: 'EUR',
  volumePerYear: { likely: 50_000 },
  baseRate: { low: 0.03, likely: 0.04, high: 0.05 },
  values: { tp: constant('-330'), fn: constant('-900'), fp: constant('-60'), tn: constant('0') },
  today: {
    kind: 'recall-and-false-positive-rate',
    recall: { likely: 0.35 },
    falsePositiveRate: { likely: 0.05833333 },
  },
  runCostPerYear: { likely: '120000' },
  buildCost: { likely: '0' },
  depreciationYears: 1,
  adoption: { likely: 1 },
};
interface Drawn {
  tooltip: { show: boolean; formatter?: (pointed: Pointed) => string };
  yAxis: { axisLabel: { formatter: (value: number) => string } };
}

const result = evaluateValueModel(model, { draws: 1000 });
const plain = (text: string | undefined) => text?.replaceAll(/\s/g, ' ');

test('PF11 the baselines say which way is best without a model', () => {
  const { title, table } = prepareBaselines(result, 'en');
  expect(title).toBe('Without a model, “Today’s practice” is the best way: it costs €1,569,000 a year');
  expect(table.rows.map(([name]) => name)).toEqual([
    'Do nothing',
    'Act on every case',
    'Today’s practice',
    'Never wrong',
  ]);
  expect(plain(prepareBaselines(result, 'nl').title)).toContain('€ 1.569.000 per jaar');
});

test('PF11 the frontier says what must be caught at 2 % false alarms, and has its table', () => {
  const { breakEven } = result;
  if (breakEven.task !== 'binary') throw new Error('a binary model breaks even as one');
  const picture = prepareFrontier({ result: { ...result, breakEven }, model }, 'en');
  expect(picture?.title).toBe('With 2% false alarms, a model pays from 35.8% caught');
  expect(picture?.table.head).toHaveLength(3);
  const rates = picture?.table.rows.map(([rate]) => rate);
  expect(rates).toEqual(expect.arrayContaining(['0%', '0.5%', '1%', '2%', '5%', '10%', '20%', '50%']));
  expect(rates?.length).toBeLessThan(26);
  expect(picture?.table.rows.find(([rate]) => rate === '2%')?.[1]).toBe('35.8%');
  const line = frontierLine(breakEven.against.find(({ rival }) => rival === 'today')?.frontier ?? []);
  expect(line[0]?.precision).toBe(1);
  expect(line.every(({ recall }, index) => index === 0 || recall >= (line[index - 1]?.recall ?? 0))).toBe(true);
});

test('PF11 precision follows from recall, false alarms and base rate', () => {
  expect(precisionAt({ recall: 0.35, falsePositiveRate: 0.05833333 }, 0.04)).toBeCloseTo(0.2, 6);
  expect(precisionAt({ recall: 0, falsePositiveRate: 0 }, 0.04)).toBe(1);
});

test('PF11 the tornado names what decides most; a certain model has none', () => {
  expect(prepareTornado({ result, model }, 'en')?.title).toBe('What decides most: share needing action');
  const certain = { ...model, baseRate: { likely: 0.04 } };
  const sure = evaluateValueModel(certain, { draws: 1000 });
  expect(prepareTornado({ result: sure, model: certain }, 'en')).toBeNull();
});

test('PF11 the histogram counts every draw', () => {
  const rows = prepareHistogram(result, 'en')?.table.rows ?? [];
  expect(rows.reduce((sum, row) => sum + Number(row[2]?.replace(',', '')), 0)).toBe(1000);
});

test('PF11 the figures are written with their unit', () => {
  const [threshold, auc, ceiling] = figuresOf(result, 'en');
  expect(threshold).toMatchObject({ label: 'Act on a case from a chance of', value: '9.5%' });
  expect(auc?.unit).toContain('ROC');
  expect(ceiling).toMatchObject({ value: '€909,000', unit: 'EUR a year' });
});

test('PF11 a chart stays the same one while its amounts change, so that its table stays open', () => {
  const dearer = { ...model, values: { ...model.values, fn: constant('-1200') } };
  const [before, after] = [result, evaluateValueModel(dearer, { draws: 1000 })].map((given) => [
    prepareBaselines(given, 'en'),
    prepareHistogram(given, 'en'),
  ]);
  expect(after?.map((picture) => picture?.id)).toEqual(before?.map((picture) => picture?.id));
  expect(after?.[0]?.title).not.toBe(before?.[0]?.title);
});

test('PF11 what a chart writes while it is pointed at, and on its axes, is in the language of the page', () => {
  const palette = {} as Palette;
  const { breakEven } = result;
  if (breakEven.task !== 'binary') throw new Error('a binary model breaks even as one');
  const options = [
    prepareBaselines(result, 'nl'),
    prepareFrontier({ result: { ...result, breakEven }, model }, 'nl'),
    prepareHistogram(result, 'nl'),
  ].map((picture) => picture?.option(palette, false) as unknown as Drawn);
  const pointed = { name: '', dataIndex: 0 };
  expect(plain(options[0]?.tooltip.formatter?.(pointed))).toBe('Niets doen: € 1.800.000');
  expect(options[1]?.tooltip.formatter?.({ ...pointed, dataIndex: 1 })).toMatch(
    /: 35% gevonden, 20% terecht ingegrepen$/,
  );
  expect(options[2]?.tooltip.show).toBe(false);
  expect(options[2]?.yAxis.axisLabel.formatter(1500)).toBe('1.500');
});

test('PF11 the charts of the further parts say what they found, and have their figures as a table', () => {
  const deep = evaluateValueModel(deepValueModel, { draws: 1000 });
  const pictures = [prepareSegments, prepareScenarios, prepareCashFlow, preparePilot].map((prepare) =>
    prepare(deep, 'en'),
  );
  expect(pictures.map((picture) => picture?.title)).toEqual([
    'The model pays in every segment',
    'The project pays in the base case and Merger, not in Pessimistic',
    expect.stringMatching(/^Paid back after \d+ months; over 5 years worth €[\d,]+ today$/),
    expect.stringMatching(/^A pilot of 1,500 labelled cases /),
  ]);
  expect(pictures.map((picture) => picture?.table.rows.length)).toEqual([4, 3, 61, deep.pilot?.curve.length]);
  for (const prepare of [prepareSegments, prepareScenarios, prepareCashFlow, preparePilot]) {
    expect(prepare(deep, 'nl')?.title).not.toBe(prepare(deep, 'en')?.title);
    expect(prepare(result, 'en')).toBeNull();
  }
});

test('PF11 the region that pays ends where there is room for no more', () => {
  const edge = edgeOfRoom([{ recall: 0.4, precision: 0.27 }], { room: 0.06, baseRate: 0.04 });
  expect(edge).toEqual([{ recall: 1, precision: expect.closeTo(2 / 3, 12) }]);
  expect(edgeOfRoom([{ recall: 0.2, precision: 0.3 }], { room: 0.02, baseRate: 0.04 })).toEqual([
    { recall: 0.5, precision: 1 },
  ]);
  expect(edgeOfRoom([{ recall: 0.4, precision: 0.27 }], { room: 1, baseRate: 0.04 })).toEqual([]);
});
