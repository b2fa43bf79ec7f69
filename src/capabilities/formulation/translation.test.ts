import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { decideG0 } from '../../../test/kit/accepted.ts';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { listDataEvidence, listTranslationEvidence } from './formulation-evidence.ts';
import { formulationGateTexts } from './formulation-gate-texts.ts';
import { snapshotOfDataRequirements, snapshotOfTranslation } from './formulation-snapshots.ts';

const answers = {
  unit: 'A flight',
  target: 'More than 15 minutes late',
  truth: 'The arrival, an hour later',
  moment: 'At departure',
  horizon: 'The flight itself',
  action: 'A crew is planned later',
  capacity: '20 a day',
  fairness: 'Nobody',
};

describeEachDatabase('translation into an ML problem', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  let path: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    problemId = (await send('POST /api/problems', { title: 'Late flights' })).body.id;
    path = `/api/problems/${problemId}`;
  });
  afterAll(() => peil.close());

  const addKeyResult = async (metric = 'Late crews') => {
    const objective = await send(`POST ${path}/objectives`, { text: 'On time' });
    return (await send(`POST ${path}/objectives/${objective.body.id}/key-results`, { metric })).body.id as string;
  };
  const openItems = async () =>
    (await listTranslationEvidence(peil.services.database.reader, problemId))
      .filter((item) => !item.isDone)
      .map((item) => item.id);

  test('PF1 PF6 it is locked until the opportunity is accepted, and says so in both languages', async () => {
    const keyResultId = await addKeyResult();
    const read = await send(`GET ${path}/translation`);
    expect(read.body).toMatchObject({ isLocked: true, task: '', version: 0, completeness: 0 });
    const attempts: [string, object][] = [
      [`PATCH ${path}/translation`, { task: 'binary' }],
      [`PUT ${path}/translation/key-results/${keyResultId}`, { text: 'x' }],
    ];
    for (const outcome of ['defer', 'no_go'] as const) {
      for (const [request, payload] of attempts) {
        const refused = await send(request, payload, { version: 0, language: 'nl' });
        expect(refused).toMatchObject({
          status: 423,
          events: [],
          body: { error: { code: 'formulation.not_accepted_yet' } },
        });
        expect(refused.body.error.message).toContain('zodra de kans bij poort G0 is aanvaard');
      }
      await decideG0(peil, problemId, outcome);
    }
    await decideG0(peil, problemId, 'conditional_go');
    expect((await send(`PATCH ${path}/translation`, { task: 'binary' }, { version: 0 })).status).toBe(200);
    await decideG0(peil, problemId, 'reopen');
    expect((await send(`GET ${path}/translation`)).body).toMatchObject({ isLocked: true, task: 'binary' });
  });

  test('PF6 it is saved an answer at a time, with what is missing', async () => {
    await decideG0(peil, problemId);
    const first = await send(`PATCH ${path}/translation`, { task: 'ranking' }, { version: 0 });
    expect(first).toMatchObject({
      status: 200,
      body: { task: 'ranking', version: 1, completeness: 11, isLocked: false },
    });
    expect(first.events).toEqual(['translation.written']);
    const rest = await send(`PATCH ${path}/translation`, answers, { version: 1 });
    expect(rest.body).toMatchObject({ ...answers, missing: [], completeness: 100, constraints: '' });
    expect((await send(`PATCH ${path}/translation`, { unit: 'A flight' }, { version: 0 })).events).toEqual([]);
    const clash = await send(`PATCH ${path}/translation`, { unit: 'A crew', horizon: 'A day' }, { version: 1 });
    expect(clash).toMatchObject({ status: 409, events: [] });
    expect(clash.body.error.params).toMatchObject({ theirs: { unit: 'A flight', horizon: 'The flight itself' } });
  });

  test('PF6 of two edits of one version at the same instant, one is told', async () => {
    await decideG0(peil, problemId);
    const edits = await Promise.all(
      ['a', 'b', 'c'].map((unit) =>
        peil.app.inject({
          method: 'PATCH',
          url: `${path}/translation`,
          payload: { unit },
          headers: { 'if-match': '0' },
        }),
      ),
    );
    expect(edits.map((edit) => edit.statusCode).sort((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  test.each([
    ['another task', { task: 'magic' }],
    ['a NUL', { unit: 'a\0' }],
    ['nothing', {}],
    ['a field it has not', { model: 'x' }],
    ['a text that is too long', { unit: 'x'.repeat(20_001) }],
  ])('PF6 %s is refused with a sentence', async (_what, texts) => {
    const { status, body } = await send(`PATCH ${path}/translation`, texts, { version: 0 });
    expect([status, /\S\.$/.test(body.error.message)]).toEqual([400, true]);
  });

  test('PF6 each key result is linked to the prediction, or it is said why not', async () => {
    await decideG0(peil, problemId);
    const [late, cost] = [await addKeyResult('Late crews'), await addKeyResult('Cost')];
    const address = `${path}/translation/key-results/${late}`;
    const linked = await send(`PUT ${address}`, { text: 'Crews are planned later' }, { version: 0 });
    expect(linked).toMatchObject({
      status: 200,
      body: { keyResultId: late, metric: 'Late crews', contributes: true, isLinked: true, version: 1 },
      events: ['translation.key_result_linked'],
    });
    const stale = await send(`PUT ${address}`, { text: 'x' }, { version: 0 });
    expect(stale.body.error.params).toMatchObject({ theirs: { contributes: true, text: 'Crews are planned later' } });
    await send(`PUT ${path}/translation/key-results/${cost}`, { contributes: false, text: 'Fixed' }, { version: 0 });
    const { links } = (await send(`GET ${path}/translation`)).body;
    expect(links).toMatchObject([
      { keyResultId: late, isLinked: true },
      { keyResultId: cost, contributes: false, text: 'Fixed' },
    ]);
    expect((await send(`PUT ${address}`, { text: ' ' }, { version: 1 })).body.isLinked).toBe(false);
    expect((await send(`PUT ${path}/translation/key-results/nothing`, { text: 'x' }, { version: 0 })).status).toBe(404);
    await send(`DELETE ${path}/key-results/${cost}`);
    expect((await send(`GET ${path}/translation`)).body.links).toHaveLength(1);
  });

  test('PF6 the gate asks each required answer and each key result that is not linked', async () => {
    await decideG0(peil, problemId);
    const keyResultId = await addKeyResult();
    const asked = await openItems();
    expect(asked).toHaveLength(10);
    expect(asked.at(-1)).toBe(`translation.keyResult.${keyResultId}`);
    for (const item of await listTranslationEvidence(peil.services.database.reader, problemId)) {
      for (const locale of ['en', 'nl'] as const) {
        const text = formulationGateTexts[locale][item.text];
        expect(typeof text === 'string' ? text : text({ metric: 'm' })).toMatch(/\.$/);
      }
    }
    await send(`PATCH ${path}/translation`, { ...answers, task: 'binary' }, { version: 0 });
    await send(`PUT ${path}/translation/key-results/${keyResultId}`, { text: 'It does' }, { version: 0 });
    expect(await openItems()).toEqual([]);
    const snapshot = await snapshotOfTranslation(peil.services.database.reader, problemId);
    expect(snapshot).toEqual({
      ...answers,
      task: 'binary',
      constraints: '',
      keyResults: [{ keyResultId, contributes: true, text: 'It does' }],
    });
  });

  test('PF6 data requirements are rows that are edited, removed with undo, and ordered', async () => {
    const db = peil.services.database.reader;
    expect(await listDataEvidence(db, problemId)).toMatchObject([{ id: 'data.required', isDone: false }]);
    const made = await send(`POST ${path}/data-requirements`, { what: 'Departure delay', history: 'Two years' });
    expect(made).toMatchObject({ status: 201, events: ['data_requirement.created'] });
    expect(made.body).toMatchObject({
      what: 'Departure delay',
      why: '',
      history: 'Two years',
      position: 0,
      version: 1,
    });
    const edited = await send(
      `PATCH ${path}/data-requirements/${made.body.id}`,
      { volume: '3 million' },
      { version: 1 },
    );
    expect(edited).toMatchObject({ status: 200, body: { volume: '3 million', history: 'Two years', version: 2 } });
    const stale = await send(`PATCH ${path}/data-requirements/${made.body.id}`, { volume: 'x' }, { version: 1 });
    expect(stale).toMatchObject({ status: 409, body: { error: { params: { theirs: { volume: '3 million' } } } } });
    const second = (await send(`POST ${path}/data-requirements`, { what: 'Weather' })).body.id;
    const ordered = await send(`PUT ${path}/data-requirement-order`, { ids: [second, made.body.id] });
    expect(ordered.body.dataRequirements.map((each: { what: string }) => each.what)).toEqual([
      'Weather',
      'Departure delay',
    ]);
    expect((await send(`PUT ${path}/data-requirement-order`, { ids: [second] })).status).toBe(409);
    const removed = await send(`DELETE ${path}/data-requirements/${second}`);
    expect(removed).toMatchObject({ status: 200, events: ['data_requirement.removed'] });
    expect((await send(`DELETE ${path}/data-requirements/${second}`)).status).toBe(404);
    const restored = await send(`POST ${path}/data-requirements/${second}/restore`);
    expect(restored).toMatchObject({ status: 200, body: { position: 0, what: 'Weather' } });
    expect((await send(`POST ${path}/data-requirements/${second}/restore`)).status).toBe(409);
    expect(await listDataEvidence(db, problemId)).toMatchObject([{ isDone: true }]);
    expect((await snapshotOfDataRequirements(db, problemId)).map((each) => each.what)).toEqual([
      'Weather',
      'Departure delay',
    ]);
    expect((await snapshotOfDataRequirements(db, problemId))[0]).not.toHaveProperty('version');
  });

  test('PF6 nothing of another problem is reached through this one', async () => {
    await decideG0(peil, problemId);
    const keyResultId = await addKeyResult();
    const data = (await send(`POST ${path}/data-requirements`, { what: 'Weather' })).body.id;
    const other = (await send('POST /api/problems', { title: 'Other' })).body.id;
    await decideG0(peil, other);
    const attempts: [string, object?, number?][] = [
      [`PUT /api/problems/${other}/translation/key-results/${keyResultId}`, { text: 'x' }, 0],
      [`PATCH /api/problems/${other}/data-requirements/${data}`, { what: 'x' }, 1],
      [`DELETE /api/problems/${other}/data-requirements/${data}`],
      [`POST /api/problems/${other}/data-requirements/${data}/restore`],
    ];
    for (const [request, payload, version] of attempts) {
      const { status, events } = await send(request, payload, version === undefined ? {} : { version });
      expect([request, status, events]).toEqual([request, 404, []]);
    }
  });
});
