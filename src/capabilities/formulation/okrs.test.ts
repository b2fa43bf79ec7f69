import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';

const keyResult = {
  metric: 'Flights with a late crew',
  unit: '%',
  baseline: '20',
  target: '10',
  by: '2027-06-30',
  source: 'Planning system',
};

describeEachDatabase('objectives and key results', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let path: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    path = `/api/problems/${(await send('POST /api/problems', { title: 'Late flights' })).body.id}`;
  });
  afterAll(() => peil.close());

  const objective = async (text = 'Crews on time') =>
    (await send(`POST ${path}/objectives`, { text })).body.id as string;
  const list = async () => (await send(`GET ${path}/objectives`)).body.objectives;

  test('PF4 an objective with a quantified key result', async () => {
    const made = await send(`POST ${path}/objectives`, { text: 'Crews on time' });
    expect(made).toMatchObject({ status: 201, body: { position: 0, version: 1, keyResults: [] } });
    expect(made.events).toEqual(['objective.created']);
    const result = await send(`POST ${path}/objectives/${made.body.id}/key-results`, keyResult);
    expect(result).toMatchObject({ status: 201, events: ['key_result.created'] });
    expect(result.body).toMatchObject({ ...keyResult, direction: 'down', isQuantified: true, missing: [], version: 1 });
    expect(await list()).toEqual([{ ...made.body, keyResults: [result.body] }]);
  });

  test('PF4 a key result begins with its metric and says what is missing', async () => {
    const made = await send(`POST ${path}/objectives/${await objective()}/key-results`, { metric: 'Late crews' });
    expect(made.body).toMatchObject({ isQuantified: false, missing: ['unit', 'baseline', 'target', 'by', 'source'] });
    const edited = await send(
      `PATCH ${path}/key-results/${made.body.id}`,
      { target: '5', baseline: '4.5' },
      { version: 1 },
    );
    expect(edited).toMatchObject({ status: 200, body: { direction: 'up', version: 2 }, events: ['key_result.edited'] });
    const cleared = await send(`PATCH ${path}/key-results/${made.body.id}`, { target: null }, { version: 2 });
    expect(cleared.body).toMatchObject({ target: null, direction: null, baseline: '4.5' });
  });

  test('PF4 a target equal to the baseline is nothing to reach', async () => {
    const id = await objective();
    const refused = await send(
      `POST ${path}/objectives/${id}/key-results`,
      { ...keyResult, target: '20.0' },
      { language: 'nl' },
    );
    expect(refused).toMatchObject({ status: 422, events: [] });
    expect(refused.body.error.message).toContain('er valt niets te bereiken');
    const made = await send(`POST ${path}/objectives/${id}/key-results`, keyResult);
    const edited = await send(`PATCH ${path}/key-results/${made.body.id}`, { baseline: '10' }, { version: 1 });
    expect(edited.status).toBe(422);
  });

  test.each([
    ['a comma', { target: '1,5' }, 'a point for the decimals'],
    ['a day that does not exist', { by: '2027-02-30' }, 'year-month-day'],
    ['a number instead of a text', { target: 5 }, 'target: '],
    ['no field', {}, 'at least one field'],
  ])('PF4 %s is refused with a sentence', async (_what, fields, sentence) => {
    const made = await send(`POST ${path}/objectives/${await objective()}/key-results`, keyResult);
    const { status, body } = await send(`PATCH ${path}/key-results/${made.body.id}`, fields, { version: 1 });
    expect(status).toBe(400);
    expect(body.error.message).toContain(sentence);
  });

  test('PF4 a stale edit is told both texts', async () => {
    const id = await objective('First');
    await send(`PATCH ${path}/objectives/${id}`, { text: 'Second' }, { version: 1 });
    const stale = await send(`PATCH ${path}/objectives/${id}`, { text: 'Third' }, { version: 1 });
    expect(stale).toMatchObject({ status: 409, events: [] });
    expect(stale.body.error.params).toMatchObject({ yours: { text: 'Third' }, theirs: { text: 'Second' }, current: 2 });
  });

  test('PF4 of two edits of one version at the same instant, one is told', async () => {
    const made = await send(`POST ${path}/objectives/${await objective()}/key-results`, keyResult);
    const edits = await Promise.all(
      ['7', '8', '9'].map((target) =>
        peil.app.inject({
          method: 'PATCH',
          url: `${path}/key-results/${made.body.id}`,
          payload: { target },
          headers: { 'if-match': '1' },
        }),
      ),
    );
    expect(edits.map((edit) => edit.statusCode).sort((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  test('PF4 what was removed comes back in its place', async () => {
    const [first, second] = [await objective('First'), await objective('Second')];
    const result = await send(`POST ${path}/objectives/${first}/key-results`, keyResult);
    const removed = await send(`DELETE ${path}/objectives/${first}`);
    expect(removed).toMatchObject({ status: 200, body: { id: first }, events: ['objective.removed'] });
    expect((await list()).map((each: { id: string }) => each.id)).toEqual([second]);
    expect((await send(`PATCH ${path}/key-results/${result.body.id}`, { unit: 'x' }, { version: 1 })).status).toBe(404);
    const restored = await send(`POST ${path}/objectives/${first}/restore`);
    expect(restored).toMatchObject({ status: 200, body: { position: 0, keyResults: [{ id: result.body.id }] } });
    expect((await send(`POST ${path}/objectives/${first}/restore`)).status).toBe(409);

    await send(`DELETE ${path}/key-results/${result.body.id}`);
    expect((await list())[0].keyResults).toEqual([]);
    await send(`DELETE ${path}/objectives/${first}`);
    const lost = await send(`POST ${path}/key-results/${result.body.id}/restore`);
    expect([lost.status, lost.body.error.code]).toEqual([409, 'formulation.objective_removed']);
    await send(`POST ${path}/objectives/${first}/restore`);
    expect((await send(`POST ${path}/key-results/${result.body.id}/restore`)).status).toBe(200);
  });

  test('PF4 both can be put in another order, of exactly what is there', async () => {
    const ids = [await objective('a'), await objective('b'), await objective('c')];
    const turned = [...ids].reverse();
    const ordered = await send(`PUT ${path}/objective-order`, { ids: turned });
    expect(ordered).toMatchObject({ status: 200, events: ['objective.ordered'] });
    expect((await list()).map((each: { id: string }) => each.id)).toEqual(turned);
    for (const wrong of [ids.slice(1), [...ids, 'x'], [ids[0], ids[0], ids[1]], []]) {
      expect((await send(`PUT ${path}/objective-order`, { ids: wrong })).status).toBe(409);
    }
    const results: string[] = [];
    for (const metric of ['one', 'two']) {
      results.push((await send(`POST ${path}/objectives/${ids[0]}/key-results`, { metric })).body.id);
    }
    const answer = await send(`PUT ${path}/objectives/${ids[0]}/key-result-order`, { ids: [...results].reverse() });
    expect(answer.body.keyResults.map((each: { metric: string }) => each.metric)).toEqual(['two', 'one']);
  });

  test('PF4 nothing of another problem is reached through this one', async () => {
    const here = await objective();
    const result = (await send(`POST ${path}/objectives/${here}/key-results`, keyResult)).body.id;
    const other = `/api/problems/${(await send('POST /api/problems', { title: 'Other' })).body.id}`;
    const attempts: [string, object?, number?][] = [
      [`PATCH ${other}/objectives/${here}`, { text: 'x' }, 1],
      [`DELETE ${other}/objectives/${here}`],
      [`POST ${other}/objectives/${here}/restore`],
      [`POST ${other}/objectives/${here}/key-results`, keyResult],
      [`PUT ${other}/objectives/${here}/key-result-order`, { ids: [] }],
      [`PATCH ${other}/key-results/${result}`, { unit: 'x' }, 1],
      [`DELETE ${other}/key-results/${result}`],
      [`POST ${other}/key-results/${result}/restore`],
    ];
    for (const [request, payload, version] of attempts) {
      const { status, events } = await send(request, payload, version === undefined ? {} : { version });
      expect([request, status, events]).toEqual([request, 404, []]);
    }
  });

  test('PF4 there is an end to what people read', async () => {
    for (let count = 0; count < 50; count += 1) await objective(`objective ${count}`);
    const { status, body } = await send(`POST ${path}/objectives`, { text: 'one more' });
    expect([status, body.error.params]).toEqual([409, { limit: 50 }]);
  });
});
