import { afterAll, beforeAll, expect, test } from 'vitest';
import { readChecklist } from '../../src/capabilities/checklists/contract.ts';
import { listThreads } from '../../src/capabilities/conversation/contract.ts';
import { listDatasets, listImports, listSources, listSplits } from '../../src/capabilities/datasets/contract.ts';
import { listFindings } from '../../src/capabilities/exploration/contract.ts';
import {
  evaluateValue,
  listAlternatives,
  listConditions,
  listVerdicts,
  readLevel,
  readThread,
} from '../../src/capabilities/formulation/contract.ts';
import { rankEvaluations, readEvaluation } from '../../src/capabilities/evaluation/contract.ts';
import { showRegisteredModel } from '../../src/capabilities/registry/contract.ts';
import { listRecords, readBoard, readSelection } from '../../src/capabilities/frameworks/contract.ts';
import { readRiskAssessment } from '../../src/capabilities/risk/contract.ts';
import { listRuns, listVariants, readRunFacts, showRun } from '../../src/capabilities/tracking/contract.ts';
import { listStakeholders } from '../../src/capabilities/stakeholders/contract.ts';
import { readSufficiency } from '../../src/capabilities/sufficiency/contract.ts';
import type { BinaryValueModel, ValueResult } from '../../src/capabilities/value/contract.ts';
import { type BuiltExample, openBuiltExample } from '../../test/kit/built-example.ts';
import { computeIndependently, type Independent } from '../../test/kit/independent-flights.ts';
import { dataFile } from '../kit/data-file.ts';
import { cast } from './people.ts';

let built: BuiltExample;
let expected: Independent;
beforeAll(async () => {
  built = await openBuiltExample('late-flights');
  expected = await computeIndependently(dataFile('flights-3m.parquet'));
});
afterAll(() => built.peil.close());

const params = () => ({ problemId: built.problemId });
const evaluated = async () => (await built.ask(evaluateValue, { params: params() })).result;
const costOf = (result: ValueResult, kind: string) =>
  Number(result.baselines.find((each) => each.kind === kind)?.costPerYear);
const againstToday = (result: ValueResult) => {
  const found = result.breakEven.task === 'binary' && result.breakEven.against.find((each) => each.rival === 'today');
  if (!found) throw new Error('no frontier against today’s practice');
  return found;
};

test('PF11 the example takes volume, base rate, rule and parts of the day from the file', async () => {
  const { level } = await built.ask(readLevel, { params: params() });
  const model = level?.snapshot.valueModel as BinaryValueModel;
  expect(model.volumePerYear.likely).toBe(expected.volume);
  expect(model.baseRate.likely).toBe(expected.base_rate);
  expect(model.today).toMatchObject({
    rows: [
      { truth: 'positive', decision: 'act', count: expected.rule_hits },
      { truth: 'positive', decision: 'leave', count: expected.late - expected.rule_hits },
      { truth: 'negative', decision: 'act', count: expected.rule_false_alarms },
      { truth: 'negative', decision: 'leave' },
    ],
  });
  expect(model.segments?.at(-1)).toMatchObject({
    share: { likely: expected.evening_share },
    baseRate: { likely: expected.evening_rate },
  });
});

test('PF11 baselines, threshold and ceiling equal an independent computation', async () => {
  const result = await evaluated();
  expect(costOf(result, 'nothing')).toBeCloseTo(expected.nothing, 2);
  expect(costOf(result, 'all')).toBeCloseTo(expected.everyone, 2);
  expect(costOf(result, 'today')).toBeCloseTo(expected.today, 2);
  expect(costOf(result, 'perfect')).toBeCloseTo(expected.perfect, 2);
  expect(result.best).toBe('today');
  expect(Number(result.ceiling.perYear)).toBeCloseTo(expected.ceiling, 2);
  expect(result.breakEven).toMatchObject({
    threshold: { kind: 'act-at-or-above', probability: expect.closeTo(expected.threshold, 12) },
  });
});

test('PF11 the frontier equals an independent computation', async () => {
  const { frontier } = againstToday(await evaluated());
  for (const [rate, recall] of [
    [0.01, expected.recall_at_1],
    [0.05, expected.recall_at_5],
    [0.1, expected.recall_at_10],
  ] as const) {
    const point = frontier.find((each) => Math.abs(each.falsePositiveRate - rate) < 1e-12);
    expect(point?.recall, `at ${rate}`).toBeCloseTo(recall, 6);
  }
});

test('PF5 the sharper rule is priced from the file, and brings about the fifth that the reasons speak of', async () => {
  const { ranking } = await built.ask(listAlternatives, { params: params() });
  const over = (name: string) => Number(ranking?.options.find((each) => each.name === name)?.overToday?.likely);
  const sharper = over('The rule, sharpened by the hour');
  expect(sharper).toBeCloseTo(expected.sharper_over_today, 1);
  const share = sharper / Number((await evaluated()).netPerYear);
  expect(share).toBeGreaterThan(0.15);
  expect(share).toBeLessThan(0.25);
  expect(over('A standby crew every evening')).toBeLessThan(0);
});

