import { expect, test } from 'vitest';
import type { DrawnMetric } from '../contract.ts';
import { placeOf, prepareMetric } from './prepare-metric.ts';

const drawn = (points: [number, number | null][], more: Partial<DrawnMetric> = {}): DrawnMetric => {
  const values = points.flatMap(([, value]) => (value === null ? [] : [value]));
  const [from, to] = [points[0]?.[0] ?? null, points.at(-1)?.[0] ?? null];
  const [lowest, highest] = values.length ? [Math.min(...values), Math.max(...values)] : [null, null];
  const totals = { count: points.length, isThinned: false, notNumbers: 0, infinite: 0 };
  return { key: 'loss', by: 'step', points, from, to, lowest, highest, ...totals, ...more };
};
const zoom = () => undefined;
const given = { metric: 'loss', along: 'step', isLogarithmic: false, zoom } as const;

test('DS1 the title of a chart says where a metric ended and between which values', () => {
  const run = {
    name: 'deep',
    startedAt: 0,
    drawn: drawn(
      [
        [0, 2],
        [1, null],
        [2, 0.5],
        [3, null],
      ],
      { notNumbers: 2 },
    ),
  };
  const picture = prepareMetric({ ...given, runs: [run] }, 'en');
  expect(picture.title).toBe('loss ends at 0.5, after values from 0.5 to 2');
  expect(picture.note).toContain('Not a number, left open: 2.');
  expect(picture.table.rows).toEqual([
    ['0', '2'],
    ['1', '–'],
    ['2', '0.5'],
    ['3', '–'],
  ]);
  const nothing = { ...run, drawn: drawn([[0, null]]) };
  expect(prepareMetric({ ...given, runs: [nothing] }, 'nl').title).toBe('loss heeft hier geen eindige waarde');
});

test('DS1 of several runs each has its own line and begins where it began', () => {
  const runs = [
    {
      name: 'deep',
      startedAt: 1_000,
      drawn: drawn([
        [1_000, 1],
        [3_000, 2],
      ]),
    },
    { name: 'wide', startedAt: 9_000, drawn: drawn([[9_500, 3]]) },
  ];
  const { table, title } = prepareMetric({ ...given, along: 'relative', runs }, 'en');
  expect(title).toBe('loss of 2 runs, from 1 to 3');
  expect(table.rows).toEqual([
    ['0 s', 'deep', '1'],
    ['2 s', 'deep', '2'],
    ['0.5 s', 'wide', '3'],
  ]);
  expect(placeOf(500, 'relative', 9_000)).toBe(9_500);
});

test('DS1 on a logarithmic scale what is not above zero is left open, and that is said', () => {
  const run = {
    name: 'deep',
    startedAt: 0,
    drawn: drawn([
      [0, -1],
      [1, 0],
      [2, 5],
    ]),
  };
  const { table, note } = prepareMetric({ ...given, isLogarithmic: true, runs: [run] }, 'en');
  expect(table.rows.map(([, value]) => value)).toEqual(['–', '–', '5']);
  expect(note).toContain('not above zero');
});

test('DS1 the table of a chart of many points is short and ends where the chart ends', () => {
  const points = Array.from({ length: 2_500 }, (_, step): [number, number] => [step, step]);
  const { rows } = prepareMetric(
    { ...given, runs: [{ name: 'deep', startedAt: 0, drawn: drawn(points) }] },
    'en',
  ).table;
  expect(rows.length).toBeLessThanOrEqual(201);
  expect(rows.at(-1)?.[0]).toBe('2,499');
});
