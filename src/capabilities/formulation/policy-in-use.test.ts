import { afterAll, beforeAll, expect, test } from 'vitest';
import { assessedProblem } from '../../../test/kit/assessed-problem.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil, testPassword, type TestPerson } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';
import { partsOfGate, type PolicyDocument, type PolicyVersion } from '../decisions/contract.ts';
import { lightPolicy, standardPolicy } from '../decisions/shipped-policies.ts';

const day_ms = 86_400_000;

/** The light policy with one number changed at the go for the lowest class. */
const lightWith = (changed: object): PolicyDocument => ({
  ...lightPolicy,
  rules: {
    ...lightPolicy.rules,
    g1: { ...lightPolicy.rules.g1, minimal: { ...lightPolicy.rules.g1.minimal, ...changed } },
  },
});

describeEachDatabase('policies of the gates', (kit) => {
  let team: TeamPeil;
  let admin: Sending;
  let eva: Sending;
  let noor: Sending;
  let expert: TestPerson;
  beforeAll(async () => {
    team = await inTeamMode({ sessionIdleHours: 100 }, kit.openPeil);
    expert = await team.signIn('Eva');
    const other = await team.signIn('Noor');
    admin = sendingTo(team, (options) => team.admin.inject(options));
    eva = sendingTo(team, (options) => expert.inject(options));
    noor = sendingTo(team, (options) => other.inject(options));
  });
  afterAll(() => team.close());

  const versions = async () => (await admin('GET /api/gate-policies')).body;
  const propose = async (problemId: string) =>
    (await eva(`POST /api/problems/${problemId}/gates/g1/proposals`, { outcome: 'go', reasons: 'It pays.' })).body;

  test('PF5 a version is made without being in force, chosen later, and an earlier one chosen again', async () => {
    expect(await versions()).toMatchObject({ inForce: { version: 0, chosenBy: 'system' }, versions: [{ version: 0 }] });
    expect((await noor('POST /api/gate-policies', lightPolicy)).status).toBe(403);
    expect((await noor('PUT /api/gate-policies/in-force', { version: 1 })).status).toBe(403);
    const first = await admin('POST /api/gate-policies', { ...lightPolicy, isInForce: false, note: 'For pilots.' });
    expect([first.status, first.events]).toEqual([201, ['gate_policy.made']]);
    expect(first.body.inForce.version).toBe(0);
    const second = await admin('POST /api/gate-policies', { ...lightWith({ waivers: 1 }), basedOn: 1 });
    expect(second.events).toEqual(['gate_policy.put_in_force']);
    expect(
      second.body.versions.map(({ version, basedOn, isInForce, note }: PolicyVersion) => [
        version,
        basedOn,
        isInForce,
        note,
      ]),
    ).toEqual([
      [2, 1, true, null],
      [1, null, false, 'For pilots.'],
      [0, null, false, null],
    ]);
    const back = await admin('PUT /api/gate-policies/in-force', { version: 1 });
    expect([back.status, back.events, back.body.inForce]).toEqual([
      200,
      ['gate_policy.put_in_force'],
      { version: 1, since: team.clock.now(), chosenBy: team.admin.id },
    ]);
    const again = await admin('PUT /api/gate-policies/in-force', { version: 1 });
    expect([again.status, again.events]).toEqual([200, []]);
    const unknown = await admin('PUT /api/gate-policies/in-force', { version: 9 }, { language: 'nl' });
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'decision.policy_not_found']);
    expect((await admin('POST /api/gate-policies', { ...lightPolicy, basedOn: 7 })).status).toBe(404);
  });

  test('PF5 what differs between two versions is told by gate and risk class', async () => {
    const { body } = await noor('GET /api/gate-policies/differences?from=1&to=2');
    const { waivers: before } = lightPolicy.rules.g1.minimal;
    const number = { gate: 'g1', riskClass: 'minimal', field: 'waivers', added: [], removed: [], before, after: 1 };
    expect(body.differences).toEqual([number]);
    const same = await noor('GET /api/gate-policies/differences?from=1&to=1');
    expect(same.body.differences).toEqual([]);
    const strict = await noor('GET /api/gate-policies/differences?from=1&to=0');
    expect(strict.body.differences).toContainEqual({
      gate: 'g0',
      riskClass: 'high',
      field: 'evidence',
      added: ['stakeholders', 'steering'],
      removed: [],
      before: null,
      after: null,
    });
    expect((await noor('GET /api/gate-policies/differences?from=1&to=99')).status).toBe(404);
  });

  test('PF5 a version tells what it was used by, and nothing of a problem that one may not see', async () => {
    await admin('PUT /api/gate-policies/in-force', { version: 1 });
    const { problemId } = await writtenProblem(team, { cookie: expert.cookie });
    const hidden = (await writtenProblem(team, { cookie: expert.cookie })).problemId;
    expect((await eva(`PUT /api/problems/${hidden}/privacy`, { isPrivate: true })).status).toBe(200);
    for (const id of [problemId, hidden]) await propose(id);
    const uses = async (who: Sending, version = 1) => (await who(`GET /api/gate-policies/${version}/uses`)).body;
    const ids = (rows: { problemId: string }[]) => rows.map((row) => row.problemId).toSorted();
    expect(ids((await uses(eva)).proposals)).toEqual([problemId, hidden].toSorted());
    expect(ids((await uses(noor)).proposals)).toEqual([problemId]);
    expect(ids((await uses(admin)).proposals)).toEqual([problemId]);
    const decided = await writtenProblem(team, { cookie: expert.cookie });
    await team.giveRoles(expert, decided.problemId, ['sponsor']);
    const { snapshotHash } = (await eva(`GET /api/problems/${decided.problemId}/gates/g1`)).body;
    const stop = { outcome: 'no_go', reasons: 'Not worth it.', redirect: { kind: 'nothing', text: 'It stays.' } };
    const body = { ...stop, snapshotHash, password: testPassword };
    expect((await eva(`POST /api/problems/${decided.problemId}/gates/g1/decisions`, body)).status).toBe(201);
    const { decisions } = await uses(noor);
    expect(decisions).toMatchObject([{ problemId: decided.problemId, gate: 'g1', outcome: 'no_go' }]);
    expect(decisions[0].title.length).toBeGreaterThan(0);
    expect(await uses(noor, 2)).toEqual({ decisions: [], proposals: [] });
    expect((await noor('GET /api/gate-policies/99/uses')).status).toBe(404);
  });

  test('PF5 a gate lists no other parts of the evidence than a policy can ask at it', async () => {
    const { problemId } = await writtenProblem(team, { cookie: expert.cookie });
    for (const gate of ['g0', 'g1'] as const) {
      const { items } = (await eva(`GET /api/problems/${problemId}/gates/${gate}`)).body;
      const parts = new Set(items.map(({ id }: { id: string }) => id.slice(0, id.indexOf('.'))));
      expect([...parts].filter((part) => !(partsOfGate[gate] as readonly unknown[]).includes(part))).toEqual([]);
      expect(parts.size).toBeGreaterThan(1);
    }
  });

  test('RM1 PF5 a policy that asks nothing of the risk judges a problem without a class by its strictest rule', async () => {
    const silent = lightWith({ evidence: ['opportunity', 'value'] });
    await admin('POST /api/gate-policies', silent);
    const { problemId } = await writtenProblem(team, { cookie: expert.cookie }, { isClassified: false });
    const shown = async () => (await eva(`GET /api/problems/${problemId}/gates/g1`)).body;
    expect(await shown()).toMatchObject({ riskClass: 'unassessed', rule: silent.rules.g1.high });
    const risk = await team.signIn('Ria', { problemRoles: { [problemId]: ['risk_manager'] } });
    await assessedProblem(team, { problemId, headers: { cookie: risk.cookie } });
    expect(await shown()).toMatchObject({ riskClass: 'minimal', rule: silent.rules.g1.minimal });
    await admin('POST /api/gate-policies', standardPolicy);
  });

  test('RM3 a signature counts as long as the policy says, and is then given again', async () => {
    await admin('POST /api/gate-policies', lightWith({ validity_days: 2 }));
    const { problemId } = await writtenProblem(team, { cookie: expert.cookie });
    const { proposal, snapshotHash } = await propose(problemId);
    const url = `POST /api/problems/${problemId}/gates/g1/proposals/${proposal.id}/sign-offs`;
    const asked = {
      role: 'sme',
      meaning: 'approves the go',
      verdict: 'approves',
      password: testPassword,
      snapshotHash,
    };
    const mine = async () => {
      const { body } = await eva(`GET /api/problems/${problemId}/gates/g1`);
      const [{ isFresh, isExpired, changedSince }] = body.proposal.signOffs.slice(-1);
      return { isFresh, isExpired, changedSince, kinds: body.obstacles.map(({ kind }: { kind: string }) => kind) };
    };
    expect((await eva(url, asked)).status).toBe(201);
    team.clock.advance(2 * day_ms);
    expect(await mine()).toMatchObject({ isFresh: true, isExpired: false });
    team.clock.advance(1);
    const expired = await mine();
    expect(expired).toMatchObject({ isFresh: false, isExpired: true, changedSince: [] });
    expect(expired.kinds).toContain('stale');
    expect((await eva(url, asked)).status).toBe(201);
    expect((await mine()).kinds).not.toContain('stale');
    await admin('POST /api/gate-policies', standardPolicy);
  });
});
