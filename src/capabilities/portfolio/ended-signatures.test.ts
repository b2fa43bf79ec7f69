import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil, testPassword, type TestPerson } from '../../../test/kit/people.ts';
import { sendingTo } from '../../../test/kit/sending.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';
import type { PolicyDocument } from '../decisions/contract.ts';
import { lightPolicy } from '../decisions/shipped-policies.ts';

const day_ms = 86_400_000;

/** As the light policy, where a signature at the go / no-go counts for ten days. */
function endingPolicy(): PolicyDocument {
  const { g1 } = lightPolicy.rules;
  const ending = { minimal: { ...g1.minimal, validity_days: 10 }, limited: g1.limited, high: g1.high };
  return { ...lightPolicy, name: 'ending', rules: { ...lightPolicy.rules, g1: ending } };
}

describeEachDatabase('signatures that end', (kit) => {
  let team: TeamPeil;
  let people: Record<'eva' | 'dirk' | 'sam', TestPerson>;
  let path: string;
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
    const eva = await team.signIn('Eva');
    const { problemId } = await writtenProblem(team, { cookie: eva.cookie });
    path = `/api/problems/${problemId}`;
    const dirk = await team.signIn('Dirk', { problemRoles: { [problemId]: ['data_scientist'] } });
    const sam = await team.signIn('Sam', { problemRoles: { [problemId]: ['sponsor'] } });
    people = { eva, dirk, sam };
    const asAdmin = sendingTo(team, (asked) => team.admin.injectWithToken(asked));
    await asAdmin('POST /api/gate-policies', endingPolicy());
    await team.services.jobs.runDue();
  });
  afterAll(() => team.close());

  const as = (who: keyof typeof people) =>
    sendingTo(team, (asked) =>
      // A session does not live as long as what is tested here.
      people[who].injectWithToken(asked),
    );
  const asked = async (who: keyof typeof people) =>
    (await as(who)('GET /api/home')).body.items.map(({ kind, sentence }: { kind: string; sentence: string }) => [
      kind,
      sentence,
    ]);
  const blocker = async () => (await as('sam')('GET /api/portfolio')).body.entries[0].blocker?.sentence;
  const sign = async (who: 'eva' | 'dirk', role: string) => {
    const { body: gate } = await as(who)(`GET ${path}/gates/g1`);
    const signing = { role, verdict: 'approves', meaning: 'approves the go', remark: '', password: testPassword };
    const at = `POST ${path}/gates/g1/proposals/${gate.proposal.id}/sign-offs`;
    expect((await as(who)(at, { ...signing, snapshotHash: gate.snapshotHash })).status).toBe(201);
  };
  const standing = async () =>
    (await as('sam')(`GET ${path}/gates/g1`)).body.obstacles.map((each: { kind: string }) => each.kind);

  test('RM3 the home and the portfolio ask again for what has ended, on its day, as the gate does', async () => {
    await as('dirk')(`POST ${path}/gates/g1/proposals`, { outcome: 'go', reasons: 'It pays.' });
    await sign('dirk', 'data_scientist');
    team.clock.advance(day_ms);
    await sign('eva', 'sme');
    const whole = 'Decide at gate G1 (machine learning or not): nothing else stands in the way.';
    expect(await asked('sam')).toEqual([['decide', whole]]);
    expect([await blocker(), await standing(), await asked('dirk')]).toEqual([whole, [], []]);

    team.clock.advance(8 * day_ms);
    expect([await asked('sam'), await asked('dirk')]).toEqual([[['decide', whole]], []]);

    team.clock.advance(day_ms + 1);
    const again = (role: string) =>
      `Sign again as ${role} at gate G1 (machine learning or not): the signature was given too long ago to count.`;
    expect(await standing()).toEqual(['stale']);
    expect(await asked('dirk')).toEqual([['sign', again('data scientist')]]);
    expect([await asked('sam'), await asked('eva')]).toEqual([[], []]);
    expect(await blocker()).toBe(again('data scientist'));

    team.clock.advance(day_ms);
    expect(await asked('eva')).toEqual([['sign', again('subject matter expert')]]);
    await team.services.jobs.runDue();
    expect(await asked('dirk')).toEqual([['sign', again('data scientist')]]);
  });
});
