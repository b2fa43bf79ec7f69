import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../test/kit/app.ts';
import { openGatekeeper } from '../capabilities/identity/gatekeeper.ts';
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
