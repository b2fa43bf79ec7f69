import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluateValue, readLevel, readThread } from '../../src/capabilities/formulation/contract.ts';
import type { BinaryValueModel, ValueResult } from '../../src/capabilities/value/contract.ts';
import { computeIndependently, type Independent } from '../../test/kit/independent-flights.ts';
import { openListeningPeil } from '../../test/kit/listening.ts';
import { askOver } from './ask.ts';
import { flightsFile } from './flights-file.ts';
import { type Step, walk } from './walk.ts';

let peil: Awaited<ReturnType<typeof openListeningPeil>>;
let problemId: string;
let expected: Independent;
const told: { share: number; step: Step }[] = [];

beforeAll(async () => {
  peil = await openListeningPeil();
  [{ problemId }, expected] = await Promise.all([
    walk(askOver(`${peil.address}/`), (share, step) => told.push({ share, step })),
    computeIndependently(flightsFile()),
  ]);
});
afterAll(() => peil.close());

const params = () => ({ problemId });
const ask = () => askOver(`${peil.address}/`);
const costOf = (result: ValueResult, kind: string) =>
  Number(result.baselines.find((each) => each.kind === kind)?.costPerYear);
const againstToday = (result: ValueResult) => {
  const found = result.breakEven.task === 'binary' && result.breakEven.against.find((each) => each.rival === 'today');
  if (!found) throw new Error('no frontier against today’s practice');
  return found;
};

test('PF11 the example takes volume, base rate and rule from the file', async () => {
  const { level } = await ask()(readLevel, { params: params() });
  const model = level?.snapshot.valueModel as BinaryValueModel;
  expect(model.volumePerYear.likely).toBe(expected.volume);
  expect(model.baseRate.likely).toBe(expected.base_rate);
  expect(model.today).toMatchObject({
    recall: { likely: expected.rule_recall },
    falsePositiveRate: { likely: expected.rule_false_positive_rate },
  });
});

test('PF11 baselines, threshold and ceiling equal an independent computation', async () => {
  const { result } = await ask()(evaluateValue, { params: params() });
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
  const { result } = await ask()(evaluateValue, { params: params() });
  const { frontier } = againstToday(result);
  for (const [rate, recall] of [
    [0.01, expected.recall_at_1],
    [0.05, expected.recall_at_5],
    [0.1, expected.recall_at_10],
  ] as const) {
    const point = frontier.find((each) => Math.abs(each.falsePositiveRate - rate) < 1e-12);
    expect(point?.recall, `at ${rate}`).toBeCloseTo(recall, 9);
    const hits = expected.base_rate * recall;
    expect(point?.precision, `at ${rate}`).toBeCloseTo(hits / (hits + (1 - expected.base_rate) * rate), 9);
  }
});

test('PF5 the example ends in a go that freezes level 1', async () => {
  const { level, changedSince } = await ask()(readLevel, { params: params() });
  expect(level).toMatchObject({ number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(changedSince).toEqual([]);
  const thread = await ask()(readThread, { params: params() });
  expect(thread.phase).toBe('modelling');
});

test('PF11 the example tells how far it is', () => {
  expect(told.at(0)).toEqual({ share: 0, step: 'counting' });
  expect(told.at(-1)).toEqual({ share: 1, step: 'done' });
  expect(told.map((each) => each.share)).toEqual(told.map((each) => each.share).toSorted((a, b) => a - b));
});
