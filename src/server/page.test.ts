import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../test/kit/app.ts';
import { httpServer } from '../platform/http/http-server.ts';
import { openLog } from '../platform/log/log.ts';
import { servePage } from './page.ts';

const html = `<html><head><meta name="peil-base" content="/" /><style nonce="peil-style-nonce"></style>
<script type="module" src="./assets/index-abc.js"></script></head></html>`;

let folder: string;
let peil: TestPeil;
beforeAll(async () => {
  peil = await openTestPeil();
  folder = await mkdtemp(join(tmpdir(), 'peil-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), html);
  await writeFile(join(folder, 'scheme.js'), '// scheme');
  await writeFile(join(folder, 'mark.svg'), '<svg/>');
  await writeFile(join(folder, 'assets', 'index-abc.js'), 'plain');
  await writeFile(join(folder, 'assets', 'index-abc.js.br'), 'packed');
});
afterAll(async () => {
  await peil.close();
  await rm(folder, { recursive: true, force: true });
});

async function serve(basePath: string) {
  const config = { ...peil.services.config, basePath };
  const app = httpServer(config, openLog('silent'));
  await servePage(app, config, folder);
  return app;
}

const asPage = { accept: 'text/html' };

test('house every address that wants a page gets it, with the nonce of its own policy', async () => {
  const app = await serve('/');
  for (const url of ['/', '/problems/42/value?field=first']) {
    const answer = await app.inject({ url, headers: asPage });
    const nonce = /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1];
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain(`<style nonce="${nonce}">`);
    expect(answer.body).toContain('src="/assets/index-abc.js"');
    expect(answer.headers['cache-control']).toBe('no-store');
  }
  await app.close();
});

test('house a program that asks for what is not there gets an error, not a page', async () => {
  const app = await serve('/');
  for (const given of [{ url: '/nowhere' }, { url: '/api/nowhere', headers: asPage }, { url: '/assets/nowhere.js' }]) {
    const answer = await app.inject(given);
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ error: { code: 'request.unknown_route' } });
  }
  await app.close();
});

test('house under a base path the page loads everything from there, kept or stripped by the proxy', async () => {
  const app = await serve('/peil/');
  for (const url of ['/peil/problems/42', '/problems/42']) {
    const { body } = await app.inject({ url, headers: asPage });
    expect(body).toContain('src="/peil/assets/index-abc.js"');
    expect(body).toContain('name="peil-base" content="/peil/"');
  }
  expect((await app.inject({ url: '/peil/assets/index-abc.js' })).statusCode).toBe(200);
  await app.close();
});

test('house hashed files are kept for ever, and sent as small as the browser takes them', async () => {
  const app = await serve('/');
  const url = '/assets/index-abc.js';
  const packed = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
  expect(packed.headers).toMatchObject({ 'content-encoding': 'br' });
  expect(packed.headers['cache-control']).toContain('immutable');
  expect((await app.inject({ url, headers: { 'accept-encoding': 'identity' } })).body).toBe('plain');
  expect((await app.inject({ url: '/scheme.js' })).headers['cache-control']).not.toContain('immutable');
  await app.close();
});
