import { describe, expect, test } from 'vitest';
import { type CheckId, checkIds, type CheckVerdict } from '../check-contract.ts';
import { emptyPlan, type PlanContent } from '../plan-contract.ts';
import { checksFor, judgeChecks } from './judge-checks.ts';
import type { Measured, MeasuredFeature, MeasuredSplit } from './measured.ts';

const day = 86_400_000;
const now = Date.UTC(2027, 0, 1);

const feature = (given: Partial<MeasuredFeature> = {}): MeasuredFeature => ({
  column: 'distance',
  auc: 0.6,
  filled: 10_000,
  distinct: 900,
  mayName: true,
  lateRows: 0,
  ...given,
});

const split = (given: Partial<MeasuredSplit> = {}): MeasuredSplit => ({
  learning: { rows: 7000, positives: 1400 },
  test: { rows: 3000, positives: 600 },
  sharedEntities: 0,
  sharedRows: 0,
  earlyTestRows: 0,
  lateLabels: 0,
  ...given,
});

/** Data of which nothing is wrong, for a plan in which nothing is open. */
const plan: PlanContent = {
  ...emptyPlan,
  datasetId: 'flights',
  target: 'late',
  positive: '1',
  moment: 'planned',
  seasonality_days: 365,
  maxAge_days: 2,
  segments: [
    { name: 'France', column: 'country', value: 'FR', share: 0.5 },
    { name: 'Spain', column: 'country', value: 'ES', share: 0.5 },
  ],
  groups: ['age'],
  parameters: 24,
  r2: 0.1,
  gateMetric: { expected: 0.6, within: 0.05 },
  split: { by: 'time', cut: '2026-08-01' },
  fieldTimes: [{ column: 'distance', knownAt: 'filed' }],
  serving: [{ column: 'distance', available: 'same' }],
  labelledBy: 'The tower',
  labelPolicy: 'Every flight, by its log',
  isProxy: false,
  isAllowed: true,
  basis: 'Contract with the airports',
};

const measured: Measured = {
  task: 'binary',
  now,
  rows: 10_000,
  absentColumns: [],
  labelled: 10_000,
  positives: 2000,
  classes: [
    { value: '0', rows: 8000, entities: null },
    { value: '1', rows: 2000, entities: null },
  ],
  entities: null,
  repeatedRows: 0,
  repeatedKeys: 0,
  segments: [
    { name: 'France', column: 'country', value: 'FR', rows: 5000, positives: 1000, filled: 10_000 },
    { name: 'Spain', column: 'country', value: 'ES', rows: 5000, positives: 1000, filled: 10_000 },
  ],
  span: { first: now - 800 * day, last: now - day, openRows: 0 },
  labelDelay_days: 1,
  columns: [{ column: 'distance', missing: 10, isCritical: true }],
  contract: { pass: 5, warn: 0, fail: 0, notAssessed: 0 },
  clashes: { rows: 100, minority: 10, compared: 5000 },
  raters: null,
  join: null,
  rowAmounts: [],
  features: [feature()],
  split: split(),
  months: [
    { month: '2026-01', rows: 5000, positives: 1000 },
    { month: '2026-02', rows: 5000, positives: 1000 },
  ],
  drift: [{ column: 'distance', month: '2026-02', index: 0.01, chance: 0.5 }],
  signal: {
    auc: 0.75,
    aucLow: 0.72,
    chance: 0.01,
    shuffles: 99,
    testRows: 3000,
    testPositives: 600,
    worth: { model: 3, best: 'nothing', baseline: 0, low: 1 },
    ruleAuc: 0.6,
    doubted: 0.02,
  },
  curve: [500, 1000, 2000, 4000, 7000].map((rows) => ({ rows, error: 0.25 + 0.5 * rows ** -0.6, weight: 1 })),
  groups: [
    { column: 'age', value: 'young', rows: 5000, positives: 1000, missingShare: 0.01 },
    { column: 'age', value: 'old', rows: 5000, positives: 1000, missingShare: 0.01 },
  ],
  isOneOff: false,
  extractions: 2,
};

interface Change {
  plan?: Partial<PlanContent>;
  measured?: Partial<Measured>;
}

