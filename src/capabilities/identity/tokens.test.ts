import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil, type TestPerson } from '../../../test/kit/people.ts';
import { identityDb } from './tables.ts';

describeEachDatabase('API tokens', (kit) => {
  let team: TeamPeil;
  let ann: TestPerson;
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
    ann = await team.signIn('Ann');
  });
  afterAll(() => team.close());

  const create = (payload: object, authorization?: string) =>
    authorization === undefined
      ? ann.inject({ method: 'POST', url: '/api/me/tokens', payload })
      : team.app.inject({ method: 'POST', url: '/api/me/tokens', payload, headers: { authorization } });
  const meWith = (authorization: string) => team.app.inject({ url: '/api/me', headers: { authorization } });

  test('house a token is shown once, works as bearer and as the password of any user, and is revoked at once', async () => {
    team.happened();
    const created = await create({ name: 'training' });
    expect(created.statusCode).toBe(201);
    expect(team.happened()).toEqual(['token.created']);
    const { id, token } = created.json();
    expect(token).toMatch(/^peil_[\w-]{43}$/);
    const basic = `Basic ${Buffer.from(`whoever:${token}`).toString('base64')}`;
    for (const given of [`Bearer ${token}`, `bearer ${token}`, basic])
      expect((await meWith(given)).json()).toMatchObject({ id: ann.id });
    const list = await ann.inject({ url: '/api/me/tokens' });
    expect(list.json().tokens).toContainEqual(expect.objectContaining({ id, name: 'training', scope: 'write' }));
    expect(list.body).not.toContain(token);
    expect((await ann.inject({ method: 'DELETE', url: `/api/me/tokens/${id}` })).statusCode).toBe(204);
    expect(team.happened()).toEqual(['token.revoked']);
    expect((await meWith(`Bearer ${token}`)).json().error.code).toBe('identity.unknown_token');
    expect((await ann.inject({ method: 'DELETE', url: `/api/me/tokens/${id}` })).statusCode).toBe(404);
  });

  test('house a header that holds no token of ours is 401, on public addresses too', async () => {
    for (const given of ['Bearer peil_unknown', 'Basic YTpi', 'Basic ::', 'Bearer', 'x', 'Negotiate abc']) {
      expect((await meWith(given)).statusCode).toBe(401);
      expect((await team.app.inject({ url: '/api/session', headers: { authorization: given } })).statusCode).toBe(401);
    }
  });

  test('house a token that may only read is refused a change', async () => {
    const { token } = (await create({ name: 'dashboard', scope: 'read' })).json();
    const headers = { authorization: `Bearer ${token}` };
    expect((await team.app.inject({ url: '/api/me', headers })).statusCode).toBe(200);
    const answer = await team.app.inject({ method: 'PATCH', url: '/api/me', headers, payload: { locale: 'nl' } });
    expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'identity.read_only_token']);
  });

  test('house a token ends at its expiry', async () => {
    const expiresAt = team.clock.now() + 60_000;
    const { token } = (await create({ name: 'short', expiresAt })).json();
    expect((await meWith(`Bearer ${token}`)).statusCode).toBe(200);
    team.clock.advance(60_000);
    expect((await meWith(`Bearer ${token}`)).statusCode).toBe(401);
    expect((await create({ name: 'past', expiresAt })).json().error.code).toBe('identity.expiry_passed');
  });

  test('house a token makes no token that reaches further than itself', async () => {
    const expiresAt = team.clock.now() + 3_600_000;
    const maker = `Bearer ${(await create({ name: 'maker', expiresAt })).json().token}`;
    expect((await create({ name: 'longer' }, maker)).json().error.code).toBe('identity.token_outreaches');
    expect((await create({ name: 'as long', expiresAt }, maker)).statusCode).toBe(201);
  });

  test('house a token changes no password and ends no session', async () => {
    const asked = [
      { method: 'POST' as const, url: '/api/me/password', payload: { current: 'x', next: 'a long enough one' } },
      { method: 'DELETE' as const, url: '/api/me/sessions' },
    ];
    for (const options of asked)
      expect((await ann.injectWithToken(options)).json().error.code).toBe('identity.in_person_only');
  });

  test('house last use is marked once a minute at most', async () => {
    const { id, token } = (await create({ name: 'marked' })).json();
    const lastUsed = async () =>
      (await ann.inject({ url: '/api/me/tokens' })).json().tokens.find((each: { id: string }) => each.id === id)
        .lastUsedAt as number | null;
    expect(await lastUsed()).toBeNull();
    await meWith(`Bearer ${token}`);
    const first = await lastUsed();
    expect(first).toBe(team.clock.now());
    team.clock.advance(59_000);
    await meWith(`Bearer ${token}`);
    expect(await lastUsed()).toBe(first);
    team.clock.advance(1_000);
    await meWith(`Bearer ${token}`);
    expect(await lastUsed()).toBe(team.clock.now());
  });

  test('house tokens and sessions are stored as hashes only', async () => {
    const { token } = (await create({ name: 'hashed' })).json();
    const db = identityDb(team.services.database.reader);
    const rows = [
      ...(await db.selectFrom('api_token').selectAll().execute()),
      ...(await db.selectFrom('user_session').selectAll().execute()),
    ];
    const stored = JSON.stringify(rows);
    for (const secret of [token, ann.bearer, ann.cookie.split('=')[1]]) expect(stored).not.toContain(secret);
  });
});

test('house in personal mode a token works too, and a wrong one is refused', async () => {
  const peil = await openTestPeil();
  const { token } = (
    await peil.app.inject({ method: 'POST', url: '/api/me/tokens', payload: { name: 'mlflow' } })
  ).json();
  const meWith = (bearer: string) =>
    peil.app.inject({ url: '/api/me', headers: { authorization: `Bearer ${bearer}` } });
  expect((await meWith(token)).json()).toMatchObject({ id: 'owner' });
  expect((await meWith(`${token}x`)).statusCode).toBe(401);
  await peil.close();
});
