import { createServer, type Server } from 'node:http';
import { mkdir, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';

describeEachDatabase('data that Peil fetches by itself', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let path: string;
  let server: Server;
  let address: string;
  const asked: (string | undefined)[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.headers.authorization);
      if (request.headers.authorization !== 'Bearer the-token') return response.writeHead(401).end();
      return response.end('a,b\n1,x\n2,y\n');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rows.csv`;
    peil = await kit.openPeil({ sourceAddresses: ['127.0.0.1'], sourceFolders: ['/nowhere'] });
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    path = `/api/problems/${(await send('POST /api/problems', { title: 'Fetching' })).body.id}`;
  });
  afterAll(async () => {
    await peil.close();
    server.close();
  });

  const newSource = async () =>
    `${path}/data-sources/${(await send(`POST ${path}/data-sources`, { title: 'Rows' })).body.id}`;
  const fetched = async (source: string, body: object = { name: 'Rows' }) => {
    const begun = await send(`POST ${source}/fetch`, body);
    expect(begun).toMatchObject({ status: 202 });
    await peil.services.jobs.runDue();
    return (await send(`GET ${path}/dataset-imports/${begun.body.id}`)).body;
  };

  test('DE1 a source is fetched with its token, which is kept apart and never shown', async () => {
    const source = await newSource();
    const connection = { kind: 'http', url: address, auth: 'bearer' };
    const written = await send(`PUT ${source}/connection`, { connection, secret: 'the-token' });
    expect(written).toMatchObject({ status: 200, events: ['data_source.connected'], body: { hasConnection: true } });
    expect((await send(`GET ${source}/connection`)).body).toEqual({ connection, hasSecret: true });
    const done = await fetched(source);
    expect(done).toMatchObject({ state: 'done', isSame: false, files: ['rows.csv'], failure: null });
    const version = (await send(`GET ${path}/dataset-versions/${done.versionId}`)).body;
    expect(version).toMatchObject({ rows: 2, manifest: { files: [{ path: 'rows.csv', size: 12 }] } });
    expect(asked).toContain('Bearer the-token');
    expect(await fetched(source)).toMatchObject({ isSame: true, versionId: done.versionId });
    const trail = await send('GET /api/audit/events');
    expect(JSON.stringify(trail.body)).not.toContain('the-token');
  });

  test('DE1 who names another place cannot have the password of the old one sent there', async () => {
    const source = await newSource();
    const write = (more: object, secret?: string) =>
      send(`PUT ${source}/connection`, {
        connection: { kind: 'http', url: address, auth: 'bearer', ...more },
        ...(secret === undefined ? {} : { secret }),
      });
    const isKept = async () => (await send(`GET ${source}/connection`)).body.hasSecret;
    await write({}, 'the-token');
    await write({ url: address.replace('rows', 'other') });
    expect(await isKept()).toBe(true);
    await write({ url: 'https://elsewhere.example.org/rows.csv' });
    expect(await isKept()).toBe(false);
    await write({}, 'the-token');
    await write({ auth: 'basic', user: 'eva' });
    expect(await isKept()).toBe(false);
    const postgres = { kind: 'postgres', host: 'db.example.org', database: 'a', user: 'reader', table: 'rows' };
    await send(`PUT ${source}/connection`, { connection: postgres, secret: 'the-password' });
    await send(`PUT ${source}/connection`, { connection: { ...postgres, tls: 'none' } });
    expect(await isKept()).toBe(false);
  });

  test('DE1 what cannot be fetched says why, and keeps nothing', async () => {
    const source = await newSource();
    const bare = await send(`POST ${source}/fetch`, { name: 'Rows' });
    expect([bare.status, bare.body.error.code]).toEqual([409, 'dataset.not_connected']);
    await send(`PUT ${source}/connection`, {
      connection: { kind: 'http', url: address, auth: 'bearer' },
      secret: 'wrong',
    });
    const refused = await fetched(source);
    expect(refused).toMatchObject({ state: 'failed', versionId: null });
    expect(refused.failure.message).not.toContain('wrong');
    expect((await send(`GET ${path}/dataset-versions`)).body.versions).toEqual([]);
    const gone = await send(`DELETE ${source}/connection`);
    expect(gone).toMatchObject({ events: ['data_source.disconnected'], body: { hasConnection: false } });
    expect((await send(`GET ${source}/connection`)).body).toEqual({ connection: null, hasSecret: false });
  });

  test.each([
    [{ kind: 'http', url: 'http://169.254.169.254/latest' }, 'connect.private_address', '--source-addresses'],
    [
      { kind: 'postgres', host: '10.0.0.8', database: 'a', user: 'u', table: 't' },
      'connect.private_address',
      '10.0.0.8',
    ],
    [
      { kind: 's3', endpoint: 'http://192.168.1.9:9000', region: 'eu-west-1', bucket: 'rows', key: 'a.csv' },
      'connect.private_address',
      '--source-addresses',
    ],
    [{ kind: 'folder', path: '/etc' }, 'connect.folder_not_allowed', '--source-folders'],
  ])('DE1 a place that nobody allowed is refused as it is written down: %j', async (connection, code, says) => {
    const source = await newSource();
    const refused = await send(`PUT ${source}/connection`, { connection, secret: 'hush' });
    expect([refused.status, refused.body.error.code, refused.events]).toEqual([422, code, []]);
    expect(refused.body.error.message).toContain(says);
    expect((await send(`GET ${source}/connection`)).body).toEqual({ connection: null, hasSecret: false });
  });

  test('DE1 all files of a folder that the operator allows are one version', async () => {
    const folder = join(peil.services.config.dataFolder, 'given');
    await mkdir(folder, { recursive: true });
    for (const [name, row] of [
      ['jan.csv', '1,x'],
      ['feb.csv', '2,y'],
    ])
      await writeFile(join(folder, name ?? ''), `a,b\n${row}\n`);
    (peil.services.config.sourceFolders as string[]).push(folder);
    const source = await newSource();
    await send(`PUT ${source}/connection`, { connection: { kind: 'folder', path: folder, pattern: '*.csv' } });
    const done = await fetched(source);
    expect(done).toMatchObject({ state: 'done', failure: null });
    expect(done.files.toSorted()).toEqual(['feb.csv', 'jan.csv']);
    const version = (await send(`GET ${path}/dataset-versions/${done.versionId}`)).body;
    expect(version.rows).toBe(2);
  });
});
