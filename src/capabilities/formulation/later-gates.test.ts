import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { type DataGates, openDataGates } from '../../../test/kit/data-gates.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil, testPassword, type TestPerson } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';
import { change } from '../../platform/context/change.ts';
import { systemContext } from '../../../test/kit/audited.ts';
import { hashSnapshot } from '../decisions/index.ts';
import { lightPolicy } from '../decisions/shipped-policies.ts';
import { installGateOwners } from './gate-owners.ts';

const people = [{ name: 'Eva', role: 'sme', meaning: 'approves' }];
const go = { outcome: 'go', reasons: 'It pays.', people };

describeEachDatabase('the gates after a go', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let gates: DataGates;
  let path: string;
  let problemId: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    gates = openDataGates(peil);
    ({ problemId } = await writtenProblem(peil));
    path = `/api/problems/${problemId}`;
    peil.clock.advance(1000);
  });
  afterAll(() => peil.close());

  const gate = async (id: string) => (await send(`GET ${path}/gates/${id}`)).body;
  const decide = async (id: string, terms: object = go) => {
    peil.clock.advance(1000);
    const { snapshotHash } = await gate(id);
    return send(`POST ${path}/gates/${id}/decisions`, { people, ...terms, snapshotHash });
  };
  const station = async (name: string) =>
    (await send(`GET ${path}/thread`)).body.stations.find((each: { station: string }) => each.station === name);
  const stage = async () =>
    (await send('GET /api/portfolio?limit=200')).body.entries.find(
      (each: { problemId: string }) => each.problemId === problemId,
    );
  const asked = async () =>
    (await send('GET /api/home?limit=100')).body.items
      .filter((each: { problemId: string }) => each.problemId === problemId)
      .map(({ kind }: { kind: string }) => kind);

  test('PF5 a gate whose evidence nothing brings does not exist, and the go ends the way as before', async () => {
    installGateOwners(peil.services, []);
    const absent = await send(`GET ${path}/gates/g2`);
    expect([absent.status, absent.body.error.code]).toEqual([404, 'formulation.gate_not_here']);
    expect((await gate('g1')).laterGates).toEqual([]);
    expect((await decide('g1')).status).toBe(201);
    expect((await send(`POST ${path}/gates/g2/proposals`, { outcome: 'go', reasons: 'x' })).status).toBe(404);
    expect((await stage()).stage).toBe('modelling');
    expect(await station('decision')).toMatchObject({ state: 'done', openItems: 0 });
    expect(await station('data')).toMatchObject({ state: 'open', openItems: 0 });
  });

  test('PF5 G2 opens after a go at G1, and G3 after a go at G2: before that nothing can be decided there', async () => {
    expect((await gate('g1')).laterGates).toEqual(['g2', 'g3']);
    for (const [id, after] of [
      ['g2', 'g1'],
      ['g3', 'g2'],
    ]) {
      expect(await gate(id ?? '')).toMatchObject({ opensAfter: after, allowedOutcomes: [] });
      const early = await decide(id ?? '');
      expect([early.status, early.body.error.code]).toEqual([423, 'formulation.gate_not_open']);
    }
    await decide('g1');
    expect(await gate('g2')).toMatchObject({ opensAfter: null, lastDecision: null });
    expect((await gate('g3')).opensAfter).toBe('g2');
  });

  test('PF5 PF8 from the go over the data to the approach: asked, refused, decided, on record, with level 2 beside 1', async () => {
    await decide('g1');
    expect(await stage()).toMatchObject({ stage: 'data' });
    expect(await asked()).toContain('sufficiency');
    expect(await station('data')).toMatchObject({
      state: 'open',
      openItems: 1,
      asked: expect.arrayContaining(['data_engineer']),
    });
    expect(await station('approach')).toMatchObject({ state: 'not_yet' });
    const refused = await decide('g2');
    expect([refused.status, refused.body.error.code]).toEqual([409, 'formulation.gate_closed']);
    expect(refused.body.error.message).toContain('Answer sufficiency.rows.');
    const dutch = await send(`GET ${path}/gates/g2`, undefined, { language: 'nl' });
    expect(dutch.body.items.map(({ message }: { message: string }) => message)).toContain(
      'Beantwoord sufficiency.rows.',
    );

    gates.open.g2 = [];
    const decided = await decide('g2');
    expect(decided.status).toBe(201);
    expect(decided.events.slice(-2)).toEqual(['decision.recorded', 'level.frozen']);
    expect(new Set(decided.events.slice(0, -2))).toEqual(new Set(['gate.proposed', 'gate.signed', 'gate.waived']));
    const { snapshot, snapshotHash } = (await send(`GET ${path}/decisions/${decided.body.id}`)).body;
    expect(hashSnapshot(snapshot).hash).toBe(snapshotHash);
    expect(snapshot).toMatchObject({ gate: 'g2', sufficiency: { rows: 1000 }, title: 'Machines that stop at night' });
    const { levels } = (await send(`GET ${path}/levels`)).body;
    expect(levels.map(({ number, gate: at }: { number: number; gate: string }) => [number, at])).toEqual([
      [2, 'g2'],
      [1, 'g1'],
    ]);
    expect((await send(`GET ${path}/level`)).body.changedSince).toEqual([]);
    expect((await send(`GET ${path}`)).body.phase).toBe('modelling');
    expect(await station('data')).toMatchObject({ state: 'done', openItems: 0 });
    expect(await station('approach')).toMatchObject({ state: 'open', openItems: 1 });
    expect(await stage()).toMatchObject({ stage: 'approach' });
    expect(await asked()).toContain('framework');
    const { markdown } = (await send(`GET ${path}/one-page`)).body;
    expect(markdown).toContain('Gate G2: are the data enough?');
    expect(markdown).not.toContain('Gate G3');

    gates.open.g3 = [];
    gates.written.g3 = { chosen: 'a library' };
    await happened('framework.chosen');
    expect(await asked()).toEqual(['decide']);
    expect((await decide('g3')).events).not.toContain('level.frozen');
    expect(await stage()).toMatchObject({ stage: 'modelling' });
    expect(await station('approach')).toMatchObject({ state: 'done' });
    expect((await gate('g3')).allowedOutcomes).toEqual([]);
    expect((await decide('g3')).body.error.code).toBe('formulation.already_decided');
  });

  /** What an owner's evidence depends on records an event in one of its areas. */
  const happened = (type: string) =>
    change(systemContext(peil.services), async (tx) =>
      tx.record({ type, subject: { kind: 'thing', id: '1' }, problemId, data: {} }),
    );

  test('PF5 conditions of the go hold the next gate back until they are met; a deferral rests, a no-go stops', async () => {
    gates.open.g2 = [];
    const conditions = [{ text: 'A year of data.', due: '2031-06-01', blocks: 'g2' }];
    const first = await decide('g1', { outcome: 'conditional_go', reasons: 'If so.', conditions });
    expect(first.status).toBe(201);
    const [{ id }] = first.body.conditions;
    expect((await decide('g2')).body.error.params.obstacles).toMatchObject([{ item: 'conditions.met' }]);
    await send(`PUT ${path}/conditions/${id}`, { evidence: 'Fourteen months.' });
    expect((await decide('g2', { outcome: 'defer', reasons: 'Later.', reviewDate: '2031-01-01' })).status).toBe(201);
    expect(await stage()).toMatchObject({ stage: 'deferred', reviewDate: '2031-01-01' });
    const redirect = { kind: 'process_change', text: 'Look by hand.' };
    const stopped = await decide('g2', { outcome: 'no_go', reasons: 'Too few rows.', redirect });
    expect(stopped.events).toContain('problem.phase_changed');
    expect((await send(`GET ${path}`)).body).toMatchObject({ phase: 'stopped', stoppedBy: { gate: 'g2' } });
    expect((await gate('g1')).allowedOutcomes).toEqual([]);
    expect((await gate('g2')).allowedOutcomes).toEqual(['reopen']);
    expect((await decide('g2', { outcome: 'reopen', reasons: 'More rows.' })).status).toBe(201);
    expect((await send(`GET ${path}`)).body.phase).toBe('modelling');
    expect(
      (
        await decide('g2', {
          outcome: 'conditional_go',
          reasons: 'Nearly.',
          conditions: [{ text: 'Names.', due: '2031-07-01', blocks: 'g3' }],
        })
      ).status,
    ).toBe(201);
    gates.open.g3 = [];
    expect((await decide('g3')).body.error.params.obstacles).toMatchObject([{ item: 'conditions.met' }]);
  });

  test('PF5 what is signed is what was seen: evidence of an owner that changes makes it another', async () => {
    gates.open.g2 = [];
    await decide('g1');
    const { snapshotHash } = await gate('g2');
    gates.written.g2 = { rows: 900 };
    const late = await send(`POST ${path}/gates/g2/decisions`, { ...go, snapshotHash });
    expect([late.status, late.body.error.code]).toEqual([409, 'formulation.evidence_changed']);
    expect(late.body.error.params.changed).toEqual([{ path: 'sufficiency.rows', before: 1000, after: 900 }]);
    expect(late.body.error.message).toContain('(Verdict on the data)');
  });

  test('house an owner that claims a part of another gate, or a taken name, is refused at start', () => {
    const owner = {
      name: 'own',
      gate: 'g2' as const,
      areas: [],
      listEvidence: async () => [],
      snapshot: async () => null,
    };
    expect(() => installGateOwners(peil.services, [{ ...owner, parts: ['framework'] }])).toThrow(/looks at no part/);
    expect(() => installGateOwners(peil.services, [{ ...owner, name: 'title', parts: [] }])).toThrow(/take the place/);
    const twice = { ...owner, parts: [] };
    expect(() => installGateOwners(peil.services, [twice, twice])).toThrow(/take the place/);
  });
});

