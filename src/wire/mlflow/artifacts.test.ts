import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';

const proxy = '/api/2.0/mlflow-artifacts/artifacts';

describeEachDatabase('artifacts over the protocol', (kit) => {
  let peil: TestPeil;
  let wire: Wire;
  let run_id: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    wire = wireTo(peil);
    await peil.app.listen({ host: '127.0.0.1', port: 0 });
  });
  beforeEach(async () => {
    run_id = (await wire('POST runs/create', {})).body.run.info.run_id;
  });
  afterAll(() => peil.close());

  const at = (path: string) => `${proxy}/0/${run_id}/artifacts/${path}`;
  const put = async (path: string, payload: string | Buffer) =>
    (await peil.app.inject({ method: 'PUT', url: at(path), payload, headers: { 'content-type': 'text/plain' } }))
      .statusCode;
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    peil.app.inject({ method: 'GET', url: at(path), headers });
  const list = async (path: string) =>
    (await peil.app.inject({ method: 'GET', url: `${proxy}?path=${encodeURIComponent(path)}` })).json().files;
  /** A client that tidies no address, as most libraries would: the status of what it is answered. */
  const asIs = async (method: string, path: string): Promise<number> => {
    const { port } = peil.app.server.address() as AddressInfo;
    const asked = request({ host: '127.0.0.1', port, method, path, agent: false });
    asked.end(method === 'PUT' ? 'hostile' : '');
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.resume();
    return answer.statusCode ?? 0;
  };
  const blobs = async (): Promise<number> => {
    const names = await readdir(join(peil.services.config.dataFolder, 'blobs', 'sha256'), { recursive: true });
    return names.filter((name) => /[0-9a-f]{64}$/.test(name)).length;
  };

  test('DS1 a file is kept as it was sent, shown to no browser, and listed', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 200, 1]);
    expect(await put('model/data.bin', bytes)).toBe(200);
    expect(await put('notes.txt', 'a note')).toBe(200);
    expect(await put('empty', '')).toBe(200);
    const answer = await get('model/data.bin');
    expect([answer.statusCode, answer.rawPayload]).toEqual([200, bytes]);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringContaining('attachment; filename="data.bin"'),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'content-length': '6',
    });
    expect((await get('empty')).rawPayload).toHaveLength(0);
    expect(await list(`0/${run_id}/artifacts`)).toEqual([
      { path: 'empty', is_dir: false, file_size: 0 },
      { path: 'model', is_dir: true },
      { path: 'notes.txt', is_dir: false, file_size: 6 },
    ]);
    expect(await list(`0/${run_id}/artifacts/model`)).toEqual([{ path: 'data.bin', is_dir: false, file_size: 6 }]);
    const ofRun = async (path: string) => (await wire('GET artifacts/list', { run_id, path })).body;
    expect(await ofRun('')).toMatchObject({
      root_uri: `mlflow-artifacts:/0/${run_id}/artifacts`,
      files: { length: 3 },
    });
    expect((await ofRun('model')).files).toEqual([{ path: 'model/data.bin', is_dir: false, file_size: 6 }]);
    expect((await ofRun('nowhere')).files).toBeUndefined();
  });

  test('DS1 ranges of bytes', async () => {
    await put('digits', '0123456789');
    const range = async (given: string) => {
      const { statusCode, body, headers } = await get('digits', { range: given });
      return [statusCode, statusCode === 416 ? '' : body, headers['content-range']];
    };
    expect(await range('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10']);
    expect(await range('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10']);
    expect(await range('bytes=-3')).toEqual([206, '789', 'bytes 7-9/10']);
    expect(await range('bytes=8-99')).toEqual([206, '89', 'bytes 8-9/10']);
    expect((await range('bytes=10-'))[0]).toBe(416);
    expect((await range('lines=1-2'))[0]).toBe(200);
  });

  test('DS1 what is sent again replaces what was there, and what nobody refers to is gone', async () => {
    await put('a.txt', `first of ${run_id}`);
    const before = await blobs();
    await put('a.txt', `second of ${run_id}`);
    await peil.services.jobs.runDue();
    expect([(await get('a.txt')).body, await blobs()]).toEqual([`second of ${run_id}`, before]);
    // The same content under another name is one blob, which stays as long as one of them.
    await put('b.txt', `second of ${run_id}`);
    expect(await blobs()).toBe(before);
    const remove = async (path: string) => (await peil.app.inject({ method: 'DELETE', url: at(path) })).statusCode;
    expect(await remove('a.txt')).toBe(200);
    await peil.services.jobs.runDue();
    expect((await get('b.txt')).body).toBe(`second of ${run_id}`);
    expect(await remove('a.txt')).toBe(404);
    expect((await peil.app.inject({ method: 'DELETE', url: `${proxy}/0/${run_id}` })).statusCode).toBe(200);
    await peil.services.jobs.runDue();
    expect([await blobs(), (await get('b.txt')).statusCode]).toEqual([before - 1, 404]);
  });

  test.each([
    '..%2f..%2fsecret',
    '%2e%2e/secret',
    '%252e%252e/secret',
    '%25252e%25252e%25252fsecret',
    'a/%2e%2e/%2e%2e/b',
    'a%5c..%5cb',
    '%2fetc%2fpasswd',
    'a%2f%2fb',
    'a%00b',
    'a%0ab',
    'a%23b',
    '.%2fa',
    'a/%2e/b',
  ])('DS1 a path that leads elsewhere is refused, and nothing is written: %s', async (path) => {
    const before = await blobs();
    for (const method of ['PUT', 'GET', 'DELETE']) expect(await asIs(method, at(path)), method).toBe(400);
    expect(await asIs('GET', `${proxy}?path=0/${run_id}/${path}`)).toBe(400);
    expect(await blobs()).toBe(before);
  });

  test.each(['C:%5cwindows', '%2e%2e', '%2fetc', '999/x/y', 'x/y/z'])(
    "DS1 a place that is nobody's is refused: %s",
    async (path) => {
      expect([400, 404]).toContain(await asIs('PUT', `${proxy}/${path}`));
    },
  );
});

test('RM3 artifacts are for who may see the problem of their experiment', async () => {
  const team = await inTeamMode();
  const member = await team.signIn('Member');
  const url = `${proxy}/0/some-run/artifacts/a.txt`;
  const ask = async (method: 'PUT' | 'GET' | 'DELETE', cookie = '') =>
    (await team.app.inject({ method, url, headers: { cookie }, ...(method === 'PUT' ? { payload: 'a' } : {}) }))
      .statusCode;
  for (const method of ['PUT', 'GET', 'DELETE'] as const) expect(await ask(method), method).toBe(401);
  expect(await ask('PUT', member.cookie)).toBe(200);
  expect(await ask('GET', member.cookie)).toBe(200);
  await team.close();
});
