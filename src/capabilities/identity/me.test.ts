import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil } from '../../../test/kit/people.ts';
import type { TestPeil } from '../../../test/kit/app.ts';

describeEachDatabase('me', (kit) => {
  let personal: TestPeil;
  let team: TeamPeil;
  beforeAll(async () => {
    personal = await kit.openPeil();
    team = await inTeamMode({}, kit.openPeil);
  });
  afterAll(() => Promise.all([personal.close(), team.close()]));

  test('PF2 in personal mode the owner needs no sign-in and holds every role', async () => {
    const answer = await personal.app.inject({ url: '/api/me' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ id: 'owner', mode: 'personal', holdsEveryRole: true });
  });

  test('PF2 in team mode nobody is anybody without signing in', async () => {
    const answer = await team.app.inject({ url: '/api/me' });
    expect(answer.statusCode).toBe(401);
    expect(answer.json().error.code).toBe('identity.sign_in_first');
  });

  test('PF2 a person is recognised by session and by token', async () => {
    const sam = await team.signIn('Sam');
    for (const answer of [await sam.inject({ url: '/api/me' }), await sam.injectWithToken({ url: '/api/me' })]) {
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toMatchObject({ id: sam.id, name: 'Sam', organisationRole: 'member', mode: 'team' });
    }
  });

  test('PF2 a person chooses name, language and colours; what is left out stays', async () => {
    const kim = await team.signIn('Kim');
    const changed = await kim.inject({ method: 'PATCH', url: '/api/me', payload: { locale: 'nl', scheme: 'dark' } });
    expect(changed.json()).toMatchObject({ name: 'Kim', locale: 'nl', scheme: 'dark', version: 2 });
    const wrong = await kim.inject({ method: 'PATCH', url: '/api/me', payload: { locale: 'de' } });
    expect(wrong.statusCode).toBe(400);
    const none = await team.app.inject({ method: 'PATCH', url: '/api/me', payload: { locale: 'nl' } });
    expect(none.statusCode).toBe(401);
  });
});
