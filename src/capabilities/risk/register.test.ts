import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { writtenRisk } from '../../../test/kit/assessed-problem.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, testPassword } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';
import { riskRoutes } from './index.ts';

describeEachDatabase('the risk register', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let path: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    path = `/api/problems/${(await send('POST /api/problems', { title: 'Machines that stop' })).body.id}`;
  });
  afterAll(() => peil.close());

  const list = async () => (await send(`GET ${path}/risks`)).body.risks;

  test('RM1 a risk begins with what may happen and says what is missing', async () => {
    const made = await send(`POST ${path}/risks`, { what: ' It goes wrong ' });
    expect(made).toMatchObject({ status: 201, events: ['risk.created'] });
    expect(made.body).toMatchObject({
      what: 'It goes wrong',
      position: 0,
      version: 1,
      missing: ['likelihood', 'impact', 'decision', 'owner'],
      before: null,
      after: null,
    });
    const edited = await send(`PATCH ${path}/risks/${made.body.id}`, writtenRisk, { version: 1 });
    expect(edited).toMatchObject({
      status: 200,
      events: ['risk.edited'],
      body: { ...writtenRisk, missing: [], version: 2, before: { likely: '80000.00' }, after: { likely: '20000.00' } },
    });
    expect(await list()).toEqual([edited.body]);
  });

  test('RM1 a stale edit is told both texts; what was removed comes back in its place', async () => {
    const first = (await send(`POST ${path}/risks`, { what: 'First' })).body.id;
    const second = (await send(`POST ${path}/risks`, { what: 'Second' })).body.id;
    await send(`PATCH ${path}/risks/${first}`, { owner: 'Eva' }, { version: 1 });
    const stale = await send(`PATCH ${path}/risks/${first}`, { owner: 'Tom' }, { version: 1 });
    expect(stale).toMatchObject({ status: 409, events: [] });
    expect(stale.body.error.params).toMatchObject({ yours: { owner: 'Tom' }, theirs: { owner: 'Eva' }, current: 2 });
    expect(await send(`DELETE ${path}/risks/${first}`)).toMatchObject({ status: 200, events: ['risk.removed'] });
    expect((await list()).map((each: { id: string }) => each.id)).toEqual([second]);
    expect((await send(`PATCH ${path}/risks/${first}`, { owner: 'x' }, { version: 2 })).status).toBe(404);
    expect((await send(`DELETE ${path}/risks/${first}`)).status).toBe(404);
    const restored = await send(`POST ${path}/risks/${first}/restore`);
    expect(restored).toMatchObject({ status: 200, events: ['risk.restored'], body: { position: 0, owner: 'Eva' } });
    expect((await send(`POST ${path}/risks/${first}/restore`)).status).toBe(409);
    const ordered = await send(`PUT ${path}/risk-order`, { ids: [second, first] });
    expect(ordered).toMatchObject({ status: 200, events: ['risk.ordered'] });
    expect((await list()).map((each: { id: string }) => each.id)).toEqual([second, first]);
    for (const ids of [[first], [first, first], [first, second, 'x'], []])
      expect((await send(`PUT ${path}/risk-order`, { ids })).status).toBe(409);
  });

  test.each([
    ['a comma', { impact: { likely: '1,5' } }, 'a point for the decimals'],
    ['a negative amount', { impact: { likely: '-5' } }, 'not negative'],
    ['low without high', { impact: { low: '1', likely: '5' } }, 'both low and high'],
    ['another order', { impact: { low: '9', likely: '5', high: '10' } }, 'in that order'],
    ['a chance above one', { likelihood: { kind: 'chance', horizonYears: 2, likely: '5' } }, '0.05'],
    ['a decision that is none', { decision: 'maybe' }, 'decision: '],
    ['no field', {}, 'at least one field'],
  ])('RM1 %s is refused with a sentence', async (_what, fields, sentence) => {
    const { id } = (await send(`POST ${path}/risks`, { what: 'x' })).body;
    const { status, body } = await send(`PATCH ${path}/risks/${id}`, fields, { version: 1 });
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(sentence)]);
  });

  test('RM1 nothing of another problem is reached through this one, and no problem is a 404', async () => {
    const { id } = (await send(`POST ${path}/risks`, { what: 'x' })).body;
    const other = `/api/problems/${(await send('POST /api/problems', { title: 'Other' })).body.id}`;
    expect((await send(`PATCH ${other}/risks/${id}`, { owner: 'x' }, { version: 1 })).status).toBe(404);
    expect((await send(`DELETE ${other}/risks/${id}`)).status).toBe(404);
    expect((await send(`POST ${other}/risks/${id}/restore`)).status).toBe(404);
    expect((await send('POST /api/problems/nowhere/risks', { what: 'x' })).status).toBe(404);
    expect((await send('GET /api/problems/nowhere/risk')).status).toBe(404);
    expect((await send('GET /api/problems/nowhere/risk/regulator')).status).toBe(404);
  });

  test('RM1 there is an end to what people read', async () => {
    for (let count = 0; count < 50; count += 1) await send(`POST ${path}/risks`, { what: `risk ${count}` });
    const { status, body } = await send(`POST ${path}/risks`, { what: 'one more' });
    expect([status, body.error.params]).toEqual([409, { limit: 50 }]);
  }, 60_000);

  test('RM2 what a regulator would ask is known, written, not applicable or missing; never silently empty', async () => {
    const empty = (await send(`GET ${path}/risk/regulator`)).body;
    expect(empty.rows.filter((row: { state: string }) => row.state !== 'missing')).toMatchObject([{ row: 'eventLog' }]);
    expect(empty.completeness).toBe(Math.floor(100 / empty.rows.length));
    const { problemId } = await writtenProblem(peil, {}, { isClassified: false });
    const written = `/api/problems/${problemId}/risk/regulator`;
    const stateOf = async (name: string) => {
      const { rows } = (await send(`GET ${written}`)).body;
      return rows.find((row: { row: string }) => row.row === name);
    };
    expect(await stateOf('objectives')).toMatchObject({ state: 'known', station: 'requirements' });
    expect(await stateOf('alternatives')).toMatchObject({ state: 'known' });
    expect(await stateOf('errorCosts')).toMatchObject({ state: 'known', station: 'value' });
    expect(await stateOf('decision')).toMatchObject({ state: 'known', station: 'decision' });
    expect(await stateOf('dataNeeds')).toMatchObject({ state: 'missing', known: [], text: '' });
    // the role is still asked
    expect(await stateOf('identity')).toMatchObject({ state: 'missing', station: 'opportunity' });
    expect((await send(`PUT ${written}/waivers`, { text: ' ', isNotApplicable: true }, { version: 0 })).status).toBe(
      422,
    );
    const excused = await send(
      `PUT ${written}/waivers`,
      { text: 'None were given.', isNotApplicable: true },
      { version: 0 },
    );
    expect(excused).toMatchObject({
      status: 200,
      events: ['risk_assessment.regulator_answered'],
      body: { version: 1 },
    });
    await send(`PUT ${written}/oversight`, { text: 'The night chief.' }, { version: 1 });
    expect(await stateOf('waivers')).toMatchObject({ state: 'not_applicable' });
    expect(await stateOf('oversight')).toMatchObject({ state: 'written', text: 'The night chief.' });
    expect((await send(`PUT ${written}/oversight`, { text: 'x' }, { version: 1 })).status).toBe(409);
    await send(`PUT ${written}/oversight`, { text: '' }, { version: 2 });
    expect(await stateOf('oversight')).toMatchObject({ state: 'missing' });
    expect((await send(`PUT ${written}/nonsense`, { text: 'x' }, { version: 3 })).status).toBe(404);
    expect((await send(`GET ${written}`, undefined, { language: 'nl' })).body.sentence).toContain('toezichthouder');
  });

  test('RM1 a no-go makes the assessment read-only', async () => {
    const ids = await writtenProblem(peil, {}, { isClassified: false });
    const at = `/api/problems/${ids.problemId}`;
    const { id } = (await send(`POST ${at}/risks`, { what: 'x' })).body;
    const { snapshotHash } = (await send(`GET ${at}/gates/g1`)).body;
    await send(`POST ${at}/gates/g1/decisions`, {
      snapshotHash,
      outcome: 'no_go',
      reasons: 'A rule will do.',
      people: [{ name: 'Eva', role: 'sme', meaning: 'approves' }],
      redirect: { kind: 'rule', text: 'By age.' },
    });
    const attempts: [string, object?, number?][] = [
      [`POST ${at}/risks`, { what: 'y' }],
      [`PATCH ${at}/risks/${id}`, { owner: 'x' }, 1],
      [`DELETE ${at}/risks/${id}`],
      [`PUT ${at}/risk-order`, { ids: [id] }],
      [`PATCH ${at}/risk/appetite`, { appetite: '1' }, 0],
      [`PUT ${at}/risk/ai-act/answers/system`, { choice: 'yes' }, 0],
      [`PATCH ${at}/risk/ai-act`, { role: 'both' }, 0],
      [`PUT ${at}/risk/dpia/answers/personal_data`, { choice: 'yes' }, 0],
      [`PATCH ${at}/risk/dpia`, { remark: 'x' }, 0],
      [`PUT ${at}/risk/regulator/oversight`, { text: 'x' }, 0],
    ];
    for (const [request, body, version] of attempts) {
      const sent = await send(request, body, version === undefined ? {} : { version });
      expect([request, sent.status, sent.events]).toEqual([request, 423, []]);
    }
  });

  test('RM1 in a team only a risk manager edits and signs', async () => {
    const team = await inTeamMode({}, kit.openPeil);
    const owner = await team.signIn('Owner');
    const begun = await owner.inject({ method: 'POST', url: '/api/problems', payload: { title: 'Machines' } });
    const problemId = begun.json<{ id: string }>().id;
    const manager = await team.signIn('Manager', { problemRoles: { [problemId]: ['risk_manager'] } });
    const writing = riskRoutes
      .map(({ endpoint }) => endpoint)
      .filter(({ permission }) => permission === 'problem.assess');
    expect(writing.every(({ method }) => method !== 'GET')).toBe(true);
    const others = riskRoutes.map(({ endpoint }) => endpoint).filter((each) => !writing.includes(each));
    expect(others.filter(({ method }) => method !== 'GET').map(({ id }) => id)).toEqual(['writeDefaultAppetite']);
    const url = `/api/problems/${problemId}/risks`;
    const add = (person: typeof owner) => person.inject({ method: 'POST', url, payload: { what: 'x' } });
    expect((await add(owner)).statusCode).toBe(403);
    expect((await add(team.admin)).statusCode).toBe(403);
    expect((await add(manager)).statusCode).toBe(201);
    // The default of the organisation: whose role counts in some problem; not who took it themselves.
    const set = (person: typeof owner) =>
      person.inject({
        method: 'PUT',
        url: '/api/risk-appetite',
        headers: { 'if-match': '0' },
        payload: { amount: '40000' },
      });
    const own = `/api/problems/${problemId}/people/${owner.id}/roles/risk_manager`;
    expect((await owner.inject({ method: 'PUT', url: own })).statusCode).toBe(200);
    expect((await set(owner)).statusCode).toBe(403);
    expect((await set(manager)).statusCode).toBe(200);
    expect((await owner.inject({ method: 'DELETE', url: own })).statusCode).toBe(200);
    const signing = { method: 'POST', url: `/api/problems/${problemId}/risk/signatures` } as const;
    const payload = { hash: 'a'.repeat(64), meaning: 'x' };
    expect((await owner.inject({ ...signing, payload })).statusCode).toBe(403);
    // In person: without the password, or with a wrong one, nothing is signed.
    expect((await manager.inject({ ...signing, payload })).json()).toMatchObject({
      error: { code: 'identity.password_needed' },
    });
    const wrong = { ...signing, payload: { ...payload, password: 'not the one' } };
    expect((await manager.inject(wrong)).json()).toMatchObject({ error: { code: 'identity.wrong_password' } });
    const right = { ...signing, payload: { ...payload, password: testPassword } };
    expect((await manager.inject(right)).json()).toMatchObject({ error: { code: 'risk.content_changed' } });
    await team.close();
  });
});
