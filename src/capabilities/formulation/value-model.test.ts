import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { deepValueModel } from '../../../test/kit/deep-value-model.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { workedValueModel } from '../../../test/kit/written-problem.ts';
import { evaluateValueModel } from '../value/index.ts';
import { evaluateInThread } from './value-evaluator.ts';

describeEachDatabase('value model', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let path: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    path = `/api/problems/${(await send('POST /api/problems', { title: 'Stops at night' })).body.id}`;
  });
  afterAll(() => peil.close());

  test('PF11 there is no value model at first, and nothing to evaluate', async () => {
    const { body } = await send(`GET ${path}/value`);
    expect(body).toMatchObject({ version: 0, model: null, isComplete: false, hash: null, atStake: null });
    expect(body.problems).toEqual([{ path: 'task', kind: 'missing', message: 'This is still empty.' }]);
    const evaluation = await send(`GET ${path}/value/evaluation`);
    expect([evaluation.status, evaluation.body.error.code]).toEqual([409, 'formulation.value_incomplete']);
    expect(evaluation.body.error.params.missing).toEqual(['task']);
  });

  test('PF11 a draft is kept as it is, with what is missing and what does not fit', async () => {
    const draft = {
      task: 'binary',
      currency: 'euro',
      volumePerYear: { likely: 5 },
      values: { tp: { kind: 'constant' } },
    };
    const saved = await send(`PUT ${path}/value`, { model: draft }, { version: 0, language: 'nl' });
    expect(saved).toMatchObject({ status: 200, body: { model: draft, version: 1, isComplete: false, atStake: null } });
    expect(saved.events).toEqual(['value_model.written']);
    expect(saved.body.problems).toContainEqual({ path: 'baseRate', kind: 'missing', message: 'Dit is nog leeg.' });
    expect(saved.body.problems).toContainEqual({
      path: 'values.tp.value',
      kind: 'missing',
      message: 'Dit is nog leeg.',
    });
    expect(saved.body.problems.find((each: { path: string }) => each.path === 'currency').kind).toBe('wrong');
    expect((await send(`GET ${path}/value/evaluation`)).status).toBe(409);
  });

  test('PF11 a complete model gives the worked example of the notes', async () => {
    const saved = await send(`PUT ${path}/value`, { model: workedValueModel }, { version: 0 });
    expect(saved.body).toMatchObject({ isComplete: true, problems: [] });
    expect(saved.body.atStake).toMatchObject({ amount: '1569000.00', currency: 'EUR', basis: 'cost_today' });
    const { low, high, performance } = saved.body.atStake.brings;
    expect([Number(low) <= Number(high), performance]).toEqual([true, 'perfect']);
    const { status, body } = await send(`GET ${path}/value/evaluation`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ modelVersion: 1, modelHash: saved.body.hash });
    const costs = body.result.baselines.map((each: { kind: string; costPerYear: string }) => [
      each.kind,
      each.costPerYear,
    ]);
    expect(Object.fromEntries(costs)).toMatchObject({
      nothing: '1800000.00',
      all: '3540000.00',
      perfect: '660000.00',
      today: '1569000.00',
    });
    expect(body.sentence).toContain('The model must catch at least');
    const dutch = await send(`GET ${path}/value/evaluation?draws=1000`, undefined, { language: 'nl' });
    expect(dutch.body.sentence).toContain('Het model moet er minstens');
    expect(dutch.body.result.interval.draws).toBe(1000);
    const [summary] = (await send('GET /api/problems?sort=at_stake&limit=1')).body.problems;
    expect(summary).toMatchObject({ atStake: { amount: '1569000.00' }, stations: { value: 'done' } });
  });

  test('PF11 what is at stake without today’s practice is what perfect decisions bring', async () => {
    const { today: _, ...model } = workedValueModel as Record<string, unknown>;
    const { body } = await send(`PUT ${path}/value`, { model }, { version: 0 });
    expect(body.atStake).toMatchObject({ amount: '1140000.00', currency: 'EUR', basis: 'ceiling' });
  });

  test('PF11 a model with cases, room, segments, years, a pilot and scenarios answers with all of them, and in words', async () => {
    const saved = await send(`PUT ${path}/value`, { model: deepValueModel }, { version: 0 });
    expect(saved.body).toMatchObject({ isComplete: true, problems: [], model: deepValueModel });
    const { body } = await send(`GET ${path}/value/evaluation?draws=1000`);
    expect(body.result).toEqual(evaluateValueModel(deepValueModel, { draws: 1000 }));
    expect(body.sentence).toContain('There is room to act on 3,000 cases a year');
    expect(body.findings).toHaveLength(4);
    const dutch = await send(`GET ${path}/value/evaluation?draws=1000`, undefined, { language: 'nl' });
    expect(dutch.body.findings[0]).toBe('Het model loont in elk segment.');
    const wrong = { ...deepValueModel, segments: deepValueModel.segments?.slice(1) };
    const refused = await send(`PUT ${path}/value`, { model: wrong }, { version: 1 });
    expect(refused.body.problems).toMatchObject([{ path: 'segments', kind: 'wrong' }]);
    const said = async (language: string) =>
      (await send(`GET ${path}/value`, undefined, { language })).body.problems.map(
        (each: { message: string }) => each.message,
      );
    expect(await said('en')).toEqual(['The likely shares of the segments add up to 0.6; expected is 1.']);
    expect(await said('nl')).toEqual([
      'De waarschijnlijke aandelen van de segmenten zijn samen 0,6; verwacht wordt 1.',
    ]);
  });

  test('PF11 what is wrong with a single figure is said in the language of who reads', async () => {
    const wrong = {
      ...workedValueModel,
      currency: 'euro',
      baseRate: { likely: 1.5 },
      runCostPerYear: { likely: '1.234,50' },
    };
    await send(`PUT ${path}/value`, { model: wrong }, { version: 0 });
    const said = async (language: string) =>
      (await send(`GET ${path}/value`, undefined, { language })).body.problems.map(
        (each: { message: string }) => each.message,
      );
    expect(await said('en')).toEqual([
      'A currency is three capitals such as EUR; given is "euro".',
      expect.stringMatching(/^"1.234,50" is not an amount/),
      'The share of cases that are positive runs from 0 to 1; given is 1.5.',
    ]);
    expect(await said('nl')).toEqual([
      'Een munt is drie hoofdletters, zoals EUR; gegeven is "euro".',
      expect.stringMatching(/^“1.234,50” is geen bedrag/),
      'Dit is hoogstens 1; gegeven is 1,5.',
    ]);
  });

  test('PF11 the same model in another order of fields is the same model', async () => {
    const first = await send(`PUT ${path}/value`, { model: workedValueModel }, { version: 0 });
    const turned = Object.fromEntries(Object.entries(workedValueModel).reverse());
    const second = await send(`PUT ${path}/value`, { model: turned }, { version: 1 });
    expect(second.body.hash).toBe(first.body.hash);
  });

  test('PF11 a field that no value model has is a slip of the pen, and refused', async () => {
    const model = { ...workedValueModel, volumeperyear: 1 };
    const refused = await send(`PUT ${path}/value`, { model }, { version: 0 });
    expect(refused).toMatchObject({
      status: 422,
      events: [],
      body: { error: { params: { fields: ['volumeperyear'] } } },
    });
  });

  const deep = JSON.parse('{"a":'.repeat(20) + '1' + '}'.repeat(20)) as object;
  test.each([
    ['a NUL in a text', { task: 'a\0' }],
    ['a NUL in a field name', { 'a\0': 1 }],
    ['half a character', { task: '\udc00' }],
    ['a very deep draft', deep],
    ['a list', [1]],
    ['no model', undefined],
  ])('PF11 %s is refused with 400', async (_what, model) => {
    expect((await send(`PUT ${path}/value`, { model }, { version: 0 })).status).toBe(400);
  });

  test('PF11 a number beyond all numbers, and the names of prototypes, are refused', async () => {
    for (const model of [
      '{"depreciationYears":1e999}',
      '{"task":"binary","__proto__":{"a":1}}',
      '{"task":"binary","constructor":1}',
    ]) {
      const answer = await peil.app.inject({
        method: 'PUT',
        url: `${path}/value`,
        payload: `{"model":${model}}`,
        headers: { 'if-match': '0', 'content-type': 'application/json' },
      });
      expect([model, answer.statusCode < 500 && answer.statusCode >= 400]).toEqual([model, true]);
    }
  });

  test('PF11 amounts that are no amounts yet are kept, and named as what does not fit', async () => {
    const model = { ...workedValueModel, runCostPerYear: { low: '1,5', likely: 'two', high: '3' } };
    const saved = await send(`PUT ${path}/value`, { model }, { version: 0 });
    expect(saved).toMatchObject({ status: 200, body: { isComplete: false, model } });
    expect(saved.body.problems[0]).toMatchObject({ kind: 'wrong' });
    expect(saved.body.problems[0].message).toContain('is not an amount');
  });

  test('PF11 a stale save is told both models', async () => {
    await send(`PUT ${path}/value`, { model: { task: 'binary' } }, { version: 0 });
    const stale = await send(`PUT ${path}/value`, { model: { task: 'regression' } }, { version: 0 });
    expect(stale.body.error.params).toEqual({
      yours: { model: { task: 'regression' } },
      theirs: { model: { task: 'binary' } },
      given: 0,
      current: 1,
    });
  });

  test('PF11 many evaluations at once each get what the arithmetic says', async () => {
    await send(`PUT ${path}/value`, { model: workedValueModel }, { version: 0 });
    const draws = [1_000, 10_000, 100_000, 100_000, 1_000];
    const answers = await Promise.all(
      draws.map((each) => peil.app.inject({ url: `${path}/value/evaluation?draws=${each}` })),
    );
    for (const [index, answer] of answers.entries()) {
      const each = draws[index] ?? 0;
      expect(answer.json().result).toEqual(evaluateValueModel(workedValueModel, { draws: each }));
    }
    for (const wrong of ['999', '1001', '100001', 'many', '1e9', '']) {
      const { status, body } = await send(`GET ${path}/value/evaluation?draws=${wrong}`);
      expect(status).toBe(400);
      expect(body.error.message).toContain('1000, 10000 or 100000');
    }
  });
});

test('PF11 evaluations beyond twenty in line are told to come back, and the others are done', async () => {
  const asked = Array.from({ length: 25 }, (_, index) =>
    evaluateInThread({ model: workedValueModel, hash: `in line ${index}`, draws: 1_000 }),
  );
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.map(({ status }) => status)).toEqual([...Array(20).fill('fulfilled'), ...Array(5).fill('rejected')]);
  expect(outcomes.at(-1)).toMatchObject({ reason: { code: 'formulation.too_many_evaluations', status: 503 } });
  await evaluateInThread({ model: workedValueModel, hash: 'in line 24', draws: 1_000 });
});
