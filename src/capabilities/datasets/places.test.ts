import { createServer, type Server } from 'node:http';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { importFiles } from '../../../test/kit/importing.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';

describeEachDatabase('data that has a place elsewhere', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  let path: string;
  let server: Server;
  let url: string;
  let etag: string | null;
  let content: string;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      if (content === '') return response.writeHead(404).end();
      response.writeHead(200, etag === null ? {} : { etag });
      return response.end(content);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rows.csv`;
    peil = await kit.openPeil({ sourceAddresses: ['127.0.0.1'], sourceFolders: ['/nowhere'] });
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    [etag, content] = ['"one"', 'a,b\n1,x\n2,y\n'];
    problemId = (await send('POST /api/problems', { title: 'Places' })).body.id;
    path = `/api/problems/${problemId}`;
  });
  afterAll(async () => {
    await peil.close();
    server.closeAllConnections();
    server.close();
  });

  const connected = async (connection: object = { kind: 'http', url }) => {
    const source = `${path}/data-sources/${(await send(`POST ${path}/data-sources`, { title: 'Rows' })).body.id}`;
    await send(`PUT ${source}/connection`, { connection });
    return source;
  };
  const fetched = async (source: string, more: object = {}) => {
    const begun = await send(`POST ${source}/fetch`, { name: 'Rows', ...more });
    await peil.services.jobs.runDue();
    return (await send(`GET ${path}/dataset-imports/${begun.body.id}`)).body;
  };
  const blobs = async () =>
    (await readdir(join(peil.services.config.dataFolder, 'blobs', 'sha256'), { recursive: true })).filter(
      (name) => name.length > 60,
    );
  const version = async (id: string) => (await send(`GET ${path}/dataset-versions/${id}`)).body;

  test('DE1 an ETag that did not change brings no new version, whatever is sent with it', async () => {
    const source = await connected();
    const first = await fetched(source);
    expect((await version(first.versionId)).reading.places).toEqual([
      { file: 'rows.csv', kind: 'reference', id: '"one"', facts: { url, etag: '"one"' } },
    ]);
    content = 'a,b\n9,other\n';
    expect(await fetched(source)).toMatchObject({ state: 'done', isSame: true, versionId: first.versionId });
    etag = '"two"';
    const third = await fetched(source);
    expect(third).toMatchObject({ state: 'done', isSame: false });
    expect(await version(third.versionId)).toMatchObject({ number: 2, rows: 1, kind: 'content' });
  });

  test('DE1 read in another way, the same ETag is another version', async () => {
    const source = await connected();
    const first = await fetched(source);
    const other = await fetched(source, { options: { types: { a: 'VARCHAR' } } });
    expect(other).toMatchObject({ state: 'done', isSame: false });
    expect(other.versionId).not.toBe(first.versionId);
  });

  test('DE1 without an ETag the content itself says whether it is the same', async () => {
    etag = null;
    const source = await connected();
    const first = await fetched(source);
    expect((await version(first.versionId)).reading.places).toMatchObject([{ kind: 'observed', id: null }]);
    expect(await fetched(source)).toMatchObject({ isSame: true, versionId: first.versionId });
    content = 'a,b\n9,other\n';
    expect(await fetched(source)).toMatchObject({ isSame: false });
  });

  test('DE1 a reference keeps where it is, its hash and its profile, and no content', async () => {
    content = 'a,b\n1,x\n2,z\n';
    const source = await connected();
    const before = await blobs();
    const done = await fetched(source, { keep: 'place' });
    const kept = await version(done.versionId);
    expect(kept).toMatchObject({
      kind: 'reference',
      rows: 2,
      profile: 'complete',
      manifest: {
        files: [{ path: 'rows.csv', size: 12 }],
        external: { kind: 'reference', uri: url, version: '"one"' },
      },
    });
    expect((await send(`GET ${path}/dataset-versions/${done.versionId}/profile`)).body.profile.columns).toHaveLength(2);
    expect(await blobs()).toEqual(before);
    for (const [method, rest, body] of [
      ['POST', 'question', { sql: 'select * from data' }],
      ['GET', 'files/0', undefined],
    ] as const) {
      const refused = await send(`${method} ${path}/dataset-versions/${done.versionId}/${rest}`, body);
      expect([refused.status, refused.body.error.code]).toEqual([409, 'dataset.not_kept_here']);
    }
    expect(await fetched(source, { keep: 'place' })).toMatchObject({ isSame: true });
    expect(await fetched(source)).toMatchObject({ isSame: false });
  });

  test('DE1 what a place has is looked at again: the same, another, or gone', async () => {
    const source = await connected();
    const { versionId } = await fetched(source, { keep: 'place' });
    const check = () => send(`POST ${path}/dataset-versions/${versionId}/check`);
    expect(await check()).toMatchObject({ status: 200, events: ['dataset_version.checked'], body: { state: 'same' } });
    etag = '"two"';
    expect((await check()).body.state).toBe('changed');
    content = '';
    const gone = await check();
    expect(gone.body.state).toBe('gone');
    expect((await version(versionId)).placeCheck).toEqual(gone.body);
  });

  test('DE1 of a folder the moment of change tells; nothing tells where there is no mark', async () => {
    const folder = join(peil.services.config.dataFolder, `given-${problemId}`);
    await mkdir(folder);
    await writeFile(join(folder, 'jan.csv'), 'a\n1\n');
    await utimes(join(folder, 'jan.csv'), 1000, 1000);
    (peil.services.config.sourceFolders as string[]).push(folder);
    const { versionId } = await fetched(await connected({ kind: 'folder', path: folder }), { keep: 'place' });
    expect((await version(versionId)).kind).toBe('observed');
    const check = (id: string) => send(`POST ${path}/dataset-versions/${id}/check`);
    expect((await check(versionId)).body.state).toBe('same');
    await utimes(join(folder, 'jan.csv'), 2000, 2000);
    expect((await check(versionId)).body.state).toBe('changed');

    etag = null;
    const bare = await fetched(await connected(), { name: 'Bare' });
    expect((await check(bare.versionId)).body.error.code).toBe('dataset.no_mark');
    const files = [{ name: 'own.csv', content: 'a\n1\n' }];
    const uploaded = await importFiles(peil, { problemId, files, body: { name: 'Own' } });
    expect((await check(uploaded.versionId ?? '')).body.error.code).toBe('dataset.not_fetched');
  });
});