const outcome = (check: CheckId, change: Change = {}) => {
  const given = { plan: { ...plan, ...change.plan }, measured: { ...measured, ...change.measured } };
  const found = judgeChecks(given).find((each) => each.check === check);
  if (!found) throw new Error(`${check} was not asked`);
  return found;
};

test('PF7 data of which nothing is wrong passes every check', () => {
  const verdicts = judgeChecks({ plan, measured }).map(({ check, verdict }) => [check, verdict]);
  expect(verdicts).toEqual(checkIds.map((check) => [check, 'pass']));
});

test('PF7 what is joined to the cases is not asked for a target', () => {
  const asked = checksFor({ role: 'context' });
  expect(asked).toContain('freshness');
  for (const check of ['leakage', 'labels', 'signal', 'classes'] as const) expect(asked).not.toContain(check);
});

test('PF7 without a plan no check is a pass but those that the rows alone answer', () => {
  const verdicts = judgeChecks({
    plan: emptyPlan,
    measured: { ...measured, labelled: null, positives: null, contract: null, split: null, extractions: 1 },
  });
  const passed = verdicts.filter(({ verdict }) => verdict === 'pass').map(({ check }) => check);
  expect(passed).toEqual(['completeness']);
});

const cases: [CheckId, string, Change, CheckVerdict][] = [
  ['leakage', 'a field that is the answer', { measured: { features: [feature({ auc: 0.97 })] } }, 'fail'],
  ['leakage', 'a field just as good as is believed', { measured: { features: [feature({ auc: 0.95 })] } }, 'pass'],
  ['leakage', 'one row known after the moment', { measured: { features: [feature({ lateRows: 1 })] } }, 'fail'],
  ['leakage', 'one customer on both sides', { measured: { split: split({ sharedEntities: 1 }) } }, 'fail'],
  ['leakage', 'some rows on both sides', { measured: { split: split({ sharedRows: 60 }) } }, 'warn'],
  ['leakage', 'many rows on both sides', { measured: { split: split({ sharedRows: 600 }) } }, 'fail'],
  ['leakage', 'a test before what was learnt', { measured: { split: split({ earlyTestRows: 1 }) } }, 'fail'],
  ['leakage', 'labels from after the test began', { measured: { split: split({ lateLabels: 3 }) } }, 'warn'],
  ['leakage', 'a name of the case', { measured: { features: [feature({ distinct: 9999 })] } }, 'warn'],
  [
    'leakage',
    'a measurement that is different each time',
    { measured: { features: [feature({ distinct: 9999, mayName: false })] } },
    'pass',
  ],
  ['leakage', 'no split', { measured: { split: null } }, 'not_assessed'],
  ['leakage', 'no moments of the fields', { plan: { fieldTimes: [] } }, 'not_assessed'],
  [
    'leakage',
    'a leak, though there is no split',
    { measured: { split: null, features: [feature({ auc: 0.99 })] } },
    'fail',
  ],
  ['serving', 'too late', { plan: { serving: [{ column: 'distance', available: 'too_late' }] } }, 'fail'],
  ['serving', 'never', { plan: { serving: [{ column: 'distance', available: 'never' }] } }, 'fail'],
  ['serving', 'from elsewhere', { plan: { serving: [{ column: 'distance', available: 'other' }] } }, 'warn'],
  ['serving', 'a field of which nobody said it', { plan: { serving: [] } }, 'not_assessed'],
  ['labels', 'a few without', { measured: { labelled: 9000 } }, 'warn'],
  ['labels', 'most without', { measured: { labelled: 4000 } }, 'fail'],
  ['labels', 'in place of the truth', { plan: { isProxy: true } }, 'warn'],
  ['labels', 'nobody said who', { plan: { labelledBy: ' ' } }, 'not_assessed'],
  ['labels', 'nobody said whether it is the truth', { plan: { isProxy: null } }, 'not_assessed'],
  ['label_noise', 'more than usual', { measured: { clashes: { rows: 900, minority: 60, compared: 1000 } } }, 'warn'],
  ['label_noise', 'much more', { measured: { clashes: { rows: 900, minority: 200, compared: 1000 } } }, 'fail'],
  [
    'label_noise',
    'as much as was agreed',
    { plan: { noiseBudget: 0.1 }, measured: { clashes: { rows: 900, minority: 60, compared: 1000 } } },
    'pass',
  ],
  ['label_noise', 'no equal rows', { measured: { clashes: { rows: 0, minority: 0, compared: 3 } } }, 'not_assessed'],
  ['label_noise', 'two who do not agree', { measured: { raters: agreeing(60, 40) } }, 'fail'],
  ['label_noise', 'two who agree somewhat', { measured: { raters: agreeing(75, 25) } }, 'warn'],
  ['label_noise', 'two who agree', { measured: { raters: agreeing(95, 5) } }, 'pass'],
  ['label_noise', 'a sample that was right', { plan: { relabelled: { cases: 200, wrong: 2 } } }, 'pass'],
  ['label_noise', 'a sample that is too small to tell', { plan: { relabelled: { cases: 20, wrong: 1 } } }, 'warn'],
  ['label_noise', 'a sample that was wrong', { plan: { relabelled: { cases: 200, wrong: 40 } } }, 'fail'],
  ['size_development', 'no parameters', { plan: { parameters: null } }, 'not_assessed'],
  ['size_development', 'no strength', { plan: { r2: null } }, 'not_assessed'],
  ['size_development', 'rows of few customers', { measured: { entities: 400 } }, 'fail'],
  ['size_development', 'one class', { measured: { positives: 0 } }, 'not_assessed'],
  ['size_development', 'enough for a number', { plan: { r2: 0.2 }, measured: { task: 'regression' } }, 'pass'],
  [
    'size_development',
    'too few for a number',
    { plan: { parameters: 25, r2: 0.2 }, measured: { task: 'regression', labelled: 800 } },
    'warn',
  ],
  [
    'size_development',
    'a number of unknown strength',
    { plan: { r2: null }, measured: { task: 'regression' } },
    'not_assessed',
  ],
  [
    'size_evaluation',
    'too few hits',
    { measured: { split: split({ test: { rows: 3000, positives: 99 } }) }, plan: { gateMetric: null } },
    'fail',
  ],
  [
    'size_evaluation',
    'too few others',
    { measured: { split: split({ test: { rows: 160, positives: 120 } }) }, plan: { gateMetric: null } },
    'fail',
  ],
  [
    'size_evaluation',
    'enough of each',
    { measured: { split: split({ test: { rows: 200, positives: 100 } }) }, plan: { gateMetric: null } },
    'pass',
  ],
  [
    'size_evaluation',
    'an interval that is too wide to decide',
    { measured: { split: split({ test: { rows: 3000, positives: 120 } }) } },
    'fail',
  ],
  ['classes', 'a small class', { measured: { classes: classes(9900, 60) } }, 'warn'],
  ['classes', 'a class of a few', { measured: { classes: classes(9900, 29) } }, 'fail'],
  ['classes', 'one class', { measured: { classes: classes(9900) } }, 'not_assessed'],
  ['coverage', 'a segment that is not there', { measured: { segments: segments(10_000, 0) } }, 'fail'],
  ['coverage', 'a segment that is thin', { measured: { segments: segments(9950, 50) } }, 'fail'],
  ['coverage', 'shares that are somewhat off', { measured: { segments: segments(7500, 2500) } }, 'warn'],
  ['coverage', 'shares that are nearly right', { measured: { segments: segments(5400, 4600) } }, 'pass'],
  ['coverage', 'no segments', { plan: { segments: [] } }, 'not_assessed'],
  [
    'coverage',
    'no shares',
    { plan: { segments: plan.segments.map((each) => ({ ...each, share: null })) } },
    'not_assessed',
  ],
  ['time_span', 'one cycle and a half', { measured: { span: span(550) } }, 'warn'],
  ['time_span', 'less than one cycle', { measured: { span: span(300) } }, 'fail'],
  ['time_span', 'many are still open', { measured: { span: { ...span(800), openRows: 3000 } } }, 'fail'],
  ['time_span', 'no cycle was told', { plan: { seasonality_days: null } }, 'not_assessed'],
  ['freshness', 'three days', { measured: { span: { ...span(800), last: now - 3 * day } } }, 'warn'],
  ['freshness', 'five days', { measured: { span: { ...span(800), last: now - 5 * day } } }, 'fail'],
  ['freshness', 'of tomorrow', { measured: { span: { ...span(800), last: now + day } } }, 'pass'],
  ['freshness', 'no age was told', { plan: { maxAge_days: null } }, 'not_assessed'],
  ['completeness', 'of what must be there', { measured: { columns: filled(200, true) } }, 'warn'],
  ['completeness', 'much of what must be there', { measured: { columns: filled(1000, true) } }, 'fail'],
  ['completeness', 'of what need not be there', { measured: { columns: filled(1000, false) } }, 'pass'],
  ['completeness', 'mostly empty', { measured: { columns: filled(6000, false) } }, 'warn'],
  ['completeness', 'a column is gone', { measured: { absentColumns: ['origin'] } }, 'not_assessed'],
  ['completeness', 'joined, and nobody said how', { plan: { role: 'context' } }, 'not_assessed'],
  ['completeness', 'joined', { plan: { role: 'context' }, measured: { join: { cases: 100, found: 99 } } }, 'pass'],
  [
    'completeness',
    'some find none',
    { plan: { role: 'context' }, measured: { join: { cases: 100, found: 97 } } },
    'warn',
  ],
  [
    'completeness',
    'many find none',
    { plan: { role: 'context' }, measured: { join: { cases: 100, found: 60 } } },
    'fail',
  ],
  ['completeness', 'no rows', { measured: { rows: 0 } }, 'not_assessed'],
  ['validity', 'a broken rule', { measured: { contract: { pass: 4, warn: 0, fail: 1, notAssessed: 0 } } }, 'fail'],
  ['validity', 'a rule that warns', { measured: { contract: { pass: 4, warn: 1, fail: 0, notAssessed: 0 } } }, 'warn'],
  ['validity', 'a key twice', { measured: { repeatedKeys: 1 } }, 'fail'],
  ['validity', 'rows twice', { measured: { repeatedRows: 300 } }, 'warn'],
  ['validity', 'no contract', { measured: { contract: null } }, 'not_assessed'],
  [
    'validity',
    'a rule that was not assessed',
    { measured: { contract: { pass: 4, warn: 0, fail: 0, notAssessed: 1 } } },
    'not_assessed',
  ],
  ['stability', 'a field that moves', { measured: { drift: drift(0.15) } }, 'warn'],
  ['stability', 'a field that breaks', { measured: { drift: drift(0.3) } }, 'fail'],
  ['stability', 'a target that breaks', { measured: { months: months(1000, 2000) } }, 'fail'],
  ['stability', 'one month', { measured: { months: months(1000) } }, 'not_assessed'],
  ['stability', 'no moments', { plan: { moment: null } }, 'not_assessed'],
  ['signal', 'as good by chance', { measured: { signal: signal({ chance: 0.3 }) } }, 'fail'],
  ['signal', 'perhaps by chance', { measured: { signal: signal({ chance: 0.1 }) } }, 'warn'],
  ['signal', 'no better than a coin', { measured: { signal: signal({ aucLow: 0.49 }) } }, 'fail'],
  ['signal', 'one field does as well', { measured: { signal: signal({ ruleAuc: 0.8 }) } }, 'warn'],
  ['signal', 'worth less than nothing', { measured: { signal: signal({ worth: worth(-1, -2) }) } }, 'fail'],
  ['signal', 'perhaps worth nothing', { measured: { signal: signal({ worth: worth(1, -2) }) } }, 'warn'],
  ['signal', 'no value model', { measured: { signal: signal({ worth: null }) } }, 'not_assessed'],
  ['signal', 'no split', { measured: { split: null } }, 'not_assessed'],
  ['learning_curve', 'still learning', { measured: { curve: curve(0.1, 5, 0.3) } }, 'fail'],
  ['learning_curve', 'learns a little', { measured: { curve: curve(0.2, 4, 0.5) } }, 'warn'],
  ['learning_curve', 'too few points', { measured: { curve: curve(0.2, 3, 0.5).slice(0, 2) } }, 'not_assessed'],
  ['representativeness', 'few of a group', { measured: { groups: groups({ rows: 60, positives: 12 }) } }, 'warn'],
  ['representativeness', 'emptier', { measured: { groups: groups({ missingShare: 0.3 }) } }, 'fail'],
  ['representativeness', 'another outcome', { measured: { groups: groups({ positives: 2000 }) } }, 'warn'],
  ['representativeness', 'no groups', { plan: { groups: [] } }, 'not_assessed'],
  ['representativeness', 'a group of which there is nothing', { plan: { groups: ['age', 'town'] } }, 'not_assessed'],
  ['lawful', 'not allowed', { plan: { isAllowed: false } }, 'fail'],
  ['lawful', 'nobody said', { plan: { isAllowed: null } }, 'not_assessed'],
  ['lawful', 'taken out once', { measured: { isOneOff: true } }, 'warn'],
  ['lawful', 'of people, without an end', { plan: { personal: ['name'] } }, 'not_assessed'],
  ['lawful', 'never taken out again', { measured: { extractions: 1 } }, 'not_assessed'],
];

