import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil, testPassword, type TestPerson } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { translateAndClassify, writtenProblem } from '../../../test/kit/written-problem.ts';
import { lightPolicy, standardPolicy } from '../decisions/shipped-policies.ts';
import type { Obstacle } from '../decisions/index.ts';

const go = { outcome: 'go', reasons: 'The gain is clear.' };
const password = testPassword;

describeEachDatabase('a gate in a team', (kit) => {
  let team: TeamPeil;
  let problemId: string;
  let path: string;
  const people: Record<'eva' | 'dirk' | 'sam' | 'admin', TestPerson> = {} as never;
  const as: Record<keyof typeof people, Sending> = {} as never;
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
    for (const name of ['eva', 'dirk', 'sam'] as const) people[name] = await team.signIn(name);
    people.admin = team.admin;
    for (const name of ['eva', 'dirk', 'sam', 'admin'] as const)
      as[name] = sendingTo(team, (options) => people[name].inject(options));
    await as.admin('POST /api/gate-policies', lightPolicy);
  });
  afterAll(() => team.close());
  beforeEach(async () => {
    team.clock.advance(60_000);
    // Who begins a problem is its expert; the expert gives the others their roles.
    ({ problemId } = await writtenProblem(team, { cookie: people.eva.cookie }));
    path = `/api/problems/${problemId}`;
    await as.eva(`PUT ${path}/people/${people.dirk.id}/roles/data_scientist`);
    await as.eva(`PUT ${path}/people/${people.sam.id}/roles/sponsor`);
  });

  const gate = async (who: keyof typeof people = 'eva') => (await as[who](`GET ${path}/gates/g1`)).body;
  const propose = async (terms: object = go, who: keyof typeof people = 'dirk') =>
    (await as[who](`POST ${path}/gates/g1/proposals`, terms)).body.proposal.id as string;
  const sign = async (who: keyof typeof people, proposalId: string, given: object) =>
    as[who](`POST ${path}/gates/g1/proposals/${proposalId}/sign-offs`, {
      verdict: 'approves',
      meaning: 'approves the go',
      password,
      snapshotHash: (await gate()).snapshotHash,
      ...given,
    });
  const close = async (who: keyof typeof people, proposalId: string, snapshotHash?: string) =>
    as[who](`POST ${path}/gates/g1/proposals/${proposalId}/decision`, {
      snapshotHash: snapshotHash ?? (await gate()).snapshotHash,
      password,
    });
  const kinds = (obstacles: readonly Obstacle[]) => obstacles.map(({ kind }) => kind);

  test('PF5 from a proposal over two signatures to a go by the sponsor, each step told and on record', async () => {
    const proposalId = await propose();
    expect(kinds((await gate('sam')).obstacles)).toEqual(['unsigned', 'unsigned']);
    const signed = await sign('eva', proposalId, { role: 'sme', remark: 'Mind the summer.' });
    expect([signed.status, signed.events]).toEqual([201, ['gate.signed']]);
    await sign('dirk', proposalId, { role: 'data_scientist' });
    expect((await gate('sam')).obstacles).toEqual([]);
    const decided = await close('sam', proposalId);
    expect([decided.status, decided.events]).toEqual([
      201,
      ['decision.recorded', 'level.frozen', 'problem.phase_changed'],
    ]);
    expect(decided.body).toMatchObject({ outcome: 'go', proposalId, policy: { name: 'light', version: 1 } });
    expect(decided.body.people).toMatchObject([
      { userId: people.eva.id, role: 'sme', meaning: 'approves the go' },
      { userId: people.dirk.id, role: 'data_scientist', meaning: 'approves the go' },
      { userId: people.sam.id, role: 'sponsor', meaning: 'decides: go' },
    ]);
    expect(await gate()).toMatchObject({ proposal: null, allowedOutcomes: [] });
  });

  test('PF5 who proposed does not decide, and somebody with two roles counts once', async () => {
    await as.eva(`PUT ${path}/people/${people.dirk.id}/roles/sme`);
    const proposalId = await propose(go, 'eva');
    await sign('dirk', proposalId, { role: 'sme' });
    await sign('dirk', proposalId, { role: 'data_scientist' });
    expect(kinds((await close('sam', proposalId)).body.error.params.obstacles)).toEqual(['one_person']);
    await sign('eva', proposalId, { role: 'sme' });
    await as.eva(`PUT ${path}/people/${people.eva.id}/roles/sponsor`);
    // A role that one gave oneself does not decide before somebody else has confirmed it; and then not one's own proposal.
    expect(kinds((await close('eva', proposalId)).body.error.params.obstacles)).toContain('decider');
    expect((await as.eva(`POST ${path}/people/${people.eva.id}/roles/sponsor/confirmation`)).status).toBe(409);
    await as.sam(`POST ${path}/people/${people.eva.id}/roles/sponsor/confirmation`);
    expect(kinds((await close('eva', proposalId)).body.error.params.obstacles)).toEqual(['one_person', 'proposer']);
    expect((await close('sam', proposalId)).status).toBe(201);
  });

  test('PF5 a signature goes stale with the evidence: the difference is shown, and it is given again', async () => {
    const proposalId = await propose();
    await sign('eva', proposalId, { role: 'sme' });
    await sign('dirk', proposalId, { role: 'data_scientist' });
    await as.dirk(`PATCH ${path}/opportunity`, { cost: 'About 9,000 euros.' }, { version: 1 });
    const shown = (await gate('sam')).proposal.signOffs;
    expect(shown.map(({ isFresh }: { isFresh: boolean }) => isFresh)).toEqual([false, false]);
    expect(shown[0].changedSince).toEqual([
      { path: 'opportunity.cost', before: 'About 900 euros a stop.', after: 'About 9,000 euros.' },
    ]);
    const refused = await close('sam', proposalId);
    expect(kinds(refused.body.error.params.obstacles)).toEqual(['stale', 'stale']);
    for (const [who, role] of [
      ['eva', 'sme'],
      ['dirk', 'data_scientist'],
    ] as const)
      await sign(who, proposalId, { role });
    expect((await close('sam', proposalId)).status).toBe(201);
  });

  test('PF5 a signature asks for the password, the role, and evidence that was seen', async () => {
    const proposalId = await propose();
    const refusals = [
      await sign('eva', proposalId, { role: 'sme', password: undefined }),
      await sign('eva', proposalId, { role: 'sme', password: 'wrong' }),
      await sign('eva', proposalId, { role: 'risk_manager' }),
      await sign('eva', proposalId, { role: 'sme', snapshotHash: '0'.repeat(64) }),
      await sign('eva', proposalId, { role: 'sme', verdict: 'objects' }),
    ];
    expect(refusals.map(({ status, body }) => [status, body.error.code])).toEqual([
      [422, 'identity.password_needed'],
      [422, 'identity.wrong_password'],
      [403, 'formulation.not_your_role'],
      [409, 'formulation.evidence_changed'],
      [400, 'request.malformed'],
    ]);
    expect(refusals.flatMap(({ events }) => events)).toEqual([]);
  });

  test('PF5 an objection bars the go until it is taken back', async () => {
    const proposalId = await propose();
    await sign('eva', proposalId, { role: 'sme', verdict: 'objects', remark: 'The costs are guessed.' });
    await sign('dirk', proposalId, { role: 'data_scientist' });
    expect(kinds((await close('sam', proposalId)).body.error.params.obstacles)).toEqual(['objection']);
    await sign('eva', proposalId, { role: 'sme' });
    expect((await close('sam', proposalId)).status).toBe(201);
  });

  test('PF5 who objects to a decision is not among those who took it', async () => {
    await as.eva(`PUT ${path}/people/${people.admin.id}/roles/data_engineer`);
    const objection = { role: 'data_engineer', verdict: 'objects', remark: 'The log has holes.' };
    const namesOf = async (terms: object, signers: [keyof typeof people, string][]) => {
      const proposalId = await propose(terms);
      for (const [who, role] of signers) await sign(who, proposalId, { role });
      // Whatever somebody calls it, an objection approves nothing.
      await sign('admin', proposalId, objection);
      const { status, body } = await close('sam', proposalId);
      expect(status).toBe(201);
      return body.people.map(({ userId }: { userId: string }) => userId);
    };
    const defer = { outcome: 'defer', reasons: 'Not now.', reviewDate: '2027-01-01' };
    expect(await namesOf(defer, [['eva', 'sme']])).toEqual([people.eva.id, people.sam.id]);
    const both: [keyof typeof people, string][] = [
      ['eva', 'sme'],
      ['dirk', 'data_scientist'],
    ];
    expect(await namesOf(go, both)).toEqual([people.eva.id, people.dirk.id, people.sam.id]);
  });

  test('PF5 a delegate signs on behalf of another until the day, and both names stand', async () => {
    const proposalId = await propose();
    const stranger = await team.signIn('Noor');
    const noor = sendingTo(team, (options) => stranger.inject(options));
    const asked = { role: 'sme', meaning: 'approves', verdict: 'approves', password };
    const url = `POST ${path}/gates/g1/proposals/${proposalId}/sign-offs`;
    const { snapshotHash } = await gate();
    expect((await noor(url, { ...asked, snapshotHash })).status).toBe(403);
    const given = { role: 'sme', toUserId: stranger.id, until: '2026-02-01', reason: 'Holidays.' };
    expect((await as.eva(`POST ${path}/delegations`, given)).status).toBe(201);
    const signed = await noor(url, { ...asked, snapshotHash });
    expect(signed.body.proposal.signOffs).toMatchObject([{ userId: stranger.id, onBehalfOf: people.eva.id }]);
    const [{ id }] = (await as.eva(`GET ${path}/delegations`)).body.delegations;
    expect((await as.sam(`DELETE ${path}/delegations/${id}`)).status).toBe(403);
    expect((await as.eva(`DELETE ${path}/delegations/${id}`)).status).toBe(200);
    expect((await noor(url, { ...asked, snapshotHash })).status).toBe(403);
  });

  test('RM3 the last signature on behalf of another stands with both names in the decision', async () => {
    const proposalId = await propose();
    const stranger = await team.signIn('Noor');
    const noor = sendingTo(team, (options) => stranger.inject(options));
    const { snapshotHash } = await gate();
    const url = `POST ${path}/gates/g1/proposals/${proposalId}`;
    for (const [who, role] of [
      ['eva', 'sme'],
      ['dirk', 'data_scientist'],
    ] as const)
      await sign(who, proposalId, { role });
    expect((await noor(`${url}/decision`, { snapshotHash, password })).status).toBe(403);
    const delegation = { toUserId: stranger.id, until: '2026-02-01', reason: 'Holidays.' };
    expect((await as.sam('POST /api/me/delegations', delegation)).status).toBe(201);
    const decided = await noor(`${url}/decision`, { snapshotHash, password });
    expect(decided.status).toBe(201);
    const last = { userId: stranger.id, role: 'sponsor', meaning: 'decides: go', onBehalfOf: people.sam.id };
    expect(decided.body.people.at(-1)).toEqual({ ...last, at: decided.body.at });
    const [again] = (await as.eva(`GET ${path}/decisions`)).body.decisions;
    expect(again).toEqual(decided.body);
    const { markdown } = (await as.eva(`GET ${path}/one-page`)).body;
    expect(markdown).toContain('Noor, sponsor: decides: go (on behalf of sam)');
  });

  test('LC1 PF5 a conditional go leaves dated conditions, which are met by name', async () => {
    const conditions = [{ text: 'The log covers a whole year.', due: '2026-06-01', blocks: 'g2' }];
    const proposalId = await propose({ outcome: 'conditional_go', reasons: 'If the log grows.', conditions });
    await sign('eva', proposalId, { role: 'sme' });
    await sign('dirk', proposalId, { role: 'data_scientist' });
    const { body } = await close('sam', proposalId);
    expect(body.conditions).toMatchObject([{ ...conditions[0], gate: 'g1', metAt: null }]);
    expect((await as.eva(`GET ${path}`)).body.phase).toBe('modelling');
    const { id } = body.conditions[0];
    const met = await as.sam(`PUT ${path}/conditions/${id}`, { evidence: 'The log now has 14 months.' });
    expect([met.events, met.body.conditions[0].metBy]).toEqual([['gate.condition_met'], people.sam.id]);
    const open = await as.sam(`PUT ${path}/conditions/${id}`, { evidence: null });
    expect([open.events, open.body.conditions[0].metBy]).toEqual([['gate.condition_reopened'], null]);
  });

  test('PF5 two people who decide at the same instant give one decision, in one step too', async () => {
    await as.eva(`PUT ${path}/people/${people.admin.id}/roles/sponsor`);
    const proposalId = await propose();
    await sign('eva', proposalId, { role: 'sme' });
    await sign('dirk', proposalId, { role: 'data_scientist' });
    const { snapshotHash } = await gate();
    const stop = { outcome: 'no_go', reasons: 'A rule will do.', redirect: { kind: 'rule', text: 'By age.' } };
    const statusesOf = async (given: Promise<{ status: number }>[]) =>
      (await Promise.all(given)).map(({ status }) => status).sort((a, b) => a - b);
    const decisions = async () =>
      (await as.eva(`GET ${path}/decisions`)).body.decisions.filter((each: { gate: string }) => each.gate === 'g1');
    const both = [close('sam', proposalId, snapshotHash), close('admin', proposalId, snapshotHash)];
    expect(await statusesOf(both)).toEqual([201, 409]);
    expect(await decisions()).toHaveLength(1);

    ({ problemId } = await writtenProblem(team, { cookie: people.eva.cookie }));
    path = `/api/problems/${problemId}`;
    for (const name of ['sam', 'admin'] as const) await as.eva(`PUT ${path}/people/${people[name].id}/roles/sponsor`);
    const seen = { snapshotHash: (await gate()).snapshotHash, password };
    const atOnce = (who: 'sam' | 'admin') => as[who](`POST ${path}/gates/g1/decisions`, { ...stop, ...seen });
    expect(await statusesOf([atOnce('sam'), atOnce('admin')])).toEqual([201, 409]);
    expect(await decisions()).toHaveLength(1);
  });

  test('LC1 PF5 an open condition of an earlier go refuses the next one, and nobody leaves it open', async () => {
    const written = await writtenProblem(team, { cookie: people.eva.cookie }, { isAccepted: false });
    ({ problemId } = written);
    path = `/api/problems/${problemId}`;
    await as.eva(`PUT ${path}/people/${people.dirk.id}/roles/data_scientist`);
    await as.eva(`PUT ${path}/people/${people.sam.id}/roles/sponsor`);
    const conditions = [{ text: 'The works council agrees.', due: '2026-06-01', blocks: 'g1' }];
    const terms = { outcome: 'conditional_go', reasons: 'It hurts enough.', conditions };
    const g0 = `${path}/gates/g0`;
    const { proposal, snapshotHash } = (await as.dirk(`POST ${g0}/proposals`, terms)).body;
    const signed = { role: 'sme', verdict: 'approves', meaning: 'accepts it', password, snapshotHash };
    expect((await as.eva(`POST ${g0}/proposals/${proposal.id}/sign-offs`, signed)).status).toBe(201);
    const accepted = await as.sam(`POST ${g0}/proposals/${proposal.id}/decision`, { snapshotHash, password });
    expect(accepted.status).toBe(201);
    await translateAndClassify(team, { ...written, headers: { cookie: people.eva.cookie } });

    const proposalId = await propose();
    const bothSign = async () => {
      await sign('eva', proposalId, { role: 'sme' });
      await sign('dirk', proposalId, { role: 'data_scientist' });
    };
    const waiver = { item: 'decision.conditions', reason: 'No time.', password };
    const waived = await as.sam(`POST ${path}/gates/g1/proposals/${proposalId}/waivers`, waiver);
    expect([waived.status, waived.body.error.code]).toEqual([409, 'gate.never_waived']);
    await bothSign();
    const refused = await close('sam', proposalId);
    expect([refused.status, refused.body.error.params.obstacles]).toMatchObject([
      409,
      [{ kind: 'item', item: 'decision.conditions' }],
    ]);
    const [{ id }] = accepted.body.conditions;
    expect((await as.sam(`PUT ${path}/conditions/${id}`, { evidence: 'They wrote so.' })).status).toBe(200);
    expect((await close('sam', proposalId)).status).toBe(201);
  });

  test('PF5 two last signatures at the same instant give one decision', async () => {
    const proposalId = await propose();
    await sign('eva', proposalId, { role: 'sme' });
    await sign('dirk', proposalId, { role: 'data_scientist' });
    const { snapshotHash } = await gate();
    const both = await Promise.all([close('sam', proposalId, snapshotHash), close('sam', proposalId, snapshotHash)]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
    const { decisions } = (await as.eva(`GET ${path}/decisions`)).body;
    expect(decisions.filter((each: { gate: string }) => each.gate === 'g1')).toHaveLength(1);
  });

  test('PF5 a proposal is judged by the policy of its day; what is proposed later, by the new one', async () => {
    const proposalId = await propose();
    await as.admin('POST /api/gate-policies', standardPolicy);
    expect((await gate()).policy).toEqual({ name: 'light', version: expect.any(Number) });
    await sign('eva', proposalId, { role: 'sme' });
    await sign('dirk', proposalId, { role: 'data_scientist' });
    await as.eva(`DELETE ${path}/gates/g1/proposals/${proposalId}`);
    expect((await gate()).policy.name).toBe('standard');
    expect((await gate()).rule.roles).toContain('risk_manager');
    await as.admin('POST /api/gate-policies', lightPolicy);
  });

  test('PF3 RM1 the standard policy asks what the roles, the stakeholders and the risk manager bring', async () => {
    await as.admin('POST /api/gate-policies', standardPolicy);
    const { items, allowedOutcomes, riskClass } = await gate();
    const asked = items.filter((each: { isAsked: boolean; isDone: boolean }) => each.isAsked && !each.isDone);
    expect(asked.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['stakeholders.named', 'checklist.begun', 'risk.dpia', 'risk.signed']),
    );
    expect([riskClass, allowedOutcomes]).toEqual(['minimal', ['no_go', 'defer']]);
    const dutch = await as.eva(`GET ${path}/gates/g1`, undefined, { language: 'nl' });
    expect(dutch.body.items.map(({ message }: { message: string }) => message)).toContain('Begin aan de checklist.');
    const { stations } = (await as.eva(`GET ${path}/thread`)).body;
    expect(stations.find(({ station }: { station: string }) => station === 'risk').openItems).toBeGreaterThan(0);
    await as.admin('POST /api/gate-policies', lightPolicy);
  });
});
