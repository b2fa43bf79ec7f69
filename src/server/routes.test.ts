import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../test/kit/app.ts';
import { inTeamMode } from '../../test/kit/people.ts';
import { sendingTo } from '../../test/kit/sending.ts';
import { openGatekeeper } from '../capabilities/identity/gatekeeper.ts';
import { mailSecret } from '../capabilities/notifications/mailer.ts';
import { httpServer } from '../platform/http/http-server.ts';
import { serveRoutes } from '../platform/http/serve-routes.ts';
import { routes } from './capabilities.ts';
import { serverRoutes } from './routes.ts';

let peil: TestPeil;
beforeAll(async () => {
  peil = await openTestPeil();
});
afterAll(() => peil.close());

test('house the contract, which anybody may ask for, is built once', async () => {
  let built = 0;
  const all = () => {
    built += 1;
    return routes;
  };
  const app = httpServer(peil.services.config, peil.services.log);
  serveRoutes(app, peil.services, { routes: serverRoutes(all), gatekeeper: openGatekeeper() });
  const first = await app.inject({ url: '/openapi.json' });
  const second = await app.inject({ url: '/openapi.json' });
  expect(built).toBe(1);
  expect(first.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(first.json()).toMatchObject({ openapi: '3.1.0', paths: { '/healthz': {} } });
  expect(second.body).toBe(first.body);
  await app.close();
});

test('house an administrator has every secret sealed with a new key, and what was sealed before opens', async () => {
  const team = await inTeamMode({ smtpHost: 'mail.invalid', smtpFrom: 'Peil <peil@peil.example>', smtpUser: 'peil' });
  const member = sendingTo(team, (options) => team.admin.inject(options));
  await member('PUT /api/mail-server/password', { password: 'correct horse' });
  const { secrets, config } = team.services;
  expect(await secrets.find(mailSecret)).toBe('correct horse');
  const before = (await readFile(config.secretsKeyFile, 'utf8')).split('\n').filter((line) => /^[0-9a-f]/.test(line));
  const rotated = await member('POST /api/secrets/key-rotation');
  expect(rotated).toMatchObject({ status: 200, body: { secrets: 1, keyFile: config.secretsKeyFile } });
  expect(rotated.events).toEqual(['secrets.key_rotated']);
  const after = (await readFile(config.secretsKeyFile, 'utf8')).split('\n').filter((line) => /^[0-9a-f]/.test(line));
  // The new key first; the one before it opens the backups of until now.
  expect(after).toEqual([expect.stringContaining(rotated.body.keyId), ...before]);
  expect(await secrets.find(mailSecret)).toBe('correct horse');
  await team.close();
});
