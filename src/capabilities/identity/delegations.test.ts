import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil, type TestPerson } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { talkingOn } from '../../../test/kit/talking.ts';
import { signingRolesOf } from './index.ts';

const holidays = { until: '2026-02-01', reason: 'Holidays.' };

describeEachDatabase('signing on behalf of somebody', (kit) => {
  let team: TeamPeil;
  let people: Record<'eva' | 'noor' | 'sam', TestPerson>;
  let as: Record<'eva' | 'noor' | 'sam' | 'admin', Sending>;
  let open: string;
  let hidden: string;
  beforeAll(async () => {
    team = await inTeamMode({ sessionIdleHours: 100 }, kit.openPeil);
  });
  beforeEach(async () => {
    team.clock.advance(1);
    open = await team.openProblem();
    hidden = await team.openProblem({ private: true });
    people = {
      eva: await team.signIn('Eva', { problemRoles: { [open]: ['sme', 'sponsor'], [hidden]: ['sme'] } }),
      noor: await team.signIn('Noor'),
      sam: await team.signIn('Sam', { problemRoles: { [open]: ['sponsor'] } }),
    };
    const sending = (person: TestPerson) => sendingTo(team, (options) => person.inject(options));
    as = { eva: sending(people.eva), noor: sending(people.noor), sam: sending(people.sam), admin: sending(team.admin) };
  });
  afterAll(() => team.close());

  const rolesOf = (person: TestPerson, problemId: string, today = '2026-01-05') => {
    const ctx = person.context();
    return signingRolesOf(ctx, ctx.db, { problemId, userId: person.id, today });
  };
  const mayHere = async (who: Sending, problemId: string) =>
    (await who(`GET /api/problems/${problemId}/me`)).body.permissions.filter((name: string) =>
      name.startsWith('gate.'),
    );

  test('RM3 every role everywhere passes to a colleague until the day, also where they had none', async () => {
    expect(await mayHere(as.noor, open)).toEqual([]);
    const given = await as.eva('POST /api/me/delegations', { toUserId: people.noor.id, ...holidays });
    expect([given.status, given.events]).toEqual([201, ['problem_access.role_delegated']]);
    expect(given.body.delegations).toMatchObject([
      { problemId: null, role: null, toUserId: people.noor.id, endedAt: null },
    ]);
    const onBehalfOf = people.eva.id;
    expect(await rolesOf(people.noor, open)).toEqual([
      { role: 'sme', onBehalfOf },
      { role: 'sponsor', onBehalfOf },
    ]);
    expect(await rolesOf(people.noor, open, '2026-02-01')).toHaveLength(2);
    expect(await rolesOf(people.noor, open, '2026-02-02')).toEqual([]);
    expect(await mayHere(as.noor, open)).toEqual(['gate.sign', 'gate.decide']);
    // A private problem stays unknown to who has no role in it.
    expect((await as.noor(`GET /api/problems/${hidden}/me`)).status).toBe(404);
    expect((await as.eva(`GET /api/problems/${open}/delegations`)).body.delegations).toHaveLength(1);
    expect((await as.noor('GET /api/me/delegations')).body.delegations).toHaveLength(1);
    expect((await as.sam('GET /api/me/delegations')).body.delegations).toEqual([]);
  });

  test('RM3 one role in one problem passes, and nothing else; nobody passes on what was passed to them', async () => {
    const url = `POST /api/problems/${open}/delegations`;
    expect((await as.eva(url, { role: 'sme', toUserId: people.noor.id, ...holidays })).status).toBe(201);
    expect(await rolesOf(people.noor, open)).toEqual([{ role: 'sme', onBehalfOf: people.eva.id }]);
    expect((await as.noor(url, { role: 'sme', toUserId: people.sam.id, ...holidays })).status).toBe(404);
    expect((await as.noor('POST /api/me/delegations', { toUserId: people.sam.id, ...holidays })).status).toBe(201);
    expect(await rolesOf(people.sam, open)).toEqual([{ role: 'sponsor', onBehalfOf: null }]);
    expect((await as.sam(url, { role: null, toUserId: people.noor.id, ...holidays })).status).toBe(201);
    expect(await rolesOf(people.noor, open)).toContainEqual({ role: 'sponsor', onBehalfOf: people.sam.id });
  });

  test('RM3 one’s own list names the problem of each, as long as one can see it', async () => {
    const { problemId, people: cast } = await talkingOn(
      team,
      { els: ['sme', 'sponsor'], rob: ['stakeholder'] },
      { isPrivate: true },
    );
    const { els, rob } = cast;
    await els.send(`POST /api/problems/${problemId}/delegations`, { role: 'sme', toUserId: rob.id, ...holidays });
    const titles = async (who: Sending) =>
      (await who('GET /api/me/delegations')).body.delegations.map(
        (each: { problemTitle: string | null }) => each.problemTitle,
      );
    expect(await titles(rob.send)).toEqual(['Machines that stop at night']);
    expect(await titles(els.send)).toEqual(['Machines that stop at night']);
    await els.send(`DELETE /api/problems/${problemId}/people/${rob.id}/roles/stakeholder`);
    expect(await titles(rob.send)).toEqual([null]);
    team.clock.advance(1);
    await els.send('POST /api/me/delegations', { toUserId: rob.id, ...holidays });
    expect(await titles(rob.send)).toEqual([null, null]);
  });

  test('RM3 a day that has passed, oneself, and who is not here are refused with a sentence', async () => {
    const late = await as.eva('POST /api/me/delegations', {
      ...holidays,
      toUserId: people.noor.id,
      until: '2026-01-04',
    });
    expect([late.status, late.body.error.code, late.body.error.params]).toEqual([
      422,
      'identity.delegation_passed',
      { given: '2026-01-04', today: '2026-01-05' },
    ]);
    expect((await as.eva('POST /api/me/delegations', { ...holidays, toUserId: people.eva.id })).status).toBe(409);
    expect((await as.eva('POST /api/me/delegations', { ...holidays, toUserId: 'nobody' })).status).toBe(404);
    const toOutsider = { role: 'sme', toUserId: people.noor.id, ...holidays };
    expect((await as.eva(`POST /api/problems/${hidden}/delegations`, toOutsider)).body.error.code).toBe(
      'identity.cannot_see',
    );
  });

  test('RM3 it is ended by either of the two, at once and once; by nobody else', async () => {
    const { body } = await as.eva('POST /api/me/delegations', { toUserId: people.noor.id, ...holidays });
    const [{ id }] = body.delegations;
    expect((await as.sam(`DELETE /api/me/delegations/${id}`)).status).toBe(404);
    expect(await mayHere(as.noor, open)).toHaveLength(2);
    expect((await as.noor(`DELETE /api/me/delegations/${id}`)).events).toEqual(['problem_access.delegation_ended']);
    expect((await as.eva(`DELETE /api/me/delegations/${id}`)).events).toEqual([]);
    expect(await rolesOf(people.noor, open)).toEqual([]);
    expect(await mayHere(as.noor, open)).toEqual([]);
  });

  test('RM3 who leaves signs for nobody, nobody signs for them, and who takes over is asked instead', async () => {
    await as.eva('POST /api/me/delegations', { toUserId: people.noor.id, ...holidays });
    await as.sam('POST /api/me/delegations', { toUserId: people.eva.id, ...holidays });
    expect((await as.sam(`POST /api/users/${people.eva.id}/handover`, { toUserId: people.sam.id })).status).toBe(403);
    const url = `POST /api/users/${people.eva.id}/handover`;
    const handed = await as.admin(url, { toUserId: people.sam.id });
    expect([handed.status, handed.body]).toEqual([200, { problems: 2, roles: 2, items: 0, conditions: 0 }]);
    expect(handed.events).toEqual(['problem_access.role_given', 'problem_access.role_given']);
    expect((await as.admin(url, { toUserId: people.sam.id })).body).toEqual({
      problems: 0,
      roles: 0,
      items: 0,
      conditions: 0,
    });
    expect((await as.admin(url, { toUserId: people.eva.id })).status).toBe(409);
    const left = await as.admin(`POST /api/users/${people.eva.id}/deactivation`);
    expect(left.events).toEqual([
      'problem_access.delegation_ended',
      'problem_access.delegation_ended',
      'user.deactivated',
    ]);
    expect(await rolesOf(people.noor, open)).toEqual([]);
    const own = await rolesOf(people.sam, open);
    expect(own).toContainEqual({ role: 'sme', onBehalfOf: null });
    expect(await rolesOf(people.sam, hidden)).toEqual([{ role: 'sme', onBehalfOf: null }]);
    expect((await as.admin(`POST /api/users/${people.sam.id}/handover`, { toUserId: people.eva.id })).status).toBe(409);
  });
});
