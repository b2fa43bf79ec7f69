import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestPeil } from '../../../test/kit/app.ts';
import { type IdentityProvider, startIdentityProvider } from '../../../test/kit/identity-provider.ts';
import { inTeamMode, type TeamPeil } from '../../../test/kit/people.ts';

const people = {
  bo: { email: 'Bo@Peil.example', email_verified: true, name: 'Bo de Vries' },
  boagain: { email: 'bo@peil.example', email_verified: true },
  unverified: { email: 'cy@peil.example', email_verified: false },
  stranger: { email: 'stranger@elsewhere.example', email_verified: true },
  colleague: { email: 'dee@joins.example', email_verified: true, name: 'Dee' },
  subdomain: { email: 'eve@sub.joins.example', email_verified: true },
};

let provider: IdentityProvider;
let team: TeamPeil;
beforeAll(async () => {
  provider = await startIdentityProvider({
    redirectUri: 'http://localhost/api/session/oidc/callback',
    people,
  });
  team = await inTeamMode({
    oidcIssuer: provider.issuer,
    oidcClientId: provider.clientId,
    oidcClientSecret: provider.clientSecret,
    oidcJoinDomains: ['joins.example'],
  });
});
afterAll(() => Promise.all([team.close(), provider.close()]));
beforeEach(() => void team.happened());

const firstCookie = (answer: { headers: Record<string, unknown> }) =>
  [answer.headers['set-cookie']].flat().map((line) => String(line).split(';')[0] ?? '');

async function start(returnTo?: string) {
  const query = returnTo === undefined ? '' : `?returnTo=${encodeURIComponent(returnTo)}`;
  const answer = await team.app.inject({ url: `/api/session/oidc${query}` });
  return { location: String(answer.headers.location), cookie: firstCookie(answer)[0] ?? '', answer };
}

async function finish(back: string, cookie: string) {
  const { pathname, search } = new URL(back);
  const answer = await team.app.inject({ url: `${pathname}${search}`, headers: { cookie } });
  return { location: String(answer.headers.location), cookies: firstCookie(answer), answer };
}

async function signInAs(login: keyof typeof people, returnTo?: string) {
  const { location, cookie } = await start(returnTo);
  const back = await provider.signIn(location, login);
  return { back, cookie, ...(await finish(back, cookie)) };
}

async function meOf(cookies: readonly string[]) {
  const cookie = cookies.find((each) => each.startsWith('peil_session=')) ?? '';
  return (await team.app.inject({ url: '/api/me', headers: { cookie } })).json();
}

test('PF2 the browser goes to the provider with PKCE, state and nonce', async () => {
  const { location, answer } = await start();
  expect(answer.statusCode).toBe(302);
  const asked = new URL(location).searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThan(20);
  expect((await team.app.inject({ url: '/api/session' })).json().oidc).toEqual({
    provider: new URL(provider.issuer).host,
  });
});

test('PF2 an invited person joins by a verified e-mail address, returns as the same, and nobody takes their place', async () => {
  const payload = { email: 'bo@peil.example' };
  const invited = (await team.admin.inject({ method: 'POST', url: '/api/users/invitations', payload })).json();
  team.happened();
  const first = await signInAs('bo', 'problems/42');
  expect(first.location).toBe('http://localhost/problems/42');
  expect(team.happened()).toEqual(['user.joined', 'session.started']);
  expect(await meOf(first.cookies)).toMatchObject({ id: invited.userId, name: 'Bo de Vries' });
  const second = await signInAs('bo');
  expect(second.location).toBe('http://localhost/');
  expect(team.happened()).toEqual(['session.started']);
  const other = await signInAs('boagain');
  expect(other.location).toBe('http://localhost/sign-in?error=identity.not_invited');
  expect(team.happened()).toEqual(['session.refused']);
  await team.admin.inject({ method: 'POST', url: `/api/users/${invited.userId}/deactivation` });
  expect((await signInAs('bo')).location).toContain('error=identity.not_invited');
});

