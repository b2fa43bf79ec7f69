import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { identificationOf } from './source-queries.ts';

describeEachDatabase('the sources of a problem', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let path: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    const { body } = await send('POST /api/problems', { title: 'Late flights' });
    path = `/api/problems/${body.id}`;
  });
  afterAll(() => peil.close());

  const add = async (fields = {}) =>
    (await send(`POST ${path}/data-sources`, { title: 'Departure board', ...fields })).body;

  test('DE1 a source begins with what it is called, and says what is not known yet', async () => {
    const added = await send(`POST ${path}/data-sources`, { title: 'Departure board' });
    expect(added).toMatchObject({ status: 201, events: ['data_source.added'] });
    expect(added.body).toMatchObject({
      state: 'proposed',
      extract: 'one_off',
      isOneOff: true,
      personalData: 'unknown',
      identified: 'not_yet',
      hasConnection: false,
      answers: [],
    });
    expect((await send(`GET ${path}/data-sources`)).body.sources).toEqual([added.body]);
    expect((await send(`GET ${path}/data-sources/${added.body.id}`)).body).toEqual(added.body);
  });

  test('PF7 a source answers data requirements of its own problem, and no others', async () => {
    const requirement = (await send(`POST ${path}/data-requirements`, { what: 'Delay per flight' })).body.id;
    const { id } = await add({ answers: [requirement, requirement] });
    expect((await send(`GET ${path}/data-sources/${id}`)).body.answers).toEqual([requirement]);
    const other = `/api/problems/${(await send('POST /api/problems', { title: 'Other' })).body.id}`;
    const refused = await send(`POST ${other}/data-sources`, { title: 'X', answers: [requirement] });
    expect(refused).toMatchObject({ status: 422, events: [] });
    expect(refused.body.error.code).toBe('dataset.unknown_requirement');
    const none = await send(`PATCH ${path}/data-sources/${id}`, { answers: [] }, { version: 1 });
    expect(none.body.answers).toEqual([]);
  });

  test('PF7 who is alone states it in both roles; another description asks for it again', async () => {
    const { id } = await add();
    const one = await send(`POST ${path}/data-sources/${id}/statements`, { role: 'data_engineer' });
    expect(one).toMatchObject({ status: 200, events: ['data_source.identified'], body: { identified: 'one_role' } });
    const both = await send(`POST ${path}/data-sources/${id}/statements`, { role: 'sme', note: 'Since 2019' });
    expect(both.body).toMatchObject({ identified: 'together', version: 1 });
    expect(both.body.statements).toMatchObject([
      { role: 'data_engineer', userId: 'owner', isCurrent: true },
      { role: 'sme', note: 'Since 2019', isCurrent: true },
    ]);
    const owner = await send(`PATCH ${path}/data-sources/${id}`, { owner: 'Operations' }, { version: 1 });
    expect(owner.body).toMatchObject({ identified: 'together', version: 2 });
    const moved = await send(`PATCH ${path}/data-sources/${id}`, { location: 'ops.flights' }, { version: 2 });
    expect(moved.body).toMatchObject({ identified: 'outdated', version: 3 });
    expect(moved.body.statements.map((each: { isCurrent: boolean }) => each.isCurrent)).toEqual([false, false]);
    await send(`POST ${path}/data-sources/${id}/statements`, { role: 'sme' });
    const again = await send(`POST ${path}/data-sources/${id}/statements`, { role: 'data_engineer' });
    expect(again.body.identified).toBe('together');
    const back = await send(`DELETE ${path}/data-sources/${id}/statements/sme`);
    expect(back).toMatchObject({ events: ['data_source.statement_withdrawn'], body: { identified: 'one_role' } });
    const nothing = await send(`DELETE ${path}/data-sources/${id}/statements/sme`);
    expect([nothing.status, nothing.body.error.code]).toEqual([409, 'dataset.not_stated']);
  });

  test('PF7 a source is chosen or rejected with a reason, and a rejected one stays in sight', async () => {
    const { id } = await add();
    const bare = await send(`PUT ${path}/data-sources/${id}/state`, { state: 'rejected' });
    expect(bare).toMatchObject({ status: 400, events: [] });
    const rejected = await send(`PUT ${path}/data-sources/${id}/state`, { state: 'rejected', reason: 'No history.' });
    expect(rejected).toMatchObject({ status: 200, events: ['data_source.rejected'] });
    expect(rejected.body).toMatchObject({ state: 'rejected', stateReason: 'No history.', stateBy: 'owner' });
    expect((await send(`GET ${path}/data-sources`)).body.sources).toHaveLength(1);
    const open = await send(`PUT ${path}/data-sources/${id}/state`, { state: 'proposed' });
    expect(open).toMatchObject({ events: ['data_source.reopened'], body: { stateBy: null, stateAt: null } });
    const chosen = await send(`PUT ${path}/data-sources/${id}/state`, { state: 'chosen', reason: 'It is complete.' });
    expect(chosen.events).toEqual(['data_source.chosen']);
  });

  test('PF7 a stale edit is told both, and what was removed comes back', async () => {
    const { id } = await add({ extract: 'pipeline' });
    await send(`PATCH ${path}/data-sources/${id}`, { owner: 'Ops' }, { version: 1 });
    const stale = await send(`PATCH ${path}/data-sources/${id}`, { owner: 'IT' }, { version: 1 });
    expect(stale).toMatchObject({ status: 409, events: [] });
    expect(stale.body.error.params).toMatchObject({ yours: { owner: 'IT' }, theirs: { owner: 'Ops' } });
    expect((await send(`DELETE ${path}/data-sources/${id}`)).events).toEqual(['data_source.removed']);
    expect((await send(`GET ${path}/data-sources`)).body.sources).toEqual([]);
    expect((await send(`PATCH ${path}/data-sources/${id}`, { owner: 'x' }, { version: 2 })).status).toBe(404);
    expect((await send(`POST ${path}/data-sources/${id}/restore`)).body).toMatchObject({ isOneOff: false });
    expect((await send(`POST ${path}/data-sources/${id}/restore`)).status).toBe(409);
  });

  test('PF7 nothing of another problem is reached through this one, and a stopped one takes no source', async () => {
    const { id } = await add();
    const other = `/api/problems/${(await send('POST /api/problems', { title: 'Other' })).body.id}`;
    const attempts: [string, object?, number?][] = [
      [`GET ${other}/data-sources/${id}`],
      [`PATCH ${other}/data-sources/${id}`, { owner: 'x' }, 1],
      [`POST ${other}/data-sources/${id}/statements`, { role: 'sme' }],
      [`DELETE ${other}/data-sources/${id}/statements/sme`],
      [`PUT ${other}/data-sources/${id}/state`, { state: 'chosen', reason: 'x' }],
      [`DELETE ${other}/data-sources/${id}`],
      [`POST ${other}/data-sources/${id}/restore`],
    ];
    for (const [request, payload, version] of attempts) {
      const { status, events } = await send(request, payload, version === undefined ? {} : { version });
      expect([request, status, events]).toEqual([request, 404, []]);
    }
    const { snapshotHash } = (await send(`GET ${path}/gates/g1`)).body;
    await send(`POST ${path}/gates/g1/decisions`, {
      outcome: 'no_go',
      reasons: 'A rule will do.',
      people: [{ name: 'Eva', role: 'sme', meaning: 'approves' }],
      redirect: { kind: 'rule', text: 'By age.' },
      snapshotHash,
    });
    expect((await send(`POST ${path}/data-sources`, { title: 'Late' })).status).toBe(423);
  });
});