describe('PF7 each rule knows', () => {
  test.each(cases)('PF7 %s: %s', (...given) => {
    const [check, , change, expected] = given;
    expect(outcome(check, change).verdict).toBe(expected);
  });
});

test('PF7 every check has a case that is no pass', () => {
  const tried = new Set(cases.filter(([, , , verdict]) => verdict !== 'pass').map(([check]) => check));
  expect(checkIds.filter((check) => !tried.has(check))).toEqual([]);
});

test('PF7 the size for development is the published one', () => {
  // Riley et al. (2020), table of the worked example: 24 parameters, 0.288, prevalence 0.174.
  const riley = { plan: { parameters: 24, r2: 0.288 }, measured: { labelled: 1000, positives: 174 } };
  const figures = outcome('size_development', riley).figures;
  expect(figures.find(({ key }) => key === 'cases_needed')?.value).toBe(662);
  const verdictOf = (rows: number) =>
    outcome('size_development', {
      plan: { parameters: 24, r2: 0.288 },
      measured: { labelled: rows, positives: Math.round(rows * 0.174) },
    }).figures.find(({ key }) => key === 'cases')?.verdict;
  expect([verdictOf(1000), verdictOf(500), verdictOf(250)]).toEqual(['pass', 'warn', 'fail']);
});

