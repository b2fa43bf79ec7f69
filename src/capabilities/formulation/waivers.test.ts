import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type AtG1, peopleAtAGate, type PeopleAtAGate } from '../../../test/kit/people-at-a-gate.ts';
import { sendingTo } from '../../../test/kit/sending.ts';
import type { Obstacle } from '../decisions/index.ts';

const item = 'decision.alternatives';

describeEachDatabase('what is left open at a gate, by name', (kit) => {
  let here: PeopleAtAGate;
  let at: AtG1;
  beforeAll(async () => {
    here = await peopleAtAGate(kit);
  });
  afterAll(() => here.team.close());
  beforeEach(async () => {
    at = await here.anotherProblem();
    await here.as.dirk(`PUT ${at.path}/alternatives`, { text: '' }, { version: 1 });
  });

  const itemShown = async (who: Parameters<AtG1['gate']>[0], id = item) =>
    (await at.gate(who)).items.find((each: { id: string }) => each.id === id);
  const kinds = (obstacles: readonly Obstacle[]) => obstacles.map(({ kind }) => kind);
  const signBoth = async (proposalId: string) => {
    await at.sign('eva', proposalId, { role: 'sme' });
    await at.sign('dirk', proposalId, { role: 'data_scientist' });
  };

  test('PF3 only who decides there leaves something open, in person, and never who proposed it', async () => {
    const { as, people } = here;
    const proposalId = await at.propose();
    // A role that somebody took themselves does not count before another has confirmed it.
    await as.eva(`PUT ${at.path}/people/${people.eva.id}/roles/sponsor`);
    const refusals = [
      await at.waive('noor', proposalId, { item }),
      await at.waive('eva', proposalId, { item }),
      await at.waive('sam', proposalId, { item, password: undefined }),
      await at.waive('sam', proposalId, { item, password: 'wrong' }),
    ];
    expect(refusals.map(({ status, body }) => [status, body.error.code])).toEqual([
      [403, 'gate.deciders_waive'],
      [403, 'gate.deciders_waive'],
      [422, 'identity.password_needed'],
      [422, 'identity.wrong_password'],
    ]);
    expect(refusals.flatMap(({ events }) => events)).toEqual([]);
    expect([(await itemShown('noor')).youMayWaive, (await itemShown('sam')).youMayWaive]).toEqual([false, true]);
    expect((await at.waive('sam', proposalId, { item })).status).toBe(201);
    const own = await at.propose(undefined, 'sam');
    expect((await at.waive('sam', own, { item })).body.error.code).toBe('gate.proposer_waives');
    expect((await itemShown('sam')).youMayWaive).toBe(false);
  });

  test('PF3 only what is asked can be left open, so that advice uses up no waiver', async () => {
    const proposalId = await at.propose();
    const { items } = await at.gate();
    const advice = items.find((each: { isAsked: boolean; isDone: boolean }) => !each.isAsked && !each.isDone);
    const refused = await at.waive('sam', proposalId, { item: advice.id });
    expect([refused.status, refused.body.error.code]).toEqual([409, 'formulation.nothing_to_waive']);
    expect((await at.waive('sam', proposalId, { item: 'value.model' })).status).toBe(409);
    expect((await at.waive('sam', proposalId, { item })).status).toBe(201);
    expect((await at.waive('sam', proposalId, { item })).body.error.code).toBe('decision.waived_already');
  });

  test('RM1 the class under the AI Act is left open by nobody, since by it the rule is known', async () => {
    at = await here.anotherProblem({ isClassified: false });
    const proposalId = await at.propose();
    const { isAsked, isDone, youMayWaive } = await itemShown('sam', 'risk.classified');
    expect([isAsked, isDone, youMayWaive]).toEqual([true, false, false]);
    const refused = await at.waive('sam', proposalId, { item: 'risk.classified' });
    expect([refused.status, refused.body.error.code]).toEqual([409, 'gate.never_waived']);
    await signBoth(proposalId);
    const { obstacles } = (await at.close('sam', proposalId)).body.error.params;
    expect(obstacles).toMatchObject([{ kind: 'item', item: 'risk.classified' }]);
  });

  test('RM3 who signed before a waiver is told, and signs again knowing of it', async () => {
    const { as } = here;
    const proposalId = await at.propose();
    await signBoth(proposalId);
    const waived = await at.waive('sam', proposalId, { item });
    expect([waived.status, waived.events]).toEqual([201, ['gate.waived']]);
    const { signOffs } = (await at.gate()).proposal;
    expect(signOffs).toMatchObject([
      { isFresh: false, isBeforeWaiver: true, changedSince: [] },
      { isFresh: false, isBeforeWaiver: true },
    ]);
    expect(kinds((await at.close('sam', proposalId)).body.error.params.obstacles)).toEqual(['stale', 'stale']);
    for (const who of ['eva', 'dirk'] as const) {
      const { notifications } = (await as[who]('GET /api/notifications?show=unread')).body;
      const here = notifications.filter((each: { problemId: string }) => each.problemId === at.problemId);
      expect(here.map(({ kind }: { kind: string }) => kind)).toContain('gate_waived');
    }
    const asked = (await as.eva('GET /api/home')).body.items.filter(
      (each: { problemId: string; kind: string }) => each.problemId === at.problemId && each.kind === 'sign',
    );
    expect(asked.length).toBeGreaterThan(0);
    await signBoth(proposalId);
    expect((await at.close('sam', proposalId)).status).toBe(201);
  });

  test('PF3 what was left open is asked again while the proposal lies there, and can be left open once more', async () => {
    const { as } = here;
    const proposalId = await at.propose();
    await at.waive('sam', proposalId, { item });
    const waiver = `${at.path}/gates/g1/proposals/${proposalId}/waivers/${item}`;
    expect((await as.noor(`DELETE ${waiver}`)).status).toBe(403);
    expect([(await itemShown('noor')).youMayTakeBack, (await itemShown('sam')).youMayTakeBack]).toEqual([false, true]);
    const back = await as.sam(`DELETE ${waiver}`);
    expect([back.status, back.events, back.body.proposal.waivers]).toEqual([200, ['gate.waiver_taken_back'], []]);
    expect((await as.sam(`DELETE ${waiver}`)).status).toBe(404);
    await signBoth(proposalId);
    expect(kinds((await at.close('sam', proposalId)).body.error.params.obstacles)).toEqual(['item']);
    await at.waive('sam', proposalId, { item, reason: 'Once more.' });
    await signBoth(proposalId);
    const { body } = await at.close('sam', proposalId);
    expect(body.waivers).toMatchObject([{ item, reason: 'Once more.' }]);
    expect((await as.sam(`DELETE ${waiver}`)).body.error.code).toBe('decision.proposal_closed');
  });

  test('RM3 a delegate leaves it open on behalf of another, and both names stand in the decision', async () => {
    const { as, team, people } = here;
    const stranger = await team.signIn('Piet');
    const piet = sendingTo(team, (options) => stranger.inject(options));
    const delegation = { role: 'sponsor', toUserId: stranger.id, until: '2026-02-01', reason: 'Holidays.' };
    expect((await as.sam(`POST ${at.path}/delegations`, delegation)).status).toBe(201);
    const proposalId = await at.propose();
    const password = 'correct horse battery staple';
    const given = { item, reason: 'There is no time.', password };
    const waived = await piet(`POST ${at.path}/gates/g1/proposals/${proposalId}/waivers`, given);
    expect([waived.status, waived.body.proposal.waivers[0]]).toMatchObject([
      201,
      { waivedBy: stranger.id, onBehalfOf: people.sam.id },
    ]);
    await signBoth(proposalId);
    await at.close('sam', proposalId);
    const { markdown } = (await as.eva(`GET ${at.path}/one-page`)).body;
    expect(markdown).toMatch(/Left open by Piet on [^\n]+ \(on behalf of sam\): /);
  });

  test('PF5 a condition is met by who sees to it or decides at its gate, and by nobody else', async () => {
    const { as, team, people } = here;
    const owner = await team.signIn('Who sees to it');
    const asOwner = sendingTo(team, (options) => owner.inject(options));
    const conditions = ['A year of log.', 'A second crew.'].map((text, at) => {
      const owned = at === 0 ? { ownerId: owner.id } : {};
      return { text, due: '2026-06-01', blocks: 'g2', ...owned };
    });
    await as.dirk(`PUT ${at.path}/alternatives`, { text: 'A rule.' }, { version: 2 });
    const proposalId = await at.propose({ outcome: 'conditional_go', reasons: 'If it grows.', conditions });
    await signBoth(proposalId);
    const [first, second] = (await at.close('sam', proposalId)).body.conditions;
    const meet = (id: string) => [`PUT ${at.path}/conditions/${id}`, { evidence: 'It is there.' }] as const;
    for (const who of ['eva', 'dirk', 'noor'] as const) {
      const refused = await as[who](...meet(first.id));
      expect([refused.status, refused.body.error.code]).toEqual([403, 'gate.not_your_condition']);
    }
    expect((await asOwner(...meet(second.id))).status).toBe(403);
    const may = async (send: typeof asOwner) =>
      (await send(`GET ${at.path}/conditions`)).body.conditions.map((each: { youMayMeet: boolean }) => each.youMayMeet);
    expect([await may(asOwner), await may(as.sam), await may(as.noor)]).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ]);
    const met = await asOwner(...meet(first.id));
    expect([met.status, met.body.conditions[0].metBy]).toEqual([200, owner.id]);
    expect((await as.sam(...meet(second.id))).body.conditions[1].metBy).toBe(people.sam.id);
  });
});