describeEachDatabase('a gate after a go in a team, with two people of one role', (kit) => {
  let team: TeamPeil;
  let path: string;
  const persons = {} as Record<'eva' | 'els' | 'dirk' | 'sam', TestPerson>;
  const as = {} as Record<keyof typeof persons | 'admin', Sending>;
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
    for (const name of ['eva', 'els', 'dirk', 'sam'] as const) {
      persons[name] = await team.signIn(name);
      as[name] = sendingTo(team, (options) => persons[name].inject(options));
    }
    as.admin = sendingTo(team, (options) => team.admin.inject(options));
    const twoExperts = { ...lightPolicy.rules.g1.minimal, quorum: [{ role: 'sme', people: 2 }] };
    const { rules } = lightPolicy;
    const g2 = { ...rules.g2, minimal: { ...rules.g2?.minimal, quorum: [{ role: 'sme', people: 2 }] } };
    await as.admin('POST /api/gate-policies', {
      ...lightPolicy,
      rules: { ...rules, g1: { ...rules.g1, high: twoExperts }, g2 },
    });
  });
  beforeEach(async () => {
    const gates = openDataGates(team);
    gates.open.g2 = [];
    team.clock.advance(60_000);
    const { problemId } = await writtenProblem(team, { cookie: persons.eva.cookie });
    path = `/api/problems/${problemId}`;
    for (const [who, role] of [
      ['els', 'sme'],
      ['dirk', 'data_scientist'],
      ['sam', 'sponsor'],
    ] as const)
      await as.eva(`PUT ${path}/people/${persons[who].id}/roles/${role}`);
    const proposalId = await propose('g1', 'dirk');
    await sign('g1', proposalId, { who: 'eva', role: 'sme' });
    await sign('g1', proposalId, { who: 'dirk', role: 'data_scientist' });
    await close('g1', proposalId, 'sam');
  });
  afterAll(() => team.close());

  type Who = keyof typeof persons;
  const hash = async (gate: string) => (await as.sam(`GET ${path}/gates/${gate}`)).body.snapshotHash;
  const propose = async (gate: string, who: Who) =>
    (await as[who](`POST ${path}/gates/${gate}/proposals`, { outcome: 'go', reasons: 'It pays.' })).body.proposal
      ?.id as string;
  const sign = async (gate: string, proposalId: string, signer: { who: Who; role: string }) =>
    as[signer.who](`POST ${path}/gates/${gate}/proposals/${proposalId}/sign-offs`, {
      role: signer.role,
      verdict: 'approves',
      meaning: 'approves',
      password: testPassword,
      snapshotHash: await hash(gate),
    });
  const close = async (gate: string, proposalId: string, who: Who) =>
    as[who](`POST ${path}/gates/${gate}/proposals/${proposalId}/decision`, {
      snapshotHash: await hash(gate),
      password: testPassword,
    });

  test('PF5 the second person of the role is asked, told of in words, and then it is decided', async () => {
    const proposalId = await propose('g2', 'dirk');
    await sign('g2', proposalId, { who: 'eva', role: 'sme' });
    await sign('g2', proposalId, { who: 'dirk', role: 'data_scientist' });
    const refused = await close('g2', proposalId, 'sam');
    expect(refused.body.error.params.obstacles).toEqual([
      {
        kind: 'quorum',
        item: null,
        roles: ['sme'],
        message: '2 different people sign as subject matter expert; 1 has signed.',
      },
    ]);
    // Who is asked still sees it at home; who has signed has done so.
    const home = (await as.els('GET /api/home')).body.items.map(({ kind }: { kind: string }) => kind);
    expect(home).toContain('sign');
    // Once more by the same person is still one person.
    await sign('g2', proposalId, { who: 'eva', role: 'sme' });
    expect((await close('g2', proposalId, 'sam')).status).toBe(409);
    await sign('g2', proposalId, { who: 'els', role: 'sme' });
    const decided = await close('g2', proposalId, 'sam');
    expect(decided.status).toBe(201);
    expect(decided.body.people).toHaveLength(4);
    const told = (await as.eva('GET /api/notifications?show=unread')).body.notifications;
    expect(told.map(({ kind }: { kind: string }) => kind)).toContain('decision_recorded');
  });

  test('PF5 a quorum of a role that does not sign, or said twice, is refused with its place', async () => {
    const rule = { ...lightPolicy.rules.g1.minimal, quorum: [{ role: 'validator', people: 2 }] };
    const wrong = await as.admin('POST /api/gate-policies', {
      ...lightPolicy,
      rules: { ...lightPolicy.rules, g1: { ...lightPolicy.rules.g1, high: rule } },
    });
    expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([
      400,
      expect.stringContaining('must be among the roles that sign'),
    ]);
  });

  test('PF5 property: whatever one person does alone at G2, in whatever order, it never comes to a go', async () => {
    const steps = ['propose', 'sign', 'roles', 'waive', 'close', 'decide', 'withdraw'] as const;
    let proposalId = 'none';
    const acts: Record<(typeof steps)[number], () => Promise<unknown>> = {
      propose: async () => (proposalId = (await propose('g2', 'eva')) ?? proposalId),
      sign: async () => {
        for (const role of ['sme', 'data_scientist', 'data_engineer', 'sponsor'])
          await sign('g2', proposalId, { who: 'eva', role: role });
      },
      roles: async () => {
        for (const role of ['data_scientist', 'data_engineer', 'sponsor'])
          await as.eva(`PUT ${path}/people/${persons.eva.id}/roles/${role}`);
      },
      waive: () =>
        as.eva(`POST ${path}/gates/g2/proposals/${proposalId}/waivers`, { item: 'policy.four_eyes', reason: 'x' }),
      close: () => close('g2', proposalId, 'eva'),
      decide: async () =>
        as.eva(`POST ${path}/gates/g2/decisions`, {
          outcome: 'go',
          reasons: 'It pays.',
          password: testPassword,
          snapshotHash: await hash('g2'),
        }),
      withdraw: () => as.eva(`DELETE ${path}/gates/g2/proposals/${proposalId}`),
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 3, maxLength: 8 }), async (order) => {
        for (const step of order) await acts[step]();
        return (await as.eva(`GET ${path}/gates/g2`)).body.lastDecision === null;
      }),
      { seed: 5, numRuns: 10 },
    );
  }, 120_000);
});