test('PF7 the worst is said first, with the limits it was held against', () => {
  const features = [
    feature({ column: 'a' }),
    feature({ column: 'b', distinct: 9999 }),
    feature({ column: 'c', auc: 1 }),
  ];
  const [first, second] = outcome('leakage', { measured: { features } }).figures;
  expect(first).toMatchObject({ key: 'alone_too_good', subject: 'c', failAt: 0.95, verdict: 'fail' });
  expect(second).toMatchObject({ key: 'names_the_case', subject: 'b', warnAt: 0.95, verdict: 'warn' });
});

function agreeing(same: number, other: number): Measured['raters'] {
  return [
    [same, other],
    [other, same],
  ];
}
function classes(...rows: number[]): Measured['classes'] {
  return rows.map((count, at) => ({ value: String(at), rows: count, entities: null }));
}
function segments(...rows: number[]): Measured['segments'] {
  return rows.map((count, at) => ({
    name: ['France', 'Spain'][at] ?? '',
    column: 'country',
    value: ['FR', 'ES'][at] ?? '',
    rows: count,
    positives: Math.round(count / 5),
    filled: 10_000,
  }));
}
function span(days: number) {
  return { first: now - (days + 1) * day, last: now - day, openRows: 0 };
}
function filled(without: number, isCritical: boolean): Measured['columns'] {
  return [{ column: 'distance', missing: without, isCritical }];
}
function months(...positives: number[]): Measured['months'] {
  return positives.map((count, at) => ({ month: `2026-0${at + 1}`, rows: 5000, positives: count }));
}
function drift(index: number): Measured['drift'] {
  return [{ column: 'distance', month: '2026-02', index, chance: 0 }];
}
function signal(given: Partial<NonNullable<Measured['signal']>>): Measured['signal'] {
  return measured.signal && { ...measured.signal, ...given };
}
function worth(model: number, low: number) {
  return { model, best: 'nothing' as const, baseline: 0, low };
}
function curve(floor: number, scale: number, power: number): Measured['curve'] {
  return [500, 1000, 2000, 4000, 7000].map((rows) => ({ rows, error: floor + scale * rows ** -power, weight: 1 }));
}
function groups(given: Partial<Measured['groups'][number]>): Measured['groups'] {
  const [first, ...others] = measured.groups;
  return first ? [{ ...first, ...given }, ...others] : [];
}
