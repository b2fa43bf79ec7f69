import { expect, test } from 'vitest';
import type { RunComparison } from '../contract.ts';
import { axesOf, middleOf, plottedRuns } from './compare-axes.ts';
import { readComparedChoice } from './compared-choice.ts';
import { prepareContour } from './prepare-contour.ts';
import { prepareParallel } from './prepare-parallel.ts';
import { prepareRunScatter } from './prepare-run-scatter.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'e'];
const row = (key: string, values: (string | number | null)[]) => ({ key, differs: new Set(values).size > 1, values });
const comparison: RunComparison = {
  runs: names.map((name, index) => ({
    id: `r${index}`,
    name,
    status: 'FINISHED',
    isDeleted: false,
    startedAt: 1,
    endedAt: 2,
    experiment: 'x',
    variant: null,
    data: [],
    commit: null,
    isDirty: null,
    source: null,
    evaluation: null,
  })),
  total: 6,
  params: [
    row('depth', ['1', '2', '3', '4', null, '6']),
    row('eta', ['0.1', '0.2', '0.2', '0.1', '0.1', '0.3']),
    row('kind', ['tree', 'line', 'tree', 'line', 'line', 'tree']),
    row('seed', ['7', '7', '7', '7', '7', '7']),
    row(
      'uuid',
      names.map((_, index) => `own ${index}`),
    ),
  ],
  metrics: [row('auc', [0.6, 0.7, 0.8, 0.9, 0.5, 0.99]), row('lift', ['NaN', null, null, null, null, null])],
  figures: [],
  protocols: [],
  protocol: null,
  leftOut: 0,
  by: 'metrics.auc',
  isLowBetter: false,
  groups: [
    {
      protocol: 'new',
      variant: null,
      isKnown: true,
      runIds: ['r0', 'r1', 'r2', 'r3', 'r4'],
      reasons: [],
      repair: null,
    },
    { protocol: 'old', variant: null, isKnown: true, runIds: ['r5'], reasons: ['It is old.'], repair: null },
  ],
  bestId: 'r3',
  telling: ['eta'],
  finding: [],
};
const axes = axesOf(comparison, 'en');
const runs = plottedRuns(comparison);
const axis = (id: string) => axes.find((each) => each.id === id) ?? expect.fail(id);

test('DS1 what differs is a side of a chart: numbers as they are, words in their order, and nothing that is the same', () => {
  expect(axes.map(({ id }) => id)).toEqual(['params.depth', 'params.eta', 'params.kind', 'params.uuid', 'metrics.auc']);
  expect(axis('params.depth')).toMatchObject({ classes: null, values: [1, 2, 3, 4, null, 6] });
  expect(axis('params.kind')).toMatchObject({ classes: ['line', 'tree'], values: [1, 0, 1, 0, 0, 1] });
  expect(axis('params.kind').say(1)).toBe('tree');
  const many = row(
    'own',
    Array.from({ length: 6 }, (_, index) => `x${index}`),
  );
  const wide = { ...comparison, params: [{ ...many, values: Array.from({ length: 40 }, (_, index) => `x${index}`) }] };
  expect(axesOf(wide, 'en').map(({ id }) => id)).toEqual(['metrics.auc']);
});

test('DS2 runs that do not compare are drawn apart, each by a name of its own', () => {
  expect(runs.map(({ name, group, isBest }) => [name, group, isBest])).toEqual([
    ['a', 0, false],
    ['b', 0, false],
    ['c', 0, false],
    ['d', 0, true],
    ['e', 0, false],
    ['e (2)', 1, false],
  ]);
  const picture = prepareRunScatter({ x: axis('params.depth'), y: axis('metrics.auc'), runs, groups: 2 }, 'en');
  expect(picture.title).toBe('auc is 0.85 in the middle with the largest depth, and 0.65 with the smallest');
  expect(picture.note).toContain('One run lacks one of the two');
  expect(picture.table.rows.at(-1)).toEqual(['e (2)', '6', '0.99']);
  const auc = axesOf(comparison, 'nl').at(-1) ?? expect.fail('no axis');
  const classes = prepareRunScatter({ x: axis('params.kind'), y: auc, runs, groups: 2 }, 'nl');
  expect(classes.title).toBe('auc is in het midden 0,7 bij kind tree, en 0,7 bij line');
});

test('DS1 lines go through every run, the best told in the title, and the table has them all', () => {
  const picture = prepareParallel({ axes: [axis('params.depth'), axis('metrics.auc')], runs, groups: 2 }, 'en');
  expect(picture.title).toBe('The best, d, has depth 4, auc 0.9');
  expect(picture.table.rows[4]).toEqual(['e', '–', '0.5']);
});

test('DS2 a map is drawn of runs that compare only, and of too few not at all', () => {
  const given = { x: axis('params.depth'), y: axis('params.eta'), height: axis('metrics.auc'), isLowBetter: false };
  const picture = prepareContour({ ...given, runs }, 'en');
  // The run with the most stands apart: it is not the best here.
  expect(picture?.title).toBe('auc is best at depth 4 and eta 0.1');
  expect(picture?.table.rows).toHaveLength(4);
  expect(prepareContour({ ...given, isLowBetter: true, runs }, 'en')?.title).toBe('auc is best at depth 1 and eta 0.1');
  expect(prepareContour({ ...given, runs: runs.slice(0, 3) }, 'en')).toBeNull();
});

test('DS1 what stands in the address is read, and what is no choice is left out', () => {
  expect(readComparedChoice({ runs: 'a,b', by: 5, better: 'worse', view: 'all', facts: 'no_data', other: 1 })).toEqual({
    runs: 'a,b',
    by: '5',
    view: 'all',
    facts: 'no_data',
  });
  expect(middleOf([3, 1, 2, 10])).toBe(2.5);
  expect(middleOf([])).toBeNull();
});