test('PF2 a known person is linked by the verified address; their roles stay', async () => {
  const eve = await team.admin.inject({
    method: 'POST',
    url: '/api/users/invitations',
    payload: { email: 'stranger@elsewhere.example', organisationRole: 'admin' },
  });
  const secret = eve.json().link.split('#')[1];
  const accepted = { secret, name: 'Stranger', password: 'the ferry leaves at nine' };
  await team.app.inject({ method: 'POST', url: '/api/invitations/accept', payload: accepted });
  team.happened();
  const linked = await signInAs('stranger');
  expect(team.happened()).toEqual(['user.linked', 'session.started']);
  expect(await meOf(linked.cookies)).toMatchObject({ name: 'Stranger', organisationRole: 'admin' });
});

test('PF2 an address that the provider does not vouch for opens nothing', async () => {
  await team.admin.inject({ method: 'POST', url: '/api/users/invitations', payload: { email: 'cy@peil.example' } });
  const { location, cookies } = await signInAs('unverified');
  expect(location).toContain('error=identity.not_invited');
  expect(cookies.some((each) => each.startsWith('peil_session='))).toBe(false);
});

test('PF2 colleagues of a domain that may join become members; of a domain below it they do not', async () => {
  const { cookies } = await signInAs('colleague');
  expect(team.happened()).toEqual(['user.joined', 'session.started']);
  expect(await meOf(cookies)).toMatchObject({ name: 'Dee', organisationRole: 'member', email: 'dee@joins.example' });
  expect((await signInAs('subdomain')).location).toContain('error=identity.not_invited');
});

test('house an answer of the provider is worth nothing twice, in another browser, changed, or too late', async () => {
  const used = await signInAs('colleague');
  expect((await finish(used.back, used.cookie)).location).toContain('error=identity.provider_refused');
  const { location, cookie } = await start();
  const back = await provider.signIn(location, 'colleague');
  expect((await finish(back, '')).location).toContain('error=identity.provider_refused');
  expect((await finish(back, 'peil_oidc=somebody-elses')).location).toContain('error=identity.provider_refused');
  const changed = new URL(back);
  changed.searchParams.set('state', 'forged');
  expect((await finish(changed.href, cookie)).location).toContain('error=identity.provider_refused');
  const late = await start();
  const backLate = await provider.signIn(late.location, 'colleague');
  team.clock.advance(601_000);
  expect((await finish(backLate, late.cookie)).location).toContain('error=identity.provider_refused');
});

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  'house the way back never leads to another site: %s',
  async (returnTo) => {
    expect((await signInAs('colleague', returnTo)).location).toBe('http://localhost/');
  },
);

test('PF2 sign-ins at the provider that nobody finishes are refused after fifty; finished ones are given back', async () => {
  const other = await openTestPeil({ team: true, oidcIssuer: provider.issuer, oidcClientId: 'peil' });
  const begin = () => other.app.inject({ url: '/api/session/oidc' });
  for (let begun = 0; begun < 50; begun += 1) expect((await begin()).headers.location).toContain(provider.issuer);
  expect((await begin()).headers.location).toContain('sign-in?error=request.too_many');
  await other.close();
  team.clock.advance(15 * 60_000);
  for (let begun = 0; begun < 49; begun += 1) await start();
  for (let finished = 0; finished < 2; finished += 1)
    expect((await signInAs('colleague')).location).toBe('http://localhost/');
});

test('house without a provider, or without an answer from it, the browser returns to the sign-in page', async () => {
  const off = await openTestPeil({ team: true });
  const offAnswer = await off.app.inject({ url: '/api/session/oidc' });
  expect(offAnswer.headers.location).toContain('sign-in?error=identity.provider_off');
  await off.close();
  const gone = await openTestPeil({ team: true, oidcIssuer: 'http://127.0.0.1:9', oidcClientId: 'peil' });
  const goneAnswer = await gone.app.inject({ url: '/api/session/oidc' });
  expect(goneAnswer.headers.location).toContain('sign-in?error=identity.provider_unreachable');
  await gone.close();
  const personal = await openTestPeil({ oidcIssuer: provider.issuer, oidcClientId: 'peil' });
  const personalAnswer = await personal.app.inject({ url: '/api/session/oidc' });
  expect(personalAnswer.headers.location).toContain('sign-in?error=identity.needs_team');
  await personal.close();
});
