import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  evaluateValue,
  listObjectives,
  readGate,
  readThread,
  readValueModel,
} from '../../src/capabilities/formulation/contract.ts';
import type { ValueResult } from '../../src/capabilities/value/contract.ts';
import { type BuiltExample, openBuiltExample } from '../../test/kit/built-example.ts';
import { computeStrikesIndependently, type IndependentStrikes } from '../../test/kit/independent-strikes.ts';
import { dataFile } from '../kit/data-file.ts';

let built: BuiltExample;
let expected: IndependentStrikes;
beforeAll(async () => {
  built = await openBuiltExample('bird-strikes');
  expected = await computeStrikesIndependently(dataFile('birdstrikes.csv'));
});
afterAll(() => built.peil.close());

const params = () => ({ problemId: built.problemId });
const costOf = (result: ValueResult, kind: string) =>
  Number(result.baselines.find((each) => each.kind === kind)?.costPerYear);

test('PF11 what it costs today and otherwise equals an independent computation over four classes', async () => {
  const { result } = await built.ask(evaluateValue, { params: params() });
  expect(result.task).toBe('multiclass');
  expect(costOf(result, 'nothing')).toBeCloseTo(expected.nothing, 2);
  expect(costOf(result, 'constant')).toBeCloseTo(expected.team, 2);
  expect(costOf(result, 'today')).toBeCloseTo(expected.today, 2);
  expect(costOf(result, 'perfect')).toBeCloseTo(expected.perfect, 2);
  expect(Number(result.netPerYear)).toBeCloseTo(expected.net, 2);
});

test('PF11 a model must be right as often as an independent computation says', async () => {
  const { result, sentence } = await built.ask(evaluateValue, { params: params() });
  const best =
    result.breakEven.task === 'multiclass' && result.breakEven.against.find(({ rival }) => rival === 'constant');
  expect(best).toMatchObject({ accuracy: { kind: 'required', value: expect.closeTo(expected.accuracy / 100, 6) } });
  expect(sentence).toContain(`at least ${Math.ceil(expected.accuracy)} of 100 cases`);
});

test('PF11 a team at every strike is cheaper than the rule, as is said in the conversation', () => {
  expect(expected.team).toBeLessThan(expected.today);
  expect(expected.team).toBeLessThan(Math.min(expected.nothing, expected.hangar));
});

test('PF4 the baselines of the key results are counted in the reports', async () => {
  const { objectives } = await built.ask(listObjectives, { params: params() });
  expect(objectives.flatMap(({ keyResults }) => keyResults.map(({ baseline }) => baseline))).toEqual([
    expected.large_of_substantial.toFixed(1),
    expected.large_of_none.toFixed(1),
  ]);
  const { model } = await built.ask(readValueModel, { params: params() });
  expect(model).toMatchObject({ volumePerYear: { likely: expected.per_year } });
});

test('PF5 RM1 SM3 it is under way: accepted, and the gate says what each role still has to bring', async () => {
  const { phase, stations } = await built.ask(readThread, { params: params() });
  expect(phase).toBe('formulation');
  expect(stations.slice(0, 7).filter(({ state }) => state === 'open')).toMatchObject([
    { station: 'team', openItems: 0 },
    { station: 'translation', openItems: 2 },
    { station: 'risk', openItems: 1 },
    { station: 'decision', openItems: 0 },
  ]);
  const { items, riskClass, lastDecision } = await built.ask(readGate, { params: { ...params(), gate: 'g1' } });
  expect(lastDecision).toBeNull();
  expect(riskClass).toBe('unassessed');
  const open = items.filter(({ isDone }) => !isDone);
  const parts = new Set(open.map(({ id }) => id.slice(0, id.indexOf('.'))));
  expect([...parts].sort()).toEqual(
    ['checklist', 'risk', 'stakeholders', 'steering', 'translation', 'verdicts'].sort(),
  );
  expect(open.filter(({ isAsked }) => isAsked).map(({ id }) => id)).toEqual([
    'translation.capacity',
    expect.stringMatching(/^translation\.keyResult\./),
    'risk.classified',
  ]);
});
