import { afterAll, beforeAll, expect, test } from 'vitest';
import { listDecisions } from '../../src/capabilities/decisions/contract.ts';
import {
  evaluateValue,
  listAlternatives,
  listProblems,
  readProblem,
  readValueModel,
  renameProblem,
} from '../../src/capabilities/formulation/contract.ts';
import type { ValueResult } from '../../src/capabilities/value/contract.ts';
import { type BuiltExample, openBuiltExample } from '../../test/kit/built-example.ts';
import { computeIceIndependently, type IndependentIce } from '../../test/kit/independent-ice.ts';
import { dataFile } from '../kit/data-file.ts';

let built: BuiltExample;
let expected: IndependentIce;
beforeAll(async () => {
  built = await openBuiltExample('summer-ice');
  expected = await computeIceIndependently(dataFile('seattle-weather.csv'));
});
afterAll(() => built.peil.close());

const params = () => ({ problemId: built.problemId });
const evaluated = async () => (await built.ask(evaluateValue, { params: params() })).result;
const costOf = (result: ValueResult, kind: string) =>
  Number(result.baselines.find((each) => each.kind === kind)?.costPerYear);

test('PF11 the errors of the rule and of the best line are those of the file', async () => {
  const { model } = await built.ask(readValueModel, { params: params() });
  expect(expected.days).toBe(612);
  expect(model).toMatchObject({
    today: { sigma: { likely: Number(expected.rule_error.toFixed(2)) } },
    expected: { sigma: { likely: Number(expected.line_error_judged.toFixed(2)) } },
  });
});

test('PF11 what it costs, and what a project may cost, equal an independent computation', async () => {
  const result = await evaluated();
  expect(costOf(result, 'today')).toBeCloseTo(expected.today, 0);
  expect(costOf(result, 'constant')).toBeCloseTo(expected.constant, 0);
  expect(Number(result.ceiling.perYear)).toBeCloseTo(expected.ceiling, 0);
  expect(Number(result.netPerYear)).toBeCloseTo(expected.net, 0);
});

test('PF5 the reasons of the no-go are what the figures say', async () => {
  const result = await evaluated();
  const today =
    result.breakEven.task === 'regression' && result.breakEven.against.find(({ rival }) => rival === 'today');
  if (!today || today.sigmaAtBestQuantile.kind !== 'required')
    throw new Error('no break-even against today’s practice');
  expect(today.sigmaAtBestQuantile.value).toBeLessThan(expected.rule_error / 2);
  expect(expected.line_error_judged).toBeGreaterThan(0.9 * expected.rule_error_judged);
  const { ranking } = await built.ask(listAlternatives, { params: params() });
  const atSeven = ranking?.options.find(({ name }) => name?.startsWith('Order at seven'));
  const perfectModel = Number(result.ceiling.perYear) - Number(result.fixedCostPerYear);
  expect(Number(atSeven?.overToday?.likely)).toBeGreaterThan(perfectModel);
});

test('PF5 the no-go is read-only, points elsewhere, and is found by its reasons', async () => {
  const { phase, stoppedBy, version } = await built.ask(readProblem, { params: params() });
  expect(phase).toBe('stopped');
  expect(stoppedBy).toMatchObject({
    outcome: 'no_go',
    redirect: { kind: 'process_change', text: expect.stringContaining('seven in the morning') },
    lessons: expect.stringContaining('when the decision has to be taken'),
  });
  expect((await built.ask(listDecisions, { params: params() })).decisions).toHaveLength(2);
  await expect(built.ask(renameProblem, { params: params(), body: { title: 'Another' }, version })).rejects.toThrow(
    'no-go',
  );
  for (const text of ['second van', 'weather service does better']) {
    const { problems } = await built.ask(listProblems, { query: { text, sort: 'changed', limit: 10 } });
    expect(
      problems.map(({ id }) => id),
      text,
    ).toEqual([built.problemId]);
  }
});
