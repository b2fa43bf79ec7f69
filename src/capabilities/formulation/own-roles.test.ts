import { afterAll, beforeAll, expect, test } from 'vitest';
import { assessedProblem } from '../../../test/kit/assessed-problem.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil, testPassword, type TestPerson } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';

describeEachDatabase('a role that one gave oneself', (kit) => {
  let team: TeamPeil;
  let eva: TestPerson;
  let asEva: Sending;
  let asSam: Sending;
  let path: string;
  let problemId: string;
  let keyResultId: string;
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
    eva = await team.signIn('Eva');
    asEva = sendingTo(team, (options) => eva.inject(options));
    ({ problemId, keyResultId } = await writtenProblem(team, { cookie: eva.cookie }, { isClassified: false }));
    path = `/api/problems/${problemId}`;
    const sam = await team.signIn('Sam', { problemRoles: { [problemId]: ['sponsor'] } });
    asSam = sendingTo(team, (options) => sam.inject(options));
    for (const role of ['risk_manager', 'data_scientist']) await asEva(`PUT ${path}/people/${eva.id}/roles/${role}`);
  });
  afterAll(() => team.close());

  const answer = () =>
    asEva(`PUT ${path}/risk/ai-act/answers/system`, { choice: 'yes', reason: 'It is.' }, { version: 0 });
  const sign = (hash = '0'.repeat(64)) =>
    asEva(`POST ${path}/risk/signatures`, { hash, meaning: 'I assessed this', password: testPassword });
  const giveVerdict = (role: string) =>
    asEva(`POST ${path}/key-results/${keyResultId}/verdicts`, { role, verdict: 'yes', reason: 'A pattern is there.' });
  const confirm = (role: string) => asSam(`POST ${path}/people/${eva.id}/roles/${role}/confirmation`);

  test('PF5 one person neither assesses the risks nor gives both verdicts, until another has confirmed the roles', async () => {
    for (const sent of [await answer(), await sign()]) {
      expect([sent.status, sent.body.error.code, sent.events]).toEqual([403, 'identity.role_waits', []]);
      expect(sent.body.error.message).toContain('somebody else');
    }
    const refused = await giveVerdict('data_scientist');
    expect([refused.status, refused.body.error.code]).toEqual([403, 'formulation.role_not_held']);
    expect((await giveVerdict('sme')).status).toBe(201);
    const mine = (await asEva(`GET ${path}/me`)).body;
    expect(mine.unconfirmed.toSorted()).toEqual(['data_scientist', 'risk_manager']);
    expect(mine.permissions).not.toContain('problem.assess');
    expect(mine.permissions).toContain('problem.write');

    for (const role of ['risk_manager', 'data_scientist']) expect((await confirm(role)).status).toBe(200);
    expect((await giveVerdict('data_scientist')).status).toBe(201);
    await assessedProblem(team, { problemId, headers: { cookie: eva.cookie } });
    const { hash } = (await asEva(`GET ${path}/risk`)).body;
    expect((await sign(hash)).status).toBe(201);
    expect((await asEva(`GET ${path}/me`)).body.unconfirmed).toEqual([]);
  });

  test('SM3 a sponsor who makes themselves expert does not accept an answer to the expert', async () => {
    const me = (await asSam('GET /api/me')).body;
    await asSam(`PUT ${path}/people/${me.id ?? me.user.id}/roles/sme`);
    const anchor = { kind: 'opportunity', id: problemId, field: 'cost' };
    const sent = await asSam(`POST ${path}/conversation/threads`, {
      anchor,
      kind: 'steering',
      text: 'Mind the night shift.',
    });
    expect([sent.status, sent.body.error.code]).toEqual([403, 'conversation.steering_by_expert']);
  });
});
