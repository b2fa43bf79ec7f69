import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil, type TestPerson } from '../../../test/kit/people.ts';
import { change } from '../../platform/context/change.ts';
import { demand, onlyReadable, openProblemAccess, type ReadableProblems, readableProblems } from './index.ts';
import { setProblemPrivacy } from './problem-access.ts';

describeEachDatabase('people of a problem', (kit) => {
  let team: TeamPeil;
  let sme: TestPerson;
  let outsider: TestPerson;
  let open: string;
  let hidden: string;
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
    open = await team.openProblem();
    hidden = await team.openProblem({ private: true });
    sme = await team.signIn('Sofie', { problemRoles: { [open]: ['sme'], [hidden]: ['sme'] } });
    outsider = await team.signIn('Otto');
  });
  afterAll(() => team.close());
  beforeEach(() => void team.happened());

  const people = (who: TestPerson, problemId: string) => who.inject({ url: `/api/problems/${problemId}/people` });
  const roleAt = (problemId: string, userId: string, role = 'data_scientist') =>
    `/api/problems/${problemId}/people/${userId}/roles/${role}`;
  const give = (who: TestPerson, url: string) => who.inject({ method: 'PUT', url });
  const take = (who: TestPerson, url: string) => who.inject({ method: 'DELETE', url });

  test('RM3 a role that one takes oneself waits for somebody else, who confirms or refuses it', async () => {
    const problemId = await team.openProblem();
    const sam = await team.signIn('Sam', { problemRoles: { [problemId]: ['sponsor'] } });
    const eva = await team.signIn('Eva', { problemRoles: { [problemId]: ['sme'] } });
    const answerTo = (who: TestPerson, role: string, answer: 'confirmation' | 'refusal') =>
      who.inject({ method: 'POST', url: `${roleAt(problemId, eva.id, role)}/${answer}` });
    const waiting = async () => {
      const { people: shown } = (await people(sam, problemId)).json<{
        people: { userId: string; unconfirmed: string[] }[];
      }>();
      return shown.find(({ userId }) => userId === eva.id)?.unconfirmed;
    };
    for (const role of ['sponsor', 'risk_manager']) await give(eva, roleAt(problemId, eva.id, role));
    expect(await waiting()).toEqual(['risk_manager', 'sponsor']);
    for (const answer of ['confirmation', 'refusal'] as const)
      expect((await answerTo(eva, 'sponsor', answer)).json().error.code).toBe('identity.own_role');
    expect((await answerTo(outsider, 'sponsor', 'confirmation')).statusCode).toBe(403);
    team.happened();
    expect((await answerTo(sam, 'sponsor', 'confirmation')).statusCode).toBe(200);
    expect((await answerTo(sam, 'sponsor', 'confirmation')).statusCode).toBe(200);
    expect((await answerTo(sam, 'risk_manager', 'refusal')).statusCode).toBe(200);
    expect(team.happened()).toEqual(['problem_access.role_confirmed', 'problem_access.role_refused']);
    expect(await waiting()).toEqual([]);
    expect((await answerTo(sam, 'sponsor', 'refusal')).json().error.code).toBe('identity.role_counts');
    expect((await answerTo(sam, 'risk_manager', 'refusal')).statusCode).toBe(404);
  });

  test('PF2 the expert gives and takes roles; each is one event, and what is so already is none', async () => {
    const given = await give(sme, roleAt(open, outsider.id));
    expect(given.statusCode).toBe(200);
    expect(given.json().people).toEqual([
      {
        userId: outsider.id,
        name: 'Otto',
        status: 'active',
        roles: ['data_scientist'],
        unconfirmed: [],
        given: [{ role: 'data_scientist', by: sme.id, at: team.clock.now(), confirmedBy: null }],
      },
      {
        userId: sme.id,
        name: 'Sofie',
        status: 'active',
        roles: ['sme'],
        unconfirmed: [],
        given: [{ role: 'sme', by: null, at: team.clock.now(), confirmedBy: null }],
      },
    ]);
    expect(team.happened()).toEqual(['problem_access.role_given']);
    await give(sme, roleAt(open, outsider.id));
    expect(team.happened()).toEqual([]);
    expect((await outsider.inject({ url: '/api/me' })).json().problemRoles).toEqual([
      { problemId: open, roles: ['data_scientist'] },
    ]);
    expect((await take(sme, roleAt(open, outsider.id))).statusCode).toBe(200);
    expect(team.happened()).toEqual(['problem_access.role_taken']);
    const again = await take(sme, roleAt(open, outsider.id));
    expect([again.statusCode, again.json().error.code]).toEqual([404, 'identity.role_not_held']);
    expect((await give(sme, roleAt(open, 'nobody'))).json().error.code).toBe('identity.user_not_found');
    expect((await give(sme, roleAt(open, outsider.id, 'king'))).statusCode).toBe(400);
  });

  test('PF2 a member reads an open problem and changes nothing in it', async () => {
    expect((await people(outsider, open)).statusCode).toBe(200);
    const refused = await give(outsider, roleAt(open, outsider.id));
    expect([refused.statusCode, refused.json().error.code]).toEqual([403, 'identity.not_allowed']);
    const mine = await outsider.inject({ url: `/api/problems/${open}/me` });
    // Of a condition: who sees to it may have no role; that it is theirs, the operation asks.
    const permissions = ['problem.read', 'problem.talk', 'condition.meet'];
    expect(mine.json()).toEqual({ roles: [], unconfirmed: [], permissions, private: false });
  });

  test('PF2 a private problem looks exactly like one that does not exist, to members and administrators', async () => {
    const missing = 'no-such-problem';
    for (const who of [outsider, team.admin])
      for (const path of ['people', 'me']) {
        const answers = [];
        for (const id of [hidden, missing]) {
          const answer = await who.inject({ url: `/api/problems/${id}/${path}` });
          const { code, message } = answer.json().error;
          answers.push([answer.statusCode, code, message.replace(id, '')]);
        }
        expect(answers[0]).toEqual(answers[1]);
        expect(answers[0]?.[0]).toBe(404);
      }
    const changes = [await give(outsider, roleAt(hidden, outsider.id)), await take(outsider, roleAt(hidden, sme.id))];
    for (const answer of changes) expect(answer.statusCode).toBe(404);
    expect(team.happened()).toEqual([]);
    expect((await people(sme, hidden)).statusCode).toBe(200);
  });

  test('PF2 an administrator can give a role in a private problem, which is on record, and take it', async () => {
    expect((await give(team.admin, roleAt(hidden, outsider.id, 'stakeholder'))).statusCode).toBe(200);
    expect(team.happened()).toEqual(['problem_access.role_given']);
    expect((await people(outsider, hidden)).statusCode).toBe(200);
    expect((await take(team.admin, roleAt(hidden, outsider.id, 'stakeholder'))).statusCode).toBe(200);
    expect((await people(outsider, hidden)).statusCode).toBe(404);
  });

  test('PF2 the last role in a private problem stays', async () => {
    const answer = await take(sme, roleAt(hidden, sme.id, 'sme'));
    expect([answer.statusCode, answer.json().error.code]).toEqual([409, 'identity.last_person']);
    expect(team.happened()).toEqual([]);
  });

  test('PF2 making a problem private hides it at once, and opening it shows it at once', async () => {
    const problemId = await team.openProblem();
    const setPrivate = (value: boolean) =>
      change(sme.context(), (tx) => setProblemPrivacy(tx, { problemId, private: value }));
    expect((await people(outsider, problemId)).statusCode).toBe(200);
    await setPrivate(true);
    expect((await people(outsider, problemId)).statusCode).toBe(404);
    await setPrivate(false);
    expect((await people(outsider, problemId)).statusCode).toBe(200);
    await expect(
      change(sme.context(), (tx) => setProblemPrivacy(tx, { problemId: 'none', private: true })),
    ).rejects.toMatchObject({ code: 'identity.problem_not_found' });
  });

  test('PF2 lists leave out private problems of others, and include one from the moment a role is given', async () => {
    const shown = async (who: TestPerson) => {
      const readable = await readableProblems(who.context());
      const { rows } = await sql<{ problem_id: string }>`select problem_id from problem_access
        where ${onlyReadable(readable, 'problem_access.problem_id')}`.execute(team.services.database.reader);
      return new Set(rows.map((row) => row.problem_id));
    };
    for (const who of [outsider, team.admin]) {
      expect((await shown(who)).has(hidden)).toBe(false);
      expect((await shown(who)).has(open)).toBe(true);
    }
    expect((await shown(sme)).has(hidden)).toBe(true);
    await team.giveRoles(outsider, hidden, ['validator']);
    expect((await shown(outsider)).has(hidden)).toBe(true);
    await take(sme, roleAt(hidden, outsider.id, 'validator'));
    expect((await shown(outsider)).has(hidden)).toBe(false);
  });

  test('PF2 an operation can demand a permission in a problem that only the body names', async () => {
    await expect(demand(outsider.context(), 'problem.write', open)).rejects.toMatchObject({ status: 403 });
    await expect(demand(outsider.context(), 'problem.write', hidden)).rejects.toMatchObject({ status: 404 });
    await expect(demand(sme.context(), 'problem.write', hidden)).resolves.toBeUndefined();
  });

  test('PF2 the maker of a problem has the roles it is made with', async () => {
    const problemId = `made-by-${outsider.id}`;
    const creator = { creatorId: outsider.id, creatorRoles: ['sme', 'sponsor'] as const };
    await change(outsider.context(), (tx) => openProblemAccess(tx, { problemId, private: true, ...creator }));
    const mine = await outsider.inject({ url: `/api/problems/${problemId}/me` });
    expect(mine.json()).toMatchObject({ roles: ['sme', 'sponsor'], private: true });
  });
});

