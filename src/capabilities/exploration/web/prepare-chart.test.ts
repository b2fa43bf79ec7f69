import { expect, test } from 'vitest';
import type { Palette } from '../../../web/kit/charts/palette.ts';
import { type Chart, chartSchema } from '../../statistics/contract.ts';
import { prepareChart } from './prepare-chart.ts';

const palette = {
  water: 'blue',
  waterLine: 'pale',
  ink: 'black',
  line: 'grey',
  quiet: 'grey',
  sheet: 'white',
} as Palette;
const share = (positives: number, known: number) => ({
  measure: 'share',
  known,
  positives,
  value: positives / known,
  low: positives / known - 0.05,
  high: positives / known + 0.05,
});
const chartOf = (given: object): Chart =>
  chartSchema.parse({ status: 'drawn', rows: 400, y: null, target: null, overall: null, ...given });
const late = { column: 'late', positive: 'true' };

interface Option {
  xAxis: { type: string; data?: string[] };
  yAxis: { type: string; data?: string[] };
  series: { type: string; data: unknown[] }[];
}
const prepared = (chart: Chart, locale: 'en' | 'nl' = 'en') => {
  const picture = prepareChart({ id: 'a', sentence: 'EV is late more often.', chart }, locale);
  if (!picture) throw new Error('there is a picture');
  return { picture, option: picture.option(palette, false) as unknown as Option };
};

test('PF7 values lie below one another, each with its outcome, its interval and how many rows', () => {
  const chart = chartOf({
    x: { column: 'carrier', unit: null, cells: [{ cell: 'value', value: 'EV' }, { cell: 'missing' }] },
    target: late,
    cells: [
      { x: 0, y: null, rows: 300, outcome: share(150, 300) },
      { x: 1, y: null, rows: 100, outcome: null },
    ],
    overall: share(150, 300),
  });
  const { picture, option } = prepared(chart);
  expect(picture.title).toBe('EV is late more often.');
  expect(picture.table).toEqual({
    head: ['carrier', 'Rows', '“late” is true', '95 % from', 'to'],
    rows: [
      ['EV', '300', '50%', '45%', '55%'],
      ['missing', '100', 'not known', '', ''],
    ],
  });
  expect([option.xAxis.type, option.yAxis.data]).toEqual(['value', ['EV', 'missing']]);
  expect(option.series.map(({ type, data }) => [type, data])).toEqual([
    ['bar', [0.5, null]],
    ['custom', [[0, 0.45, 0.55]]],
  ]);
  expect(prepared(chart, 'nl').picture.table.head).toEqual(['carrier', 'Rijen', '“late” is true', '95 % van', 'tot']);
});

test('PF7 ranges and times stand beside one another, also where nothing lies', () => {
  const cells = [
    { cell: 'range', above: null, upTo: 10 },
    { cell: 'range', above: 10, upTo: 20.5 },
    { cell: 'range', above: 20.5, upTo: null },
  ];
  const { picture, option } = prepared(
    chartOf({
      x: { column: 'delay', unit: null, cells },
      cells: [
        { x: 0, y: null, rows: 300, outcome: null },
        { x: 2, y: null, rows: 100, outcome: null },
      ],
    }),
  );
  expect(picture.table.rows).toEqual([
    ['up to 10', '300'],
    ['above 10, up to 20.5', '0'],
    ['above 20.5', '100'],
  ]);
  expect([option.xAxis.type, option.series.length, option.series[0]?.data]).toEqual(['category', 1, [300, 0, 100]]);
});

test('PF7 two columns are a map, of which the table has every tile', () => {
  const { picture, option } = prepared(
    chartOf({
      x: { column: 'day', unit: 'month', cells: [{ cell: 'time', from: '2001-02-01T00:00:00' }] },
      y: {
        column: 'side',
        unit: null,
        cells: [
          { cell: 'value', value: 'left' },
          { cell: 'value', value: 'right' },
        ],
      },
      target: late,
      cells: [
        { x: 0, y: 0, rows: 300, outcome: share(150, 300) },
        { x: 0, y: 1, rows: 100, outcome: share(20, 100) },
      ],
      overall: share(170, 400),
    }),
  );
  expect(picture.table.rows).toEqual([
    ['2001-02; left', '300', '50%', '45%', '55%'],
    ['2001-02; right', '100', '20%', '15%', '25%'],
  ]);
  expect(option.series[0]?.data).toEqual([
    [0, 0, 0.5],
    [0, 1, 0.2],
  ]);
});

test('PF7 where there is nothing to draw there is no picture', () => {
  const x = { column: 'carrier', unit: null, cells: [] };
  expect(prepareChart({ id: 'a', sentence: '', chart: chartOf({ rows: 0, x, cells: [] }) }, 'en')).toBeNull();
  const none: Chart = { status: 'not_computable', column: 'legs', reason: 'not_for_this_kind' };
  expect(prepareChart({ id: 'a', sentence: '', chart: none }, 'en')).toBeNull();
});