test('PF7 in a team two people identify a source, each in a role of their own', async () => {
  const team: TeamPeil = await inTeamMode();
  const problemId = await team.openProblem();
  const sme = await team.signIn('Eva', { problemRoles: { [problemId]: ['sme'] } });
  const engineer = await team.signIn('Tom', { problemRoles: { [problemId]: ['data_engineer'] } });
  const manager = await team.signIn('Rik', { problemRoles: { [problemId]: ['risk_manager'] } });
  const url = `/api/problems/${problemId}/data-sources`;
  const added = await engineer.inject({ method: 'POST', url, payload: { title: 'Board' } });
  const statements = `${url}/${added.json().id}/statements`;
  const state = (person: typeof sme, role: string) =>
    person.inject({ method: 'POST', url: statements, payload: { role } });
  expect((await state(engineer, 'sme')).json().error.code).toBe('dataset.not_your_role');
  expect((await state(engineer, 'data_engineer')).json()).toMatchObject({ identified: 'one_role' });
  expect((await state(sme, 'sme')).json()).toMatchObject({ identified: 'together' });
  const foreign = await engineer.inject({ method: 'DELETE', url: `${statements}/sme` });
  expect(foreign.json().error.code).toBe('dataset.not_your_statement');
  expect((await manager.inject({ method: 'POST', url, payload: { title: 'X' } })).statusCode).toBe(403);
  expect((await manager.inject({ method: 'GET', url })).json().sources).toHaveLength(1);
  await team.close();
});

test('PF7 one person in both roles is not two, unless they are alone here', () => {
  const said = (role: 'sme' | 'data_engineer', user_id: string) => ({ role, user_id, of_version: 1 });
  const both = [said('sme', 'a'), said('data_engineer', 'a')];
  expect(identificationOf(both, { describedIn: 1, isAlone: false })).toBe('one_person');
  expect(identificationOf(both, { describedIn: 1, isAlone: true })).toBe('together');
  expect(identificationOf(both, { describedIn: 2, isAlone: true })).toBe('outdated');
  expect(identificationOf([], { describedIn: 1, isAlone: true })).toBe('not_yet');
});
