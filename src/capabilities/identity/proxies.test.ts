import { expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../../test/kit/app.ts';
import type { Config } from '../../platform/config/config.ts';
import { offerFirstAdministrator } from './become-first-administrator.ts';

const ada = { name: 'Ada', email: 'ada@peil.example', password: 'the tide is at NAP zero' };
const proxy = '10.0.0.5';

async function claim(peil: TestPeil, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') {
  const offered = await offerFirstAdministrator(peil.services, 'http://localhost/');
  const answer = await peil.app.inject({
    method: 'POST',
    url: '/api/installation/first-administrator',
    headers,
    remoteAddress,
    payload: { ...ada, secret: offered?.link.split('#')[1] },
  });
  return String(answer.headers['set-cookie']);
}

const scenarios: [string, Partial<Config>, { headers?: Record<string, string>; from?: string }, RegExp][] = [
  ['plain http', {}, {}, /^peil_session=[\w-]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/],
  [
    'a public address over https',
    { publicUrl: 'https://peil.example.org/' },
    {},
    /^__Host-peil_session=.*; Path=\/; .*; Secure$/,
  ],
  [
    'a public address with a path',
    { publicUrl: 'https://example.org/peil/', basePath: '/peil/' },
    {},
    /^__Secure-peil_session=.*; Path=\/peil\/; .*; Secure$/,
  ],
  ['a path over http', { basePath: '/peil/' }, {}, /^peil_session=.*; Path=\/peil\/; .*SameSite=Lax$/],
  [
    'https told by a trusted proxy',
    { trustedProxies: [proxy] },
    { headers: { 'x-forwarded-proto': 'https' }, from: proxy },
    /^__Host-peil_session=.*; Secure$/,
  ],
  [
    'https told by anybody else',
    { trustedProxies: [proxy] },
    { headers: { 'x-forwarded-proto': 'https' }, from: '10.0.0.6' },
    /^peil_session=.*SameSite=Lax$/,
  ],
];

test.each(scenarios)('house the cookie behind %s', async (...[, config, { headers, from }, expected]) => {
  const peil = await openTestPeil({ team: true, ...config });
  const cookie = await claim(peil, headers, from);
  expect(cookie).toMatch(expected);
  const me = await peil.app.inject({
    url: '/api/me',
    headers: { ...headers, cookie: cookie.split(';')[0] ?? '' },
    ...(from === undefined ? {} : { remoteAddress: from }),
  });
  expect(me.statusCode).toBe(200);
  await peil.close();
});

test('house a session arrives with and without the path that a proxy strips', async () => {
  const peil = await openTestPeil({ team: true, basePath: '/peil/' });
  const cookie = (await claim(peil)).split(';')[0] ?? '';
  for (const url of ['/peil/api/me', '/api/me'])
    expect((await peil.app.inject({ url, headers: { cookie } })).statusCode).toBe(200);
  await peil.close();
});

test('house attempts are counted by the address that a trusted proxy tells, and by no other', async () => {
  const peil = await openTestPeil({ trustedProxies: [proxy] });
  const look = (from: string, told: string) =>
    peil.app.inject({
      method: 'POST',
      url: '/api/one-time-links/look',
      payload: { secret: 'x' },
      remoteAddress: from,
      headers: { 'x-forwarded-for': told },
    });
  for (let guesses = 0; guesses < 50; guesses += 1) await look(proxy, '203.0.113.1');
  expect((await look(proxy, '203.0.113.1')).statusCode).toBe(429);
  expect((await look(proxy, '203.0.113.2')).statusCode).toBe(404);
  for (let guesses = 0; guesses < 50; guesses += 1) await look('10.0.0.6', `203.0.113.${guesses + 10}`);
  expect((await look('10.0.0.6', '203.0.113.99')).statusCode).toBe(429);
  await peil.close();
});

test('house invitations carry the address that people use', async () => {
  const scenes: [Partial<Config>, Record<string, string>, string][] = [
    [{ publicUrl: 'https://example.org/peil/', basePath: '/peil/' }, {}, 'https://example.org/peil/join#'],
    [{ basePath: '/peil/' }, { host: 'localhost:4500' }, 'http://localhost:4500/peil/join#'],
  ];
  for (const [config, headers, expected] of scenes) {
    const peil = await openTestPeil({ team: true, ...config });
    const cookie = (await claim(peil, headers)).split(';')[0] ?? '';
    const answer = await peil.app.inject({
      method: 'POST',
      url: '/api/users/invitations',
      headers: { cookie, ...headers },
      payload: { email: 'bo@peil.example' },
    });
    expect(answer.json().link.startsWith(expected)).toBe(true);
    await peil.close();
  }
});

test('house in personal mode a request through a proxy is refused: it would be the owner', async () => {
  const peil = await openTestPeil();
  for (const headers of [{ 'x-forwarded-for': '203.0.113.1' }, { forwarded: 'for=203.0.113.1' }]) {
    const answer = await peil.app.inject({ url: '/api/me', headers });
    expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'identity.proxy_needs_team']);
  }
  await peil.close();
});

test.each([{ host: '0.0.0.0' }, { publicUrl: 'https://peil.example.org/' }, { trustedProxies: [proxy] }])(
  'house others can reach %j: everybody signs in',
  async (config) => {
    const peil = await openTestPeil(config);
    expect((await peil.app.inject({ url: '/api/me' })).statusCode).toBe(401);
    await peil.close();
  },
);

test('house a forwarded host counts only from a trusted proxy, and must then be one of ours', async () => {
  const peil = await openTestPeil({ trustedProxies: [proxy], allowedHosts: ['peil.example.org'] });
  const status = async (remoteAddress: string, host: string) =>
    (await peil.app.inject({ url: '/api/session', remoteAddress, headers: { 'x-forwarded-host': host } })).statusCode;
  expect(await status(proxy, 'peil.example.org')).toBe(200);
  expect(await status(proxy, 'evil.example')).toBe(403);
  expect(await status('10.0.0.6', 'evil.example')).toBe(200);
  const change = (origin: string, remoteAddress: string) =>
    peil.app.inject({
      method: 'POST',
      url: '/api/one-time-links/look',
      remoteAddress,
      headers: { origin, 'x-forwarded-host': 'peil.example.org', 'x-forwarded-proto': 'https' },
      payload: { secret: 'x' },
    });
  expect((await change('https://peil.example.org', proxy)).statusCode).toBe(404);
  expect((await change('https://evil.example', proxy)).statusCode).toBe(403);
  expect((await change('https://peil.example.org', '10.0.0.6')).statusCode).toBe(403);
  await peil.close();
});