test('PF5 the example has a go with dated conditions, and one over the data that freezes level 2 beside the first', async () => {
  const { level, changedSince } = await built.ask(readLevel, { params: params() });
  expect(level).toMatchObject({ number: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(changedSince).toEqual([]);
  const { phase, stations } = await built.ask(readThread, { params: params() });
  expect(phase).toBe('modelling');
  expect(stations.filter(({ state }) => state === 'done').map(({ station }) => station)).toEqual([
    'opportunity',
    'team',
    'requirements',
    'translation',
    'value',
    'risk',
    'decision',
    'data',
    'approach',
    'runs',
  ]);
  const { conditions } = await built.ask(listConditions, { params: params() });
  expect(conditions.map(({ due, blocks, metAt }) => ({ due, blocks, metAt }))).toEqual([
    { due: '2026-02-19', blocks: 'g2', metAt: expect.any(Number) },
    { due: '2026-04-05', blocks: 'g4', metAt: null },
    { due: '2026-07-04', blocks: 'g5', metAt: null },
  ]);
});

test('PF2 the seven of the cast were heard, and nobody of them has an account', async () => {
  const { stakeholders } = await built.ask(listStakeholders, { params: params() });
  const heard = stakeholders.filter(({ isHeard, userId }) => isHeard && userId === null).map(({ name }) => name);
  expect(heard).toEqual(expect.arrayContaining(Object.values(cast)));
  expect(new Set(Object.values(cast)).size).toBe(7);
  expect(stakeholders.flatMap(({ questions }) => questions).filter(({ isOpen }) => isOpen)).toEqual([]);
});

test('PF3 PF5 RM1 SM3 checklist, verdicts, assessment and steering are whole before the go', async () => {
  const { items } = await built.ask(readChecklist, { params: params() });
  const before = items.filter(({ gate }) => gate === 'g0' || gate === 'g1');
  expect(new Set(before.map(({ role }) => role)).size).toBe(7);
  expect(before.filter(({ state }) => state !== 'done' && state !== 'not_applicable')).toEqual([]);
  const { verdicts } = await built.ask(listVerdicts, { params: params() });
  expect(verdicts).toHaveLength(6);
  expect(await built.ask(readRiskAssessment, { params: params() })).toMatchObject({
    class: 'minimal',
    dpia: 'not_needed',
    standing: 'within',
    signing: 'fresh',
  });
  const { threads } = await built.ask(listThreads, {
    params: params(),
    query: { state: 'all', kind: 'steering', of: 'everyone', limit: 10 },
  });
  expect(threads).toMatchObject([{ state: 'resolved', answer: { verdict: 'taken_over' } }]);
});

test('PF7 DE1 January to March is there as one version, taken out twice and the same, with the rows of the file', async () => {
  const { datasets } = await built.ask(listDatasets, { params: params() });
  expect(datasets).toMatchObject([{ name: 'Flights to ORD', versionCount: 1, latest: { rows: 80_808 } }]);
  const { imports } = await built.ask(listImports, { params: params() });
  expect(imports).toHaveLength(2);
  expect(imports.filter(({ isSame }) => isSame)).toHaveLength(1);
  const { sources } = await built.ask(listSources, { params: params() });
  expect(sources.map(({ state, identified }) => [state, identified])).toEqual([
    ['chosen', 'together'],
    ['rejected', 'together'],
    ['rejected', 'together'],
  ]);
  const { splits } = await built.ask(listSplits, { params: { ...params(), versionId: datasets[0]?.latest?.id ?? '' } });
  expect(splits).toMatchObject([{ isDisjoint: true, unassigned: 0, sharedKeys: 0 }]);
});

test('PF7 the first try gives the delay away, the second does not, and what is asked has an answer', async () => {
  const { requirements, verdict } = await built.ask(readSufficiency, { params: params() });
  expect(verdict).toBe('sufficient');
  for (const { plan, judged } of requirements) {
    expect(plan.isConfirmed).toBe(true);
    expect(judged?.isStale).toBe(false);
    expect(judged?.checks).toHaveLength(17);
    expect(judged?.checks.filter((check) => check.isUnanswered)).toEqual([]);
    expect(judged?.checks.filter((check) => check.verdict === 'not_assessed')).toEqual([]);
  }
  expect(requirements[0]?.plan.version).toBeGreaterThan(1);
  expect(requirements[0]?.plan.content.columns).not.toContain('delay_min');
  const { findings } = await built.ask(listFindings, { params: params(), query: {} });
  expect(findings.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'answered'));
});

test('PF12 PF9 two ways are built, a managed platform fell, and what was chosen is on record', async () => {
  const { approaches } = await built.ask(readBoard, { params: params() });
  expect(approaches.map(({ kind }) => kind)).toEqual(['baseline_rule', 'linear', 'trees', 'buy']);
  const { result } = await built.ask(readSelection, { params: params() });
  expect(result.winner).toBe('sklearn');
  expect(result.knockOuts.filter(({ verdict }) => verdict === 'fails').map((each) => each.candidateId)).toContain(
    'managed',
  );
  const { records } = await built.ask(listRecords, { params: params() });
  expect(records).toMatchObject([{ status: 'accepted', content: { outcome: 'chosen' }, alarms: [] }]);
});

const allRuns = {
  filter: '',
  view: 'active',
  facts: 'any',
  order: 'run_name ASC',
  columns: '',
  offset: 0,
  limit: 100,
} as const;
const triedRuns = async () => (await built.ask(listRuns, { params: params(), query: allRuns })).runs;

test('DS1 five runs were logged with all six facts, but for the one whose notebook is gone', async () => {
  const lacking: Record<string, string[]> = {};
  for (const { id, name, status } of await triedRuns()) {
    expect(status).toBe('FINISHED');
    const { facts } = await built.ask(readRunFacts, { params: { runId: id } });
    lacking[name] = facts.flatMap(({ lacks }) => lacks.map(({ lack }) => lack));
  }
  expect(lacking).toEqual({
    'The rule, sharpened by the hour': [],
    'First try, in a notebook': ['noCommit', 'changesUnknown', 'noEnvironment'],
    'Logistic regression': [],
    'Boosted trees': [],
    'Boosted trees, of the evening alone': [],
  });
});

test('DS3 the evening is a variant of the whole day, and what makes it another is told', async () => {
  const { variants, undeclared, withoutVariant } = await built.ask(listVariants, { params: params(), query: {} });
  expect({ undeclared, withoutVariant }).toEqual({ undeclared: [], withoutVariant: 0 });
  const [whole, evening] = ['All flights', 'Evening'].map((name) => variants.find((each) => each.name === name));
  expect([whole?.runs, evening?.runs]).toEqual([4, 1]);
  expect(evening?.parentId).toBe(whole?.id);
  expect(evening?.settings.windowTo).toBe('2001-03-10');
  expect(evening?.differences.map(({ what, own }) => [what, own])).toEqual([
    ['segment', 'Departed after 18:00'],
    ['param', 'distance_mi station_late_2h origin_late_2h'],
  ]);
});

test('PF8 DS2 predictions are measured by Peil, ranked in one protocol, and the evening stands apart', async () => {
  const { groups, apart, alone } = await built.ask(rankEvaluations, { params: params() });
  const whole = groups.flatMap((group) => group.evaluations).filter(({ asked }) => asked.segment === null);
  expect(whole.map(({ runName }) => runName)).toEqual([
    'Boosted trees',
    'Logistic regression',
    'First try, in a notebook',
    'The rule, sharpened by the hour',
  ]);
  expect(apart.map(({ differences }) => differences.map(({ what }) => what))).toContainEqual(['segment']);
  expect(alone).toEqual([]);
  for (const { id, runId } of whole) {
    const { judged, warnings } = await built.ask(readEvaluation, { params: { ...params(), evaluationId: id } });
    expect(warnings).toEqual([]);
    expect(judged?.counts).toMatchObject({ rows: expected.test_flights, cases: expected.test_flights });
    if (judged?.quality.task !== 'binary') throw new Error('no yes or no');
    const { recall, falseAlarms } = judged.quality.metrics;
    expect(recall?.total).toBe(expected.test_late);
    // What the run itself has counted, and what Peil counts in its table.
    const { metrics } = await built.ask(showRun, { params: { runId } });
    const logged = (key: string) => metrics.find((each) => each.key === key)?.value;
    expect(recall?.value).toBe(logged('test_recall'));
    expect(falseAlarms?.value).toBe(logged('test_false_alarm_rate'));
    const [late, inTime] = judged.quality.cells.map(([acted = 0, left = 0]) => ({ acted, left }));
    const cost = 38 * late!.acted + 95 * late!.left + 22 * inTime!.acted;
    expect(judged.euros?.perMonth).toBeCloseTo((-cost / expected.test_flights) * (expected.volume / 12), 4);
  }
});

test('PF8 the sharper rule catches on the test what an independent count of the file says', async () => {
  const rule = (await triedRuns()).find(({ name }) => name.startsWith('The rule'));
  const { metrics } = await built.ask(showRun, { params: { runId: rule?.id ?? '' } });
  const logged = (key: string) => metrics.find((each) => each.key === key)?.value ?? 0;
  expect(logged('test_recall') * expected.test_late).toBeCloseTo(expected.test_sharper_hits, 6);
  expect(logged('test_false_alarm_rate') * (expected.test_flights - expected.test_late)).toBeCloseTo(
    expected.test_sharper_false_alarms,
    6,
  );
});

test('DS4 what was learnt has a name, and each version its run and the data that it is from', async () => {
  const model = await built.ask(showRegisteredModel, { params: { name: 'late-arrivals-ord' } });
  expect(model.problemId).toBe(built.problemId);
  expect(model.versions.map(({ number, run, aliases }) => [number, run?.name, aliases])).toEqual([
    [3, 'Boosted trees, of the evening alone', ['evening']],
    [2, 'Boosted trees', ['candidate']],
    [1, 'Logistic regression', ['simple']],
  ]);
  for (const { run } of model.versions) expect(run?.data).toMatchObject([{ versionId: expect.any(String) }]);
});
