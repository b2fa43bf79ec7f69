import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { eventsOf } from '../../../test/kit/people.ts';
import { change } from '../../platform/context/change.ts';
import { makeContext, systemActor } from '../../platform/context/context.ts';
import { openProblemAccess } from './problem-access.ts';
import { offerFirstAdministrator } from './become-first-administrator.ts';
import { problemRoles } from './permissions.ts';

const ada = { name: 'Ada', email: 'Ada@peil.example', password: 'the tide is at NAP zero' };

describeEachDatabase('from personal to team', (kit) => {
  test('PF2 the owner becomes the first administrator, keeps id and roles, and signs in from then on', async () => {
    const peil = await kit.openPeil();
    const ctx = makeContext(peil.services, { actor: systemActor, requestId: 'test' });
    for (const [problemId, isPrivate] of [
      ['a', false],
      ['b', true],
    ] as const)
      await change(ctx, (tx) =>
        openProblemAccess(tx, { problemId, private: isPrivate, creatorId: 'owner', creatorRoles: ['sme'] }),
      );
    const happened = eventsOf(peil);
    const open = (payload: object) => peil.app.inject({ method: 'POST', url: '/api/installation/team', payload });
    expect((await open({ ...ada, password: ada.name })).statusCode).toBe(400);
    expect(happened()).toEqual([]);
    const answer = await open(ada);
    expect(answer.statusCode).toBe(201);
    expect(happened()).toEqual(['installation.team_opened', 'session.started']);
    expect(answer.json()).toMatchObject({ id: 'owner', name: 'Ada', email: 'ada@peil.example', mode: 'team' });
    const sorted = [...problemRoles].sort();
    expect(answer.json().problemRoles).toEqual(['b', 'a'].map((problemId) => ({ problemId, roles: sorted })));
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    expect((await peil.app.inject({ url: '/api/me' })).statusCode).toBe(401);
    expect((await peil.app.inject({ url: '/api/problems/b/people', headers: { cookie } })).statusCode).toBe(200);
    const { email, password } = ada;
    const signedIn = await peil.app.inject({ method: 'POST', url: '/api/session', payload: { email, password } });
    expect(signedIn.statusCode).toBe(201);
    expect((await open(ada)).statusCode).toBe(401);
    const again = { method: 'POST' as const, url: '/api/installation/team', payload: ada, headers: { cookie } };
    expect((await peil.app.inject(again)).json().error.code).toBe('identity.already_team');
    await peil.close();
  });
});

test('PF2 a team asked for at the next start keeps what was done before, and stays a team after it', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'peil-team-'));
  const { buildApp } = await import('../../server/app.ts');
  const personal = await openTestPeil({});
  const { config } = personal.services;
  const start = (team: boolean) => buildApp({ ...config, dataFolder, team });
  const before = await start(false);
  const ctx = makeContext(before.services, { actor: systemActor, requestId: 'test' });
  const access = { problemId: 'p', private: true, creatorId: 'owner', creatorRoles: [] };
  await change(ctx, (tx) => openProblemAccess(tx, access));
  await before.app.inject({ method: 'PATCH', url: '/api/me', payload: { locale: 'nl' } });
  await before.app.inject({ method: 'PATCH', url: '/api/users/owner', payload: { email: 'early@peil.example' } });
  expect(await offerFirstAdministrator(before.services, '/')).toBeNull();
  await before.close();
  const team = await start(true);
  const offered = await offerFirstAdministrator(team.services, '/');
  const payload = { ...ada, secret: offered?.link.split('#')[1] };
  const url = '/api/installation/first-administrator';
  const claimed = await team.app.inject({ method: 'POST', url, payload });
  expect(claimed.json()).toMatchObject({ id: 'owner', locale: 'nl', problemRoles: [{ problemId: 'p' }] });
  await team.close();
  const later = await start(false);
  expect((await later.app.inject({ url: '/api/me' })).statusCode).toBe(401);
  await later.close();
  await personal.close();
  await rm(dataFolder, { recursive: true, force: true });
});
