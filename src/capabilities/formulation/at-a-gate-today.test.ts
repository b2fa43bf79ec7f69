import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { testPassword } from '../../../test/kit/people.ts';
import { type AtG1, type Name, peopleAtAGate, type PeopleAtAGate } from '../../../test/kit/people-at-a-gate.ts';
import { sendingTo } from '../../../test/kit/sending.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';
import { lightPolicy, type PolicyDocument, standardPolicy } from '../decisions/contract.ts';

const stop = { outcome: 'no_go', reasons: 'A rule will do.', redirect: { kind: 'rule', text: 'By age.' } };
const defer = { outcome: 'defer', reasons: 'Not now.', reviewDate: '2027-01-01' };

/** As light, but who decides at G1 is the architect. */
const byArchitect: PolicyDocument = {
  ...lightPolicy,
  rules: {
    ...lightPolicy.rules,
    g1: {
      ...lightPolicy.rules.g1,
      minimal: { ...lightPolicy.rules.g1.minimal, deciders: ['analytics_architect'] },
    },
  },
};

describeEachDatabase('a gate as it is today', (kit) => {
  let here: PeopleAtAGate;
  let at: AtG1;
  beforeAll(async () => {
    here = await peopleAtAGate(kit);
  });
  afterAll(() => here.team.close());
  beforeEach(async () => {
    at = await here.anotherProblem();
  });

  const decideAtOnce = async (who: Name, terms: object, gate = 'g1') => {
    const { snapshotHash } = (await here.as[who](`GET ${at.path}/gates/${gate}`)).body;
    return here.as[who](`POST ${at.path}/gates/${gate}/decisions`, { ...terms, snapshotHash, password: testPassword });
  };
  const toldOf = async (who: Name) =>
    (await here.as[who]('GET /api/notifications')).body.notifications
      .filter((each: { problemId: string }) => each.problemId === at.problemId)
      .map(({ kind }: { kind: string }) => kind);

  test('PF5 a decision in one step is judged by the policy of today, and not by that of what lay on the table', async () => {
    const { as } = here;
    await at.propose();
    await as.admin('POST /api/gate-policies', byArchitect);
    const refused = await decideAtOnce('sam', stop);
    expect([refused.status, refused.body.error.params.obstacles]).toMatchObject([
      409,
      [{ kind: 'decider', roles: ['analytics_architect'] }],
    ]);
    expect((await at.gate()).policy).toMatchObject({ name: 'light' });
    // What is proposed anew asks the people of today.
    await as.eva(`PUT ${at.path}/people/${here.people.noor.id}/roles/analytics_architect`);
    await at.propose(defer);
    expect(await toldOf('noor')).toContain('gate_proposed');
    await as.admin('POST /api/gate-policies', lightPolicy);
  });

  test('PF5 alone, too, a go is judged by the policy of today', async () => {
    const peil = await kit.openPeil();
    const { problemId } = await writtenProblem(peil);
    const send = sendingTo(peil);
    const path = `/api/problems/${problemId}/gates/g1`;
    const go = { outcome: 'go', reasons: 'It pays.' };
    expect((await send(`POST ${path}/proposals`, go)).status).toBe(201);
    expect((await send('POST /api/gate-policies', standardPolicy)).status).toBe(201);
    const { snapshotHash } = (await send(`GET ${path}`)).body;
    const decided = await send(`POST ${path}/decisions`, { ...go, snapshotHash });
    expect([decided.status, decided.events]).toEqual([409, []]);
    await peil.close();
  });

  test('RM3 in a team nobody puts the name of another under a decision', async () => {
    const people = [{ userId: here.people.eva.id, role: 'sme', meaning: 'approves the no-go' }];
    const refused = await decideAtOnce('sam', { ...stop, people });
    expect([refused.status, refused.body.error.code, refused.events]).toEqual([422, 'gate.names_only_alone', []]);
    const decided = await decideAtOnce('sam', stop);
    expect(decided.body.people).toMatchObject([{ userId: here.people.sam.id, meaning: 'decides: no go' }]);
  });

  test('LC1 a condition holds a later gate back: one that is not later is refused', async () => {
    const conditional = (blocks: string) => ({
      outcome: 'conditional_go',
      reasons: 'If the log grows.',
      conditions: [{ text: 'A year of log.', due: '2026-06-01', blocks }],
    });
    for (const blocks of ['g0', 'g1']) {
      const refused = await here.as.dirk(`POST ${at.path}/gates/g1/proposals`, conditional(blocks));
      expect([refused.status, refused.body.error.code, refused.events]).toEqual([422, 'gate.blocks_too_early', []]);
    }
    expect((await here.as.dirk(`POST ${at.path}/gates/g1/proposals`, conditional('g2'))).status).toBe(201);
  });

  test('PF2 who is not asked to sign is not told so: to wait asks who decides, at once asks nobody', async () => {
    await at.propose(defer);
    expect([await toldOf('sam'), await toldOf('eva')]).toMatchObject([
      expect.arrayContaining(['gate_proposed']),
      expect.not.arrayContaining(['gate_proposed']),
    ]);
    at = await here.anotherProblem();
    await decideAtOnce('sam', stop);
    for (const who of ['eva', 'dirk', 'noor'] as const) {
      expect(await toldOf(who)).toContain('decision_recorded');
      expect(await toldOf(who)).not.toContain('gate_proposed');
    }
  });

  test('PF5 what was stopped at one gate and reopened at another is open again on the thread', async () => {
    await decideAtOnce('sam', stop);
    const decision = async () =>
      (await here.as.eva(`GET ${at.path}/thread`)).body.stations.find(
        ({ station }: { station: string }) => station === 'decision',
      ).state;
    expect(await decision()).toBe('done');
    const reopened = await decideAtOnce('sam', { outcome: 'reopen', reasons: 'The rule did not do.' }, 'g0');
    expect([reopened.status, await decision()]).toEqual([201, 'open']);
    expect((await at.gate()).allowedOutcomes).toContain('defer');
  });

  test('PF5 a verdict on a key result counts for the text that it was given on', async () => {
    const { as } = here;
    const [objective] = (await as.eva(`GET ${at.path}/objectives`)).body.objectives;
    const [{ id, version }] = objective.keyResults;
    const verdict = { role: 'data_scientist', verdict: 'yes', reason: 'The log tells enough.' };
    expect((await as.dirk(`POST ${at.path}/key-results/${id}/verdicts`, verdict)).status).toBe(201);
    const isGiven = async () =>
      (await at.gate()).items.find((each: { id: string }) => each.id === 'verdicts.data_scientist').isDone;
    expect(await isGiven()).toBe(true);
    await as.eva(`PATCH ${at.path}/key-results/${id}`, { target: '900' }, { version });
    expect(await isGiven()).toBe(false);
    await as.dirk(`POST ${at.path}/key-results/${id}/verdicts`, verdict);
    expect(await isGiven()).toBe(true);
  });
});