describeEachDatabase('problems in great numbers', (kit) => {
  let team: TeamPeil;
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
  });
  afterAll(() => team.close());

  const ask = (): Promise<ReadableProblems> => readableProblems(team.admin.context());
  const many = (count: number, isPrivate: number, prefix: string) =>
    change(team.admin.context(), async (tx) => {
      await sql`with recursive number (i) as (select 1 union all select i + 1 from number where i < ${count})
        insert into problem_access (problem_id, private)
        select ${prefix} || i, cast(${isPrivate} as integer) from number`.execute(tx.db);
      tx.record({ type: 'problem_access.opened', subject: { kind: 'problem', id: prefix }, problemId: null });
    });
  const countShown = async (readable: ReadableProblems) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from problem_access
      where ${onlyReadable(readable, 'problem_id')}`.execute(team.services.database.reader);
    return rows[0]?.count;
  };

  test('PF2 readable problems come as the shorter of two lists', async () => {
    await many(3000, 0, 'open-');
    expect(await ask()).toBe('all');
    await many(400, 1, 'few-');
    expect(await ask()).toMatchObject({ hiddenIds: { length: 400 } });
    await many(6600, 1, 'many-');
    const most = await ask();
    expect(most).toMatchObject({ ids: { length: 3000 } });
    expect(await countShown(most)).toBe(3000);
  });

  test('PF2 lists go on where more problems are hidden than a statement takes parameters', async () => {
    await many(70_000, 1, 'hidden-');
    await many(75_000, 0, 'shown-');
    const readable = await ask();
    expect(readable).toMatchObject({ hiddenIds: { length: 77_000 } });
    expect(await countShown(readable)).toBe(78_000);
    expect((await team.admin.inject({ url: '/api/problems' })).statusCode).toBe(200);
  });
});
