import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil, testPassword, type TestPerson } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { workedValueModel, writtenProblem } from '../../../test/kit/written-problem.ts';
import { lightPolicy, standardPolicy } from '../decisions/shipped-policies.ts';
import type { WorkItem } from './contract.ts';

const day_ms = 86_400_000;

describeEachDatabase('what needs me', (kit) => {
  let team: TeamPeil;
  let eva: TestPerson;
  let dirk: TestPerson;
  let sam: TestPerson;
  let send: Record<'eva' | 'dirk' | 'sam' | 'admin', Sending>;
  let problemId: string;
  let at: string;
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
  });
  afterAll(() => team.close());
  beforeEach(async () => {
    eva = await team.signIn('Eva');
    ({ problemId } = await writtenProblem(team, { cookie: eva.cookie }));
    at = `/api/problems/${problemId}`;
    dirk = await team.signIn('Dirk', { problemRoles: { [problemId]: ['data_scientist'] } });
    sam = await team.signIn('Sam', { problemRoles: { [problemId]: ['sponsor'] } });
    const as = (person: TestPerson) => sendingTo(team, (asked) => person.inject(asked));
    send = {
      eva: as(eva),
      dirk: as(dirk),
      sam: as(sam),
      admin: sendingTo(team, (asked) => team.admin.injectWithToken(asked)),
    };
    await putInForce(standardPolicy);
  });

  const home = async (who: keyof typeof send, query = '') =>
    (await send[who](`GET /api/home${query}`)).body.items as WorkItem[];
  const kinds = async (who: keyof typeof send) => (await home(who)).map(({ kind }) => kind);
  const item = async (who: keyof typeof send, kind: WorkItem['kind']) =>
    (await home(who)).find((each) => each.kind === kind);
  const putInForce = async (policy: typeof lightPolicy) => {
    expect((await send.admin('POST /api/gate-policies', policy)).status).toBe(201);
    await team.services.jobs.runDue();
  };

  test('R3 each role’s home lists only its open items', async () => {
    expect(await kinds('eva')).toEqual(['stakeholders_named', 'verdicts', 'checklist_begin', 'unfilled']);
    expect(await kinds('dirk')).toEqual(['data', 'verdicts']);
    expect(await kinds('sam')).toEqual(['unfilled']);
    expect(await home('admin')).toEqual([]);
    expect((await item('eva', 'unfilled'))?.sentence).toBe(
      'Find a risk manager: something waits for that role, and nobody has it.',
    );
  });

  test('LC1 an item names what is asked in both languages, its problem, its euros and the exact place', async () => {
    const verdicts = await item('dirk', 'verdicts');
    expect(verdicts).toMatchObject({
      problemId,
      problemTitle: 'Machines that stop at night',
      stage: 'weighing',
      roles: ['data_scientist'],
      atStake: { amount: '1569000.00', currency: 'EUR' },
      place: { station: 'requirements', field: expect.stringMatching(/^verdict-/) },
      dueState: 'none',
    });
    const dutch = await send.dirk('GET /api/home', undefined, { language: 'nl' });
    expect(dutch.body.items.map(({ sentence }: WorkItem) => sentence)).toContain('Noem welke gegevens nodig zijn.');
  });

  test('R3 a fact that is edited once shows changed for every role, in the same transaction', async () => {
    const { body } = await send.eva(`GET ${at}`);
    await send.eva(`PATCH ${at}`, { title: 'Machines that stop' }, { version: body.version });
    const value = await send.eva(`GET ${at}/value`);
    const model = { ...workedValueModel, volumePerYear: { likely: 100_000 } };
    await send.eva(`PUT ${at}/value`, { model }, { version: value.body.version });
    for (const who of ['eva', 'dirk', 'sam'] as const)
      expect((await home(who))[0]).toMatchObject({
        problemTitle: 'Machines that stop',
        atStake: { amount: '3138000.00' },
      });
  });

  test('LC1 the most euros at stake come first, whatever is older; pages follow each other without a gap', async () => {
    await send.eva('POST /api/problems', { title: 'Without a price' });
    const all = await home('eva');
    expect(all.map(({ atStake }) => atStake === null)).toEqual([false, false, false, false, true, true]);
    const paged: WorkItem[] = [];
    for (let cursor = ''; ;) {
      const { body } = await send.eva(`GET /api/home?limit=2${cursor}`);
      expect(body.total).toBe(6);
      paged.push(...body.items);
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(paged).toEqual(all);
    expect(await send.eva('GET /api/home?cursor=bm9uc2Vuc2U')).toMatchObject({
      status: 400,
      body: { error: { code: 'portfolio.bad_cursor' } },
    });
  });

  test('R2 who has two roles is asked once, and can look at one of them', async () => {
    await team.giveRoles(sam, problemId, ['sme', 'risk_manager']);
    const { body } = await send.sam('GET /api/home');
    expect(body.roles).toEqual(['sme', 'risk_manager', 'sponsor']);
    expect(body.items.map(({ kind }: WorkItem) => kind)).toEqual([
      'stakeholders_named',
      'verdicts',
      'checklist_begin',
      'risk',
    ]);
    expect((await home('sam', '?role=risk_manager')).map(({ kind }) => kind)).toEqual(['risk']);
    expect((await send.sam('GET /api/home?role=emperor')).status).toBe(400);
    await send.eva(`DELETE ${at}/people/${sam.id}/roles/risk_manager`);
    expect(await kinds('sam')).toContain('unfilled');
  });

  test('R3 in a role that one took oneself one is offered what one may do, and told what it waits for', async () => {
    const ria = await team.signIn('Ria', { problemRoles: { [problemId]: ['sme'] } });
    const asked = sendingTo(team, (options) => ria.inject(options));
    const mine = async (query = '') => (await asked(`GET /api/home${query}`)).body.items as WorkItem[];
    for (const role of ['risk_manager', 'data_scientist'])
      expect((await asked(`PUT ${at}/people/${ria.id}/roles/${role}`)).status).toBeLessThan(300);
    const before = await mine();
    expect(before.map(({ kind }) => kind)).not.toContain('risk');
    const waiting = before.filter(({ kind }) => kind === 'role_waits');
    expect(waiting.flatMap(({ roles }) => roles).toSorted()).toEqual(['data_scientist', 'risk_manager']);
    expect(waiting.find(({ roles }) => roles.includes('risk_manager'))).toMatchObject({
      place: { station: 'team' },
      sentence:
        'Something waits until your role as risk manager is confirmed: an expert, a sponsor or an administrator does that, and not you.',
    });
    // Listing the data is writing, which a role does at once; a verdict is a judgement.
    expect((await mine('?role=data_scientist')).map(({ kind }) => kind)).toEqual(['data', 'role_waits']);
    // Data scientists are here already, so nobody need be asked to confirm another.
    const confirms = (await home('sam')).filter(({ kind }) => kind === 'confirm_role');
    expect(confirms.map(({ sentence }) => sentence)).toEqual([
      'Confirm the role of risk manager, which somebody took themselves, or refuse it: something waits for it.',
    ]);
    expect(before.map(({ kind }) => kind)).not.toContain('confirm_role');
    expect(await kinds('sam')).not.toContain('unfilled');
    expect((await send.sam(`POST ${at}/people/${ria.id}/roles/risk_manager/confirmation`)).status).toBeLessThan(300);
    expect((await mine('?role=risk_manager')).map(({ kind }) => kind)).toEqual(['risk']);
    expect(await kinds('sam')).not.toContain('confirm_role');
  });

  test('PF3 items of the checklist: together for a role, apart for who was given one or for a day', async () => {
    await send.eva(`POST ${at}/checklist`);
    const begun = await send.eva(`GET ${at}/checklist`);
    const [first, second] = begun.body.items.filter(
      ({ role, gate }: { role: string; gate: string }) => role === 'data_scientist' && gate === 'g1',
    );
    const together = await item('dirk', 'checklist_items');
    expect(together?.sentence).toMatch(/^Answer \d+ items of the checklist for the data scientist/);
    const version = first.version;
    const due = '2026-01-09';
    const shared = { ownerId: sam.id, dueDate: due };
    expect((await send.eva(`PATCH ${at}/checklist/items/${first.id}`, shared, { version })).status).toBe(422);
    await send.dirk(`PATCH ${at}/checklist/items/${first.id}`, shared, { version });
    expect(await item('sam', 'checklist_item')).toMatchObject({
      sentence: `Answer on the checklist: ${first.title.replace(/[.?!]$/, '')}.`,
      roles: [],
      due,
      dueState: 'soon',
      place: { station: 'requirements', field: first.id },
    });
    await send.eva(`PATCH ${at}/checklist/items/${first.id}`, { dueDate: '2026-01-04' }, { version: version + 1 });
    expect((await item('sam', 'checklist_item'))?.dueState).toBe('overdue');
    const reason = { state: 'not_applicable', reason: 'There is one source.' };
    await send.sam(`PATCH ${at}/checklist/items/${first.id}`, reason, { version: version + 2 });
    expect(await item('sam', 'checklist_item')).toBeUndefined();
    await send.eva(`PATCH ${at}/checklist/items/${second.id}`, { dueDate: due }, { version: second.version });
    expect(await item('dirk', 'checklist_item')).toMatchObject({ due, roles: ['data_scientist'] });
  });

  test('PF5 a steering remark waits for the others, then for an expert, and an erased text is gone', async () => {
    const anchor = { kind: 'opportunity', id: problemId, field: 'cost' };
    const opened = await send.eva(`POST ${at}/conversation/threads`, {
      anchor,
      kind: 'steering',
      text: 'Look at nights only.',
    });
    expect(opened.status).toBe(201);
    const threadId = opened.body.id as string;
    const asked = await item('dirk', 'steering_answer');
    expect(asked).toMatchObject({
      sentence: 'Answer the steering remark: “Look at nights only.”',
      place: { station: 'opportunity', talk: `opportunity:${problemId}:cost` },
    });
    expect(await kinds('eva')).not.toContain('steering_answer');
    const answer = { text: 'Done.', verdict: 'taken_over' };
    expect((await send.dirk(`POST ${at}/conversation/threads/${threadId}/comments`, answer)).status).toBe(201);
    expect(await kinds('dirk')).not.toContain('steering_answer');
    expect(await item('eva', 'steering_accept')).toBeDefined();
    const remark = opened.body.remark.id as string;
    await send.eva(`POST ${at}/conversation/comments/${remark}/erase`);
    expect((await item('eva', 'steering_accept'))?.sentence).toContain('a text that was erased');
    const { body: thread } = await send.eva(`GET ${at}/conversation/threads/${threadId}`);
    await send.eva(`POST ${at}/conversation/threads/${threadId}/resolve`, undefined, { version: thread.version });
    expect(await kinds('eva')).not.toContain('steering_accept');
  });

  test('PF5 a proposal asks each role to sign, again once it is stale, and then the decider', async () => {
    await putInForce(lightPolicy);
    expect(await kinds('eva')).toEqual(['propose']);
    await send.dirk(`POST ${at}/gates/g1/proposals`, { outcome: 'go', reasons: 'It pays.' });
    expect(await item('dirk', 'sign')).toMatchObject({ place: { station: 'decision' } });
    const sign = async (who: 'eva' | 'dirk', role: string) => {
      const { body: gate } = await send[who](`GET ${at}/gates/g1`);
      const signing = { role, verdict: 'approves', meaning: 'approves the go', remark: '', password: testPassword };
      const path = `POST ${at}/gates/g1/proposals/${gate.proposal.id}/sign-offs`;
      return send[who](path, { ...signing, snapshotHash: gate.snapshotHash });
    };
    expect((await sign('dirk', 'data_scientist')).status).toBeLessThan(300);
    expect(await kinds('dirk')).toEqual([]);
    const { body } = await send.eva(`GET ${at}/alternatives`);
    await send.eva(`PUT ${at}/alternatives`, { text: 'Another rule.' }, { version: body.version });
    expect((await item('dirk', 'sign'))?.sentence).toBe(
      'Sign again as data scientist at gate G1 (machine learning or not): the evidence has changed since.',
    );
    await sign('dirk', 'data_scientist');
    expect(await kinds('sam')).toEqual([]);
    await sign('eva', 'sme');
    expect(await kinds('sam')).toEqual(['decide']);
  });

  test('PF5 a deferred problem rests until its day, and then asks to be looked at again', async () => {
    await putInForce(lightPolicy);
    const { body: gate } = await send.sam(`GET ${at}/gates/g1`);
    const decision = { outcome: 'defer', reasons: 'After the summer.', reviewDate: '2026-02-01' };
    const decided = await send.sam(`POST ${at}/gates/g1/decisions`, {
      ...decision,
      snapshotHash: gate.snapshotHash,
      password: testPassword,
    });
    expect(decided.status).toBe(201);
    expect([await kinds('eva'), await kinds('sam')]).toEqual([[], []]);
    team.clock.advance(40 * day_ms);
    send = {
      ...send,
      eva: sendingTo(team, (asked) => eva.injectWithToken(asked)),
      sam: sendingTo(team, (asked) => sam.injectWithToken(asked)),
    };
    expect(await home('sam')).toMatchObject([{ kind: 'review', due: '2026-02-01', dueState: 'overdue' }]);
    expect(await kinds('eva')).toEqual(['propose']);
    team.clock.advance(-40 * day_ms);
  });

  test('PF2 a private problem leaves the home of who has no role in it, and a deleted one every home', async () => {
    const outsider = await team.signIn('Olga');
    const asked = sendingTo(team, (asked) => outsider.inject(asked));
    await send.eva(`POST ${at}/checklist`);
    const begun = await send.eva(`GET ${at}/checklist`);
    const [first] = begun.body.items;
    await send.eva(`PATCH ${at}/checklist/items/${first.id}`, { ownerId: outsider.id }, { version: first.version });
    expect((await asked('GET /api/home')).body.total).toBe(1);
    await send.eva(`PUT ${at}/privacy`, { isPrivate: true });
    expect((await asked('GET /api/home')).body).toMatchObject({ items: [], total: 0 });
    const other = (await send.eva('POST /api/problems', { title: 'To be deleted' })).body.id;
    const mine = async () => (await home('eva')).filter((each) => each.problemId === other).length;
    expect(await mine()).toBe(2);
    await send.eva(`DELETE /api/problems/${other}`);
    expect(await mine()).toBe(0);
    await send.eva(`POST /api/problems/${other}/restore`);
    expect(await mine()).toBe(2);
  });

  test('PF2 what was delegated is a signature, until its last day', async () => {
    await putInForce(lightPolicy);
    const deputy = await team.signIn('Dora');
    const asked = sendingTo(team, (asked) => deputy.inject(asked));
    const given = { role: 'data_scientist', toUserId: deputy.id, until: '2026-01-10', reason: 'Away.' };
    expect((await send.dirk(`POST ${at}/delegations`, given)).status).toBe(201);
    expect((await asked('GET /api/home')).body.items).toEqual([]);
    await send.eva(`POST ${at}/gates/g1/proposals`, { outcome: 'go', reasons: 'It pays.' });
    expect((await asked('GET /api/home')).body.items.map(({ kind }: WorkItem) => kind)).toEqual(['sign']);
    team.clock.advance(6 * day_ms);
    const later = sendingTo(team, (asked) => deputy.injectWithToken(asked));
    expect((await later('GET /api/home')).body.items).toEqual([]);
    team.clock.advance(-6 * day_ms);
  });

  test('RM3 what was delegated everywhere is a signature too, and no longer once it has ended', async () => {
    await putInForce(lightPolicy);
    const deputy = await team.signIn('Dora');
    const asked = sendingTo(team, (asking) => deputy.inject(asking));
    const homeOf = async () => {
      await team.services.jobs.runDue();
      return (await asked('GET /api/home')).body.items.map(({ kind }: WorkItem) => kind);
    };
    await send.eva(`POST ${at}/gates/g1/proposals`, { outcome: 'go', reasons: 'It pays.' });
    const given = { toUserId: deputy.id, until: '2026-01-10', reason: 'Away.' };
    const { body } = await send.dirk('POST /api/me/delegations', given);
    expect(await homeOf()).toEqual(['sign']);
    await asked(`DELETE /api/me/delegations/${body.delegations[0].id}`);
    expect(await homeOf()).toEqual([]);
  });
});

describeEachDatabase('what needs me, alone', (kit) => {
  test('R2 the owner of personal mode is asked everything, as every role', async () => {
    const peil = await kit.openPeil();
    const send = sendingTo(peil);
    expect((await send('GET /api/home')).body).toMatchObject({ items: [], total: 0, isAlone: true });
    const { problemId } = await writtenProblem(peil);
    const { body } = await send('GET /api/home');
    expect(body.items).toMatchObject([{ kind: 'decide', problemId, place: { station: 'decision' } }]);
    expect(body.items[0].sentence).toBe('Decide at gate G1 (machine learning or not): nothing else stands in the way.');
    await peil.close();
  });
});
