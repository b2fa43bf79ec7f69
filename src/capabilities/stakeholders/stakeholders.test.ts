import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { listStakeholderEvidence, snapshotOfStakeholders, stakeholderGateTexts } from './index.ts';

describeEachDatabase('stakeholders', (kit) => {
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

  const add = async (name = 'Crew planners', more: object = {}) =>
    (await send(`POST ${path}/stakeholders`, { name, relation: 'affected', ...more })).body;
  const list = async () => (await send(`GET ${path}/stakeholders`)).body.stakeholders;
  const evidence = async () => {
    const items = await listStakeholderEvidence(peil.services.database.reader, problemId);
    return Object.fromEntries(items.map(({ id, isDone, params }) => [id, [isDone, params.count, params.names]]));
  };

  test('PF2 a group that does not sign in, and a person who does', async () => {
    const group = await send(`POST ${path}/stakeholders`, { name: 'Crew planners', relation: 'affected' });
    expect(group).toMatchObject({ status: 201, events: ['stakeholder.added'] });
    expect(group.body).toMatchObject({ userId: null, name: 'Crew planners', mustBeHeard: true, isHeard: false });
    const me = (await send('GET /api/me')).body;
    const person = await send(`POST ${path}/stakeholders`, { userId: me.id, relation: 'informed' });
    expect(person.body).toMatchObject({ userId: me.id, name: me.name, mustBeHeard: false, position: 1 });
    expect(await list()).toEqual([group.body, person.body]);
  });

  test.each([
    ['nobody', { relation: 'affected' }, '400 by userId or by name'],
    ['both', { userId: 'owner', name: 'x', relation: 'affected' }, '400 by userId or by name'],
    ['an id that nobody has', { userId: 'ghost', relation: 'affected' }, '422 ghost'],
    ['two lines', { name: 'a\nb', relation: 'affected' }, '400 one line'],
    ['a relation that is none', { name: 'a', relation: 'enemy' }, '400 relation'],
  ])('PF2 %s is refused with a sentence', async (_what, body, expected) => {
    const [status, sentence] = [Number(expected.slice(0, 3)), expected.slice(4)];
    const refused = await send(`POST ${path}/stakeholders`, body);
    expect(refused).toMatchObject({ status, events: [] });
    expect(refused.body.error.message).toContain(sentence);
  });

  test('PF2 an edit changes what is given, and a stale one is told both', async () => {
    const { id } = await add();
    const edited = await send(`PATCH ${path}/stakeholders/${id}`, { interest: 'They wait' }, { version: 1 });
    expect(edited).toMatchObject({ status: 200, events: ['stakeholder.edited'] });
    expect(edited.body).toMatchObject({ name: 'Crew planners', interest: 'They wait', version: 2 });
    const stale = await send(`PATCH ${path}/stakeholders/${id}`, { interest: 'Mine' }, { version: 1 });
    expect(stale).toMatchObject({ status: 409, events: [] });
    expect(stale.body.error.params).toMatchObject({ yours: { interest: 'Mine' }, theirs: { interest: 'They wait' } });
    const named = await send(`PATCH ${path}/stakeholders/${id}`, { userId: 'owner' }, { version: 2 });
    expect(named.body).toMatchObject({ userId: 'owner', isErased: false });
  });

  test('PF2 of two edits of one version at the same instant, one is told', async () => {
    const { id } = await add();
    const edits = await Promise.all(
      ['a', 'b', 'c'].map((interest) =>
        peil.app.inject({
          method: 'PATCH',
          url: `${path}/stakeholders/${id}`,
          payload: { interest },
          headers: { 'if-match': '1' },
        }),
      ),
    );
    expect(edits.map((edit) => edit.statusCode).sort((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  test('PF2 who was heard, when, by whom, how, what was said, and what is still asked', async () => {
    const { id } = await add();
    const heard = await send(`POST ${path}/stakeholders/${id}/hearings`, {
      heardOn: '2026-01-04',
      how: 'talk',
      said: 'The roster is made two days before.',
      questions: ['Who may change the roster?', 'Since when?'],
    });
    expect(heard).toMatchObject({ status: 201, events: ['hearing.recorded', 'question.asked', 'question.asked'] });
    expect(heard.body).toMatchObject({ isHeard: true, hearings: [{ heardOn: '2026-01-04', how: 'talk', version: 1 }] });
    expect(heard.body.hearings[0].heardBy.userId).toBe('owner');
    const [question] = heard.body.questions;
    expect(question).toMatchObject({ isOpen: true, askedOn: '2026-01-05', hearingId: heard.body.hearings[0].id });
    const answered = await send(`PATCH ${path}/questions/${question.id}`, { answer: 'The lead' }, { version: 1 });
    expect(answered).toMatchObject({ status: 200, events: ['question.answered'] });
    expect(answered.body).toMatchObject({ isOpen: false, answeredOn: '2026-01-05' });
    const [shown] = await list();
    expect(shown.questions.map((each: { isOpen: boolean }) => each.isOpen)).toEqual([true, false]);
    const opened = await send(`PATCH ${path}/questions/${question.id}`, { answer: ' ' }, { version: 2 });
    expect(opened.body).toMatchObject({ isOpen: true, answeredOn: null });

    const hearing = heard.body.hearings[0].id;
    const edited = await send(
      `PATCH ${path}/hearings/${hearing}`,
      { how: 'survey', heardBy: { name: 'A bureau' } },
      { version: 1 },
    );
    expect(edited.body).toMatchObject({ how: 'survey', heardBy: { userId: null, name: 'A bureau' }, version: 2 });
    expect((await send(`PATCH ${path}/hearings/${hearing}`, { said: 'x' }, { version: 1 })).status).toBe(409);
  });

  test('PF2 a hearing that is still to come is not recorded', async () => {
    const { id } = await add();
    const refused = await send(
      `POST ${path}/stakeholders/${id}/hearings`,
      { heardOn: '2026-01-07', how: 'talk' },
      { language: 'nl' },
    );
    expect(refused).toMatchObject({ status: 422, events: [] });
    expect(refused.body.error.message).toContain('na vandaag');
    expect(
      (await send(`POST ${path}/stakeholders/${id}/hearings`, { heardOn: '2026-02-30', how: 'talk' })).status,
    ).toBe(400);
  });

  test('PF2 what was removed comes back, with what hangs on it', async () => {
    const { id } = await add();
    const { body } = await send(`POST ${path}/stakeholders/${id}/hearings`, {
      heardOn: '2026-01-04',
      how: 'talk',
      questions: ['Why?'],
    });
    const [hearing, question] = [body.hearings[0].id, body.questions[0].id];
    expect((await send(`DELETE ${path}/stakeholders/${id}`)).events).toEqual(['stakeholder.removed']);
    expect(await list()).toEqual([]);
    for (const request of [`DELETE ${path}/hearings/${hearing}`, `DELETE ${path}/questions/${question}`]) {
      expect((await send(request)).status).toBe(404);
    }
    const restored = await send(`POST ${path}/stakeholders/${id}/restore`);
    expect(restored).toMatchObject({ status: 200, events: ['stakeholder.restored'], body: { isHeard: true } });
    expect((await send(`POST ${path}/stakeholders/${id}/restore`)).status).toBe(409);
    for (const [kind, thing] of [
      ['hearing', hearing],
      ['question', question],
    ]) {
      expect((await send(`DELETE ${path}/${kind}s/${thing}`)).events).toEqual([`${kind}.removed`]);
      expect((await send(`DELETE ${path}/${kind}s/${thing}`)).status).toBe(404);
      expect((await send(`POST ${path}/${kind}s/${thing}/restore`)).events).toEqual([`${kind}.restored`]);
      expect((await send(`POST ${path}/${kind}s/${thing}/restore`)).status).toBe(409);
    }
    await send(`DELETE ${path}/hearings/${hearing}`);
    await send(`DELETE ${path}/stakeholders/${id}`);
    const lost = await send(`POST ${path}/hearings/${hearing}/restore`);
    expect([lost.status, lost.body.error.code]).toEqual([409, 'stakeholder.stakeholder_removed']);
  });

  test('PF2 they can be put in another order, of exactly who is there', async () => {
    const ids = [(await add('a')).id, (await add('b')).id, (await add('c')).id];
    const turned = [...ids].reverse();
    expect((await send(`PUT ${path}/stakeholder-order`, { ids: turned })).events).toEqual(['stakeholder.ordered']);
    expect((await list()).map((each: { name: string }) => each.name)).toEqual(['c', 'b', 'a']);
    for (const wrong of [ids.slice(1), [...ids, 'x'], [ids[0], ids[0], ids[1]], []]) {
      expect((await send(`PUT ${path}/stakeholder-order`, { ids: wrong })).status).toBe(409);
    }
  });

  test('PF2 a name is erased with a tombstone, and what was signed still compares', async () => {
    const { id } = await add('Jan Jansen', { interest: 'Waits at night' });
    const snapshot = () => snapshotOfStakeholders(peil.services.database.reader, problemId);
    const before = await snapshot();
    expect(JSON.stringify(before)).not.toContain('Jansen');
    const erased = await send(`POST ${path}/stakeholders/${id}/erase-name`);
    expect(erased).toMatchObject({ status: 200, events: ['personal_data.stakeholder_name_erased'] });
    expect(await list()).toMatchObject([{ id, name: null, isErased: true, interest: 'Waits at night', version: 2 }]);
    expect(await snapshot()).toEqual(before);
    expect((await send(`POST ${path}/stakeholders/${id}/erase-name`)).status).toBe(409);
    const back = await send(`PATCH ${path}/stakeholders/${id}`, { name: 'Jan Jansen' }, { version: 2 });
    expect([back.status, back.body.error.code]).toEqual([409, 'stakeholder.erased']);
    const removed = await add('Piet');
    await send(`DELETE ${path}/stakeholders/${removed.id}`);
    expect((await send(`POST ${path}/stakeholders/${removed.id}/erase-name`)).status).toBe(200);
  });

  test('PF2 another name is a change of what was signed; no event holds a name', async () => {
    const { id } = await add('Jan Jansen');
    const before = await snapshotOfStakeholders(peil.services.database.reader, problemId);
    const told: string[] = [];
    peil.services.events.afterCommit((events) => told.push(JSON.stringify(events)));
    await send(`PATCH ${path}/stakeholders/${id}`, { name: 'Piet Pietersen' }, { version: 1 });
    expect(await snapshotOfStakeholders(peil.services.database.reader, problemId)).not.toEqual(before);
    expect(told.join()).toContain('stakeholder.edited');
    expect(told.join()).not.toContain('Pietersen');
  });

  test('PF2 the gate asks who was not heard and what was not answered', async () => {
    expect((await evidence())['stakeholders.named']).toEqual([false, 0, []]);
    const { id } = await add('Crews');
    await add('Board', { relation: 'informed' });
    await add('Passengers', { mustBeHeard: true });
    expect(await evidence()).toEqual({
      'stakeholders.named': [true, 3, []],
      'stakeholders.heard': [false, 2, ['Crews', 'Passengers']],
      'stakeholders.questions': [true, 0, []],
    });
    await send(`POST ${path}/stakeholders/${id}/hearings`, { heardOn: '2026-01-01', how: 'talk', questions: ['Why?'] });
    expect(await evidence()).toMatchObject({
      'stakeholders.heard': [false, 1, ['Passengers']],
      'stakeholders.questions': [false, 1, ['Crews']],
    });
    const say = stakeholderGateTexts.nl['stakeholders.heard'];
    expect(say({ names: ['Passengers'], count: 1 })).toBe('Hoor nog één belanghebbende: Passengers.');
  });

  test('PF2 nothing of another problem is reached through this one', async () => {
    const { id } = await add();
    const { body } = await send(`POST ${path}/stakeholders/${id}/hearings`, {
      heardOn: '2026-01-04',
      how: 'talk',
      questions: ['Why?'],
    });
    const other = `/api/problems/${(await send('POST /api/problems', { title: 'Other' })).body.id}`;
    const attempts: [string, object?, number?][] = [
      [`PATCH ${other}/stakeholders/${id}`, { interest: 'x' }, 1],
      [`DELETE ${other}/stakeholders/${id}`],
      [`POST ${other}/stakeholders/${id}/restore`],
      [`POST ${other}/stakeholders/${id}/erase-name`],
      [`POST ${other}/stakeholders/${id}/hearings`, { heardOn: '2026-01-04', how: 'talk' }],
      [`POST ${other}/stakeholders/${id}/questions`, { text: 'x' }],
      [`PATCH ${other}/hearings/${body.hearings[0].id}`, { said: 'x' }, 1],
      [`DELETE ${other}/hearings/${body.hearings[0].id}`],
      [`POST ${other}/hearings/${body.hearings[0].id}/restore`],
      [`PATCH ${other}/questions/${body.questions[0].id}`, { text: 'x' }, 1],
      [`DELETE ${other}/questions/${body.questions[0].id}`],
      [`POST ${other}/questions/${body.questions[0].id}/restore`],
    ];
    for (const [request, payload, version] of attempts) {
      const { status, events } = await send(request, payload, version === undefined ? {} : { version });
      expect([request, status, events]).toEqual([request, 404, []]);
    }
  });

  test('PF2 after a no-go nobody is heard any more', async () => {
    const { id } = await add();
    const { snapshotHash } = (await send(`GET ${path}/gates/g1`)).body;
    await send(`POST ${path}/gates/g1/decisions`, {
      outcome: 'no_go',
      reasons: 'A rule will do.',
      people: [{ name: 'Eva', role: 'sme', meaning: 'approves' }],
      redirect: { kind: 'rule', text: 'By age.' },
      snapshotHash,
    });
    const refused = await send(`POST ${path}/stakeholders/${id}/hearings`, { heardOn: '2026-01-04', how: 'talk' });
    expect(refused).toMatchObject({ status: 423, events: [] });
    expect(await list()).toMatchObject([{ id, isHeard: false }]);
  });
});

test('PF2 only who answers for the team, or an administrator, erases a name', async () => {
  const team = await inTeamMode();
  const problemId = await team.openProblem();
  const sme = await team.signIn('Eva', { problemRoles: { [problemId]: ['sme'] } });
  const engineer = await team.signIn('Tom', { problemRoles: { [problemId]: ['data_engineer'] } });
  const url = `/api/problems/${problemId}/stakeholders`;
  const added = await engineer.inject({ method: 'POST', url, payload: { name: 'Jan', relation: 'decides' } });
  const erase = { method: 'POST' as const, url: `${url}/${added.json().id}/erase-name` };
  expect((await engineer.inject(erase)).statusCode).toBe(403);
  expect((await sme.inject(erase)).statusCode).toBe(200);
  await team.close();
});

test('PF2 a colleague whose account was erased is called so in the language of who reads', async () => {
  const team = await inTeamMode();
  const problemId = await team.openProblem();
  const sme = await team.signIn('Eva', { problemRoles: { [problemId]: ['sme'] } });
  const tom = await team.signIn('Tom');
  const url = `/api/problems/${problemId}/stakeholders`;
  const payload = { userId: tom.id, relation: 'does_work', interest: 'Repairs at night' };
  expect((await sme.inject({ method: 'POST', url, payload })).statusCode).toBe(201);
  await team.admin.inject({ method: 'POST', url: `/api/users/${tom.id}/erasure` });
  for (const [language, name] of [
    ['en', 'Erased person'],
    ['nl', 'Gewist persoon'],
  ]) {
    const { stakeholders } = (await sme.inject({ url, headers: { 'accept-language': language } })).json();
    expect(stakeholders).toMatchObject([{ userId: tom.id, name }]);
  }
  await team.close();
});
