import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { importFiles, uploadFile } from '../../../test/kit/importing.ts';
import { eventsOf } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { quietly } from '../../platform/context/change.ts';
import { hashManifest } from './manifest.ts';
import { getReadyVersion, listReadyVersions, type ReadyVersion } from './index.ts';
import { uploadLife_ms } from './upload-contract.ts';

const flights = 'date,delay,origin\n2001-01-01,12,BWI\n2001-01-02,-3,JFK\n2001-01-03,40,BWI\n';

describeEachDatabase('data sets and what comes into them', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  let path: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    problemId = (await send('POST /api/problems', { title: 'Late flights' })).body.id;
    path = `/api/problems/${problemId}`;
  });
  afterAll(() => peil.close());

  const folder = (...parts: string[]) => join(peil.services.config.dataFolder, ...parts);
  const csv = (content = flights, name = 'flights.csv') => ({ name, content });
  const importCsv = (content = flights, body: object = { name: 'Flights' }) =>
    importFiles(peil, { problemId, files: [csv(content)], body: { ...body } });
  const storedBlobs = async () =>
    (await readdir(folder('blobs', 'sha256'), { recursive: true })).filter((name) => name.length > 60).length;

  test('PF7 a file in parts goes on where it stopped, and becomes a version by its hash', async () => {
    const begun = await send(`POST ${path}/uploads`, { name: 'flights.csv', size_bytes: flights.length });
    expect(begun).toMatchObject({ status: 201, events: [], body: { received_bytes: 0, isComplete: false } });
    const url = `${path}/uploads/${begun.body.id}`;
    const part = (offset: number, payload: string) =>
      peil.app.inject({
        method: 'PUT',
        url: `${url}/content?offset=${offset}`,
        headers: { 'content-type': 'application/octet-stream' },
        payload,
      });
    expect((await part(0, flights.slice(0, 20))).json()).toMatchObject({ received_bytes: 20, isComplete: false });
    const again = await part(0, flights.slice(0, 20));
    expect(again.statusCode).toBe(409);
    expect(again.json().error.params).toEqual({ offset: 0, received_bytes: 20 });
    const early = await send(`POST ${path}/dataset-imports`, { uploadIds: [begun.body.id], name: 'Flights' });
    expect([early.status, early.body.error.code]).toEqual([409, 'dataset.upload_incomplete']);
    expect((await send(`GET ${url}`)).body.received_bytes).toBe(20);
    expect((await part(20, flights.slice(20))).json()).toMatchObject({ isComplete: true });

    const happened = eventsOf(peil);
    const imported = await send(`POST ${path}/dataset-imports`, { uploadIds: [begun.body.id], name: 'Flights' });
    expect(imported).toMatchObject({ status: 202, events: ['dataset.created', 'dataset_import.begun'] });
    expect(imported.body).toMatchObject({ state: 'waiting', files: ['flights.csv'], versionId: null });
    await peil.services.jobs.runDue();
    expect(happened()).toContain('dataset_version.imported');
    const done = (await send(`GET ${path}/dataset-imports/${imported.body.id}`)).body;
    expect(done).toMatchObject({ state: 'done', progress: 1, isSame: false, failure: null });

    const version = (await send(`GET ${path}/dataset-versions/${done.versionId}`)).body;
    expect(version).toMatchObject({ number: 1, kind: 'content', rows: 3, format: 'csv', isOneOff: true, erased: null });
    expect(version.columns.map((column: { name: string }) => column.name)).toEqual(['date', 'delay', 'origin']);
    expect(hashManifest(version.manifest).sha256).toBe(version.sha256);
    expect(version.digest).toBe(version.sha256.slice(0, 12));
    expect(await readdir(folder('uploads'))).toEqual([]);
    expect(await readdir(folder('temp', 'imports'))).toEqual([]);
    expect((await send(`GET ${path}/datasets`)).body.datasets).toMatchObject([
      { name: 'Flights', versionCount: 1, latest: { id: version.id, rows: 3 } },
    ]);
  });

  test('PF7 what others read is Parquet with the rows that were given', async () => {
    const { versionId } = await importCsv();
    const ready: ReadyVersion = await getReadyVersion(peil.services, peil.services.database.reader, {
      problemId,
      versionId: versionId ?? '',
    });
    const rows = await peil.services.analytics.query(
      'select origin, sum(delay)::integer as delay from read_parquet($1) group by 1 order by 1',
      [ready.parquet],
      { files: ready.parquet },
    );
    expect(rows).toEqual([
      { origin: 'BWI', delay: 52 },
      { origin: 'JFK', delay: -3 },
    ]);
    expect(await listReadyVersions(peil.services.database.reader, problemId)).toMatchObject([{ id: versionId }]);
    const elsewhere = getReadyVersion(peil.services, peil.services.database.reader, {
      problemId: 'other',
      versionId: versionId ?? '',
    });
    await expect(elsewhere).rejects.toMatchObject({ status: 404 });
  });

  test('PF7 the same content again answers the version that is there, other content is the next', async () => {
    const first = await importCsv();
    const blobs = await storedBlobs();
    const same = await importCsv();
    expect(same).toMatchObject({ state: 'done', isSame: true, versionId: first.versionId });
    expect(await storedBlobs()).toBe(blobs);
    const other = await importCsv(`${flights}2001-01-04,5,BWI\n`, { datasetId: first.datasetId, note: 'A day more' });
    expect(other).toMatchObject({ isSame: false, datasetId: first.datasetId });
    const { versions } = (await send(`GET ${path}/datasets/${first.datasetId}/versions`)).body;
    expect(versions.map(({ number, rows, note }: never) => [number, rows, note])).toEqual([
      [2, 4, 'A day more'],
      [1, 3, ''],
    ]);
    const [latest] = versions;
    const byDigest = await send(`GET ${path}/dataset-versions?sha256=${latest.digest}`);
    expect(byDigest.body.versions).toEqual([latest]);
  });

  test('PF7 several files of one shape are one version; of two shapes none', async () => {
    const files = [csv('a,b\n1,x\n', 'b.csv'), csv('a,b\n2,y\n', 'a.csv')];
    const { versionId } = await importFiles(peil, { problemId, files, body: { name: 'Both' } });
    const version = (await send(`GET ${path}/dataset-versions/${versionId}`)).body;
    expect(version.rows).toBe(2);
    expect(version.manifest.files.map((file: { path: string }) => file.path)).toEqual(['a.csv', 'b.csv']);
    const blobs = await storedBlobs();
    const odd = [csv('a,b\n1,x\n', 'a.csv'), csv('a,c\n2,y\n', 'b.csv')];
    const failed = await importFiles(peil, { problemId, files: odd, body: { name: 'Odd' } });
    expect(failed).toMatchObject({ state: 'failed', versionId: null });
    expect(failed.failure?.message).toContain('"b.csv" has a BIGINT, c VARCHAR');
    expect(await storedBlobs()).toBe(blobs);
    const twice = [
      await uploadFile(peil, { problemId, file: csv() }),
      await uploadFile(peil, { problemId, file: csv() }),
    ];
    const named = await send(`POST ${path}/dataset-imports`, { uploadIds: twice.map(({ id }) => id), name: 'Twice' });
    expect([named.status, named.body.error.code]).toEqual([422, 'dataset.same_file_name']);
  });

  test('PF7 of a file that cannot be read nothing is kept but the upload, to be tried in another way', async () => {
    const blobs = await storedBlobs();
    const upload = await uploadFile(peil, { problemId, file: { name: 'a.parquet', content: 'no parquet at all' } });
    const begun = await send(`POST ${path}/dataset-imports`, { uploadIds: [upload.id], name: 'Broken' });
    await peil.services.jobs.runDue();
    const read = (language: string) => send(`GET ${path}/dataset-imports/${begun.body.id}`, undefined, { language });
    const english = (await read('en')).body;
    const dutch = (await read('nl')).body;
    expect(english).toMatchObject({ state: 'failed', versionId: null });
    expect(english.failure.message).toContain('a.parquet');
    expect(dutch.failure.message).not.toBe(english.failure.message);
    expect(await storedBlobs()).toBe(blobs);
    expect((await send(`GET ${path}/datasets`)).body.datasets).toMatchObject([{ latest: null, versionCount: 0 }]);
    expect((await send(`GET ${path}/uploads/${upload.id}`)).body.isComplete).toBe(true);
    expect((await send(`DELETE ${path}/uploads/${upload.id}`)).status).toBe(200);
    expect((await send(`GET ${path}/uploads/${upload.id}`)).status).toBe(404);
    expect(await readdir(folder('uploads'))).not.toContain(upload.id);
  });

  test('PF7 an import that is stopped leaves nothing, and its upload free', async () => {
    const upload = await uploadFile(peil, { problemId, file: csv() });
    const begun = await send(`POST ${path}/dataset-imports`, { uploadIds: [upload.id], name: 'Stopped' });
    const used = await send(`POST ${path}/dataset-imports`, { uploadIds: [upload.id], name: 'Other' });
    expect([used.status, used.body.error.code]).toEqual([409, 'dataset.upload_used']);
    const stopped = await send(`POST ${path}/dataset-imports/${begun.body.id}/cancel`);
    expect(stopped).toMatchObject({ events: ['dataset_import.cancelled'], body: { state: 'cancelled' } });
    await peil.services.jobs.runDue();
    expect((await send(`GET ${path}/dataset-versions`)).body.versions).toEqual([]);
    expect((await send(`POST ${path}/dataset-imports/${begun.body.id}/cancel`)).status).toBe(409);
    const again = await send(`POST ${path}/dataset-imports`, { uploadIds: [upload.id], name: 'Stopped' });
    expect(again.status).toBe(202);
    await peil.services.jobs.runDue();
  });

  test('PF7 what does not fit is refused before it is sent, and more than was announced is not kept', async () => {
    const huge = await send(`POST ${path}/uploads`, { name: 'x.csv', size_bytes: 2 ** 50 });
    expect([huge.status, huge.body.error.code]).toEqual([413, 'dataset.file_too_large']);
    expect((await send(`POST ${path}/uploads`, { name: 'x.csv', size_bytes: 0 })).status).toBe(400);
    const { body } = await send(`POST ${path}/uploads`, { name: 'x.csv', size_bytes: 4 });
    const url = `${path}/uploads/${body.id}/content?offset=0`;
    const headers = { 'content-type': 'application/octet-stream' };
    const surplus = await peil.app.inject({ method: 'PUT', url, headers, payload: '12345678' });
    expect([surplus.statusCode, surplus.json().error.code]).toEqual([422, 'dataset.beyond_end']);
    const empty = await peil.app.inject({ method: 'PUT', url });
    expect([400, 409]).toContain(empty.statusCode);
    await send(`DELETE ${path}/uploads/${body.id}`);
  });

  test('PF7 uploads that nobody goes on with are removed', async () => {
    const upload = await uploadFile(peil, { problemId, file: csv() });
    peil.clock.advance(uploadLife_ms + 3_600_000);
    await peil.services.jobs.runDue();
    expect((await send(`GET ${path}/uploads/${upload.id}`)).status).toBe(404);
    expect(await readdir(folder('uploads'))).toEqual([]);
  });

  test('DS9 PF7 a version comes of a source, whose one-off extract shows with it', async () => {
    const source = (await send(`POST ${path}/data-sources`, { title: 'Board', extract: 'pipeline' })).body;
    const { versionId } = await importCsv(flights, { name: 'Flights', sourceId: source.id });
    const shown = () => send(`GET ${path}/dataset-versions/${versionId}`);
    expect((await shown()).body).toMatchObject({ sourceId: source.id, isOneOff: false });
    await send(`PATCH ${path}/data-sources/${source.id}`, { extract: 'one_off' }, { version: 1 });
    expect((await shown()).body.isOneOff).toBe(true);
  });

  test('PF7 a version is never changed or deleted', async () => {
    const { versionId } = await importCsv();
    const attempts = [
      sql`update dataset_version set note = 'x' where id = ${versionId}`,
      sql`delete from dataset_version where id = ${versionId}`,
      ...(kit.kind === 'sqlite'
        ? [sql`insert or replace into dataset_version select * from dataset_version where id = ${versionId}`]
        : []),
    ];
    for (const attempt of attempts)
      await expect(quietly(peil.services, (db) => attempt.execute(db))).rejects.toThrow(/never changed or deleted/);
  });

  test('PF7 one name is one data set; it can be renamed, removed and brought back', async () => {
    const { body } = await send(`POST ${path}/datasets`, { name: 'Flights' });
    const taken = await send(`POST ${path}/datasets`, { name: 'FLIGHTS' });
    expect([taken.status, taken.body.error.code]).toEqual([409, 'dataset.name_taken']);
    const url = `${path}/datasets/${body.id}`;
    const edited = await send(`PATCH ${url}`, { name: 'flights' }, { version: 1 });
    expect(edited).toMatchObject({ status: 200, events: ['dataset.edited'], body: { name: 'flights', version: 2 } });
    expect((await send(`PATCH ${url}`, { name: 'x' }, { version: 1 })).status).toBe(409);
    expect((await send(`DELETE ${url}`)).events).toEqual(['dataset.removed']);
    await send(`POST ${path}/datasets`, { name: 'Flights' });
    expect((await send(`POST ${url}/restore`)).body.error.code).toBe('dataset.name_taken');
    const other = `/api/problems/${(await send('POST /api/problems', { title: 'Other' })).body.id}`;
    for (const request of [`GET ${other}/datasets/${body.id}`, `DELETE ${other}/datasets/${body.id}`])
      expect((await send(request)).status).toBe(404);
  });
});
