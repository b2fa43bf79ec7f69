import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil } from '../../../test/kit/people.ts';
import { openTestPeil } from '../../../test/kit/app.ts';

const password = 'the ferry leaves at nine';
const secretOf = (link: string) => link.split('#')[1] ?? '';
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['set-cookie']).split(';')[0] ?? '';

describeEachDatabase('people of the organisation', (kit) => {
  let team: TeamPeil;
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
  });
  afterAll(() => team.close());
  beforeEach(() => void team.happened());

  const post = (url: string, payload: object = {}) => team.admin.inject({ method: 'POST', url, payload });
  const accept = (secret: string, name = 'Bo') =>
    team.app.inject({ method: 'POST', url: '/api/invitations/accept', payload: { secret, name, password } });

  test('PF2 an invitation makes a person with the roles it promised, once', async () => {
    const problemId = await team.openProblem({ private: true });
    team.happened();
    const invited = await post('/api/users/invitations', {
      email: ' Bo@Peil.example'.trim(),
      problemRoles: [{ problemId, roles: ['sme', 'sponsor'] }],
    });
    expect(invited.statusCode).toBe(201);
    expect(team.happened()).toEqual(['user.invited', 'problem_access.role_given']);
    const { link, userId } = invited.json();
    expect(link).toMatch(/^http:\/\/localhost\/join#/);
    const look = await team.app.inject({
      method: 'POST',
      url: '/api/one-time-links/look',
      payload: { secret: secretOf(link) },
    });
    expect(look.json()).toMatchObject({ purpose: 'invitation', email: 'bo@peil.example' });
    const joined = await accept(secretOf(link));
    expect(joined.statusCode).toBe(201);
    expect(joined.json()).toMatchObject({
      id: userId,
      name: 'Bo',
      problemRoles: [{ problemId, roles: ['sme', 'sponsor'] }],
    });
    expect(team.happened()).toEqual(['user.joined', 'session.started']);
    expect((await accept(secretOf(link))).statusCode).toBe(404);
    const again = await post('/api/users/invitations', { email: 'bo@peil.example' });
    expect([again.statusCode, again.json().error.code]).toEqual([409, 'identity.email_taken']);
    const nowhere = { email: 'x@peil.example', problemRoles: [{ problemId: 'none', roles: ['sme'] }] };
    expect((await post('/api/users/invitations', nowhere)).json().error.code).toBe('identity.problem_not_found');
  });

  test('PF2 a second link replaces the first; both end after a week', async () => {
    const { link, userId } = (await post('/api/users/invitations', { email: 'cy@peil.example' })).json();
    const second = (await post(`/api/users/${userId}/invitation`)).json();
    expect((await accept(secretOf(link))).statusCode).toBe(404);
    const sessionBefore = team.clock.now();
    team.clock.advance(second.expiresAt - sessionBefore);
    expect((await accept(secretOf(second.link))).statusCode).toBe(404);
    team.clock.advance(sessionBefore - second.expiresAt);
    expect((await accept(secretOf(second.link), 'Cy')).statusCode).toBe(201);
    expect((await post(`/api/users/${userId}/invitation`)).json().error.code).toBe('identity.wrong_status');
  });

  test('PF2 an administrator hands over a link for a new password; it ends every session', async () => {
    const dee = await team.signIn('Dee');
    team.happened();
    const { link } = (await post(`/api/users/${dee.id}/password-reset`)).json();
    expect((await dee.inject({ url: '/api/me' })).statusCode).toBe(200);
    const reset = () =>
      team.app.inject({
        method: 'POST',
        url: '/api/password-resets/accept',
        payload: { secret: secretOf(link), password },
      });
    const done = await reset();
    expect(done.statusCode).toBe(201);
    expect(team.happened()).toEqual(['user.reset_offered', 'user.password_reset', 'session.started']);
    expect((await dee.inject({ url: '/api/me' })).statusCode).toBe(401);
    const me = await team.app.inject({ url: '/api/me', headers: { cookie: cookieOf(done) } });
    expect(me.json()).toMatchObject({ id: dee.id });
    expect((await reset()).statusCode).toBe(404);
  });

  test('PF2 a leaver loses sessions and tokens at once, and may return', async () => {
    const eve = await team.signIn('Eve');
    team.happened();
    expect((await post(`/api/users/${eve.id}/deactivation`)).json()).toMatchObject({ status: 'inactive' });
    expect(team.happened()).toEqual(['user.deactivated']);
    expect((await eve.inject({ url: '/api/me' })).statusCode).toBe(401);
    expect((await eve.injectWithToken({ url: '/api/me' })).statusCode).toBe(401);
    expect((await post(`/api/users/${eve.id}/deactivation`)).statusCode).toBe(409);
    const back = await team.admin.inject({ method: 'DELETE', url: `/api/users/${eve.id}/deactivation` });
    expect([back.statusCode, back.json().status]).toEqual([200, 'active']);
    expect(team.happened()).toEqual(['user.reactivated']);
  });

  test('PF2 who never joined is invited again after a return, and needs a new link', async () => {
    const { link, userId } = (await post('/api/users/invitations', { email: 'kai@peil.example' })).json();
    await post(`/api/users/${userId}/deactivation`);
    expect((await accept(secretOf(link))).statusCode).toBe(404);
    const back = await team.admin.inject({ method: 'DELETE', url: `/api/users/${userId}/deactivation` });
    expect(back.json()).toMatchObject({ status: 'invited' });
    const { link: second } = (await post(`/api/users/${userId}/invitation`)).json();
    expect((await accept(secretOf(second), 'Kai')).statusCode).toBe(201);
  });

  test('PF2 the last administrator can neither leave, nor be erased, nor become a member', async () => {
    const fay = await team.signIn('Fay', { organisationRole: 'admin' });
    const patch = (id: string, organisationRole: string) =>
      team.admin.inject({ method: 'PATCH', url: `/api/users/${id}`, payload: { organisationRole } });
    expect((await patch(fay.id, 'member')).statusCode).toBe(200);
    expect((await fay.inject({ url: '/api/users' })).statusCode).toBe(403);
    team.happened();
    for (const answer of [
      await patch(team.admin.id, 'member'),
      await post(`/api/users/${team.admin.id}/deactivation`),
      await post(`/api/users/${team.admin.id}/erasure`),
    ])
      expect([answer.statusCode, answer.json().error.code]).toEqual([409, 'identity.last_administrator']);
    expect(team.happened()).toEqual([]);
    expect((await patch(fay.id, 'admin')).json()).toMatchObject({ organisationRole: 'admin' });
    expect((await fay.inject({ url: '/api/users' })).statusCode).toBe(200);
  });

  test('PF2 two administrators who make each other member at once do not both succeed', async () => {
    const peil = await inTeamMode({}, kit.openPeil);
    const gus = await peil.signIn('Gus', { organisationRole: 'admin' });
    const demote = (by: typeof gus, id: string) =>
      by.inject({ method: 'PATCH', url: `/api/users/${id}`, payload: { organisationRole: 'member' } });
    const answers = await Promise.all([demote(peil.admin, gus.id), demote(gus, peil.admin.id)]);
    expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1);
    await peil.close();
  });

  test('PF2 an administrator corrects a name and an e-mail address, which nobody else may have', async () => {
    const jo = await team.signIn('Jo');
    team.happened();
    const update = (payload: object) => team.admin.inject({ method: 'PATCH', url: `/api/users/${jo.id}`, payload });
    const changed = await update({ name: 'Jo Smit', email: 'Jo.Smit@peil.example' });
    expect(changed.json()).toMatchObject({ name: 'Jo Smit', email: 'jo.smit@peil.example', version: 2 });
    expect(team.happened()).toEqual(['user.changed']);
    const other = (await team.admin.inject({ url: '/api/me' })).json().email;
    expect((await update({ email: other })).json().error.code).toBe('identity.email_taken');
    expect((await update({ email: 'JO.smit@peil.example' })).statusCode).toBe(200);
    expect((await update({ surname: 'Smit' })).statusCode).toBe(400);
    team.happened();
    expect((await update({})).statusCode).toBe(200);
    expect(team.happened()).toEqual([]);
    expect((await update({ name: 'Jo', organisationRole: 'admin' })).statusCode).toBe(200);
    expect(team.happened()).toEqual(['user.role_changed', 'user.changed']);
    expect((await update({ organisationRole: 'member' })).statusCode).toBe(200);
  });

  test('PF2 erasure takes name and e-mail address away and keeps the id', async () => {
    const hal = await team.signIn('Hal');
    team.happened();
    expect((await post(`/api/users/${hal.id}/erasure`)).json()).toMatchObject({
      id: hal.id,
      name: 'Erased person',
      email: null,
      status: 'erased',
    });
    expect(team.happened()).toEqual(['user.erased']);
    expect((await hal.inject({ url: '/api/me' })).statusCode).toBe(401);
    expect((await team.admin.inject({ method: 'DELETE', url: `/api/users/${hal.id}/deactivation` })).statusCode).toBe(
      409,
    );
  });

  test.each(['émile', 'ÉMILE', 'e\u0301mile'])('PF2 Émile is found as %s', async (q) => {
    await team.signIn(`Émile ${q.length}`);
    const { total } = (await team.admin.inject({ url: `/api/people?q=${encodeURIComponent(q)}` })).json();
    expect(total).toBeGreaterThan(0);
  });

  test('PF2 a new name is found, the old one is not', async () => {
    const zoe = await team.signIn('Zoë');
    await team.admin.inject({ method: 'PATCH', url: `/api/users/${zoe.id}`, payload: { name: 'Øystein' } });
    const find = async (q: string) =>
      (await team.admin.inject({ url: `/api/people?q=${encodeURIComponent(q)}` })).json().total;
    expect([await find('ØYST'), await find('ZOË')]).toEqual([1, 0]);
  });

  test('PF2 who is invited without a name is called by what stands before the @', async () => {
    const { userId } = (await post('/api/users/invitations', { email: 'lea.jans@peil.example' })).json();
    const { people } = (await team.admin.inject({ url: '/api/people?q=lea.jans' })).json();
    expect(people).toMatchObject([{ id: userId, name: 'lea.jans' }]);
  });

  test('PF2 people find each other by part of a name, in any case, without e-mail addresses', async () => {
    const ivy = await team.signIn('Ivy 100%_sure');
    const find = async (q: string): Promise<object> =>
      (await ivy.inject({ url: `/api/people?q=${encodeURIComponent(q)}` })).json<object>();
    expect(await find('iVY')).toMatchObject({ people: [{ id: ivy.id, name: 'Ivy 100%_sure' }], total: 1 });
    expect(await find('100%_s')).toMatchObject({ total: 1 });
    expect(await find('%')).toMatchObject({ total: 1 });
    expect(JSON.stringify(await find('ivy'))).not.toContain('@');
    const users = await team.admin.inject({ url: '/api/users?status=active&limit=1' });
    expect(users.json().users).toHaveLength(1);
    expect(users.json().total).toBeGreaterThan(1);
  });
});

test('PF2 in personal mode nobody is invited: first the team is opened', async () => {
  const peil = await openTestPeil();
  const payload = { email: 'x@peil.example' };
  const answer = await peil.app.inject({ method: 'POST', url: '/api/users/invitations', payload });
  expect([answer.statusCode, answer.json().error.code]).toEqual([409, 'identity.needs_team']);
  await peil.close();
});
