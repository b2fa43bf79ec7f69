import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { importFiles, uploadFile } from '../../../test/kit/importing.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';

const given = 'id;name;seen;price\n1;Eva;2026-01-05;1,50\n2;Tom;NA;2,25\n3;Rik;2026-01-07;3,00\n';

describeEachDatabase('how a file was read', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  let path: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    problemId = (await send('POST /api/problems', { title: 'Reading' })).body.id;
    path = `/api/problems/${problemId}`;
  });
  afterAll(() => peil.close());

  const brought = async (content: string | Buffer, body: object = { name: 'Rows' }) => {
    const done = await importFiles(peil, { problemId, files: [{ name: 'rows.csv', content }], body: { ...body } });
    return `${path}/dataset-versions/${done.versionId}`;
  };

  test('PF7 the version tells separator, decimals and encoding, and of each column what was refused', async () => {
    const { body } = await send(`GET ${await brought(given)}`);
    expect(body.reading).toEqual({
      dialect: { delimiter: ';', quote: '"', header: true, skipRows: 0, encoding: 'utf-8', decimal: ',' },
      sheet: null,
      skipped: 0,
      places: [],
    });
    const columns = Object.fromEntries(body.columns.map((each: { name: string }) => [each.name, each]));
    expect(columns['seen']).toMatchObject({ type: 'DATE', emptied: 1, note: null, personalData: 'unknown' });
    expect(columns['id']).toMatchObject({ emptied: 0 });
  });

  test('PF7 of several files what was refused adds up, and an ambiguous date is noted', async () => {
    const files = ['a', 'b'].map((name) => ({ name: `${name}.csv`, content: `n,d\nNA,01/02/2026\n5,03/04/2026\n` }));
    const done = await importFiles(peil, { problemId, files, body: { name: 'Both' } });
    const { body } = await send(`GET ${path}/dataset-versions/${done.versionId}`);
    expect(body.columns).toMatchObject([
      { name: 'n', emptied: 2 },
      { name: 'd', type: 'VARCHAR', note: 'ambiguous_date' },
    ]);
  });

  test('PF7 the diff tells what was read otherwise', async () => {
    await brought(given);
    peil.clock.advance(1000);
    const next = await brought(given.replaceAll(',', '.').replaceAll(';', '|').replace('2026-01-07', 'NA'));
    const { body } = await send(`GET ${next}/diff`);
    expect(body.diff.reading).toEqual(
      expect.arrayContaining([
        { column: null, what: 'delimiter', before: ';', after: '|' },
        { column: null, what: 'decimal', before: ',', after: '.' },
        { column: 'seen', what: 'emptied', before: '1', after: '2' },
      ]),
    );
    expect(body.diff.reading).toHaveLength(3);
  });

  test('PF7 what a column tells of people holds for every version of the data set', async () => {
    const first = await brought(given);
    const { datasetId } = (await send(`GET ${first}`)).body;
    const tag = (body: object) => send(`PUT ${path}/datasets/${datasetId}/column-tags`, body);
    const told = { column: 'name', personalData: 'personal', description: 'Who wrote it' };
    expect(await tag(told)).toMatchObject({ status: 200, events: ['dataset_column.tagged'], body: told });
    const next = await brought(given.replace('Eva', 'Ada'));
    for (const version of [first, next])
      expect((await send(`GET ${version}`)).body.columns[1]).toMatchObject({
        name: 'name',
        personalData: 'personal',
        description: 'Who wrote it',
      });
    expect((await tag({ ...told, personalData: 'special' })).body.personalData).toBe('special');
    const refused = await tag({ ...told, column: 'nothing' });
    expect([refused.status, refused.body.error.code]).toEqual([422, 'dataset.unknown_column']);
    expect(refused.body.error.message).toContain('price');
  });

  test('PF7 a file is shown as it would be read before it is imported, and told otherwise', async () => {
    const { id } = await uploadFile(peil, { problemId, file: { name: 'rows.csv', content: given } });
    const look = (body: object) => send(`POST ${path}/uploads/${id}/preview`, body);
    const { status, body, events } = await look({});
    expect([status, events]).toEqual([200, []]);
    expect(body).toMatchObject({
      format: 'csv',
      dialect: { delimiter: ';', decimal: ',', encoding: 'utf-8', header: true },
      columns: [{ name: 'id', type: 'BIGINT' }, { name: 'name' }, { name: 'seen', emptied: 1 }, { name: 'price' }],
      isWhole: true,
    });
    expect(body.rows).toHaveLength(3);
    expect(body.rows[1]).toEqual(['2', 'Tom', null, '2.25']);
    const other = await look({ options: { header: false, delimiter: '|' } });
    expect(other.body.columns).toHaveLength(1);
    expect(other.body.rows).toHaveLength(4);
    const wrong = await look({ options: { types: { name: 'BIGINT' } } });
    expect(wrong.status).toBe(422);
    expect((await send(`GET ${path}/uploads/${id}`)).body).toMatchObject({ isComplete: true });
    expect((await send(`GET ${path}/dataset-versions`)).body.versions).toEqual([]);
  });

  test('PF7 of a large text only the head is read for the preview', async () => {
    const lines = Array.from({ length: 300_000 }, (_, index) => `${index},"a, ${index}"`);
    const content = ['n,text', ...lines, 'last,of all'].join('\n');
    const { id } = await uploadFile(peil, { problemId, file: { name: 'large.csv', content } });
    const { body } = await send(`POST ${path}/uploads/${id}/preview`, {});
    expect(body).toMatchObject({ isWhole: false, columns: [{ name: 'n', type: 'BIGINT' }, { name: 'text' }] });
    expect(body.rows[19]).toEqual(['19', 'a, 19']);
  });

  test('PF7 what was given is had again byte for byte, and that is on record; the manifest has the hash', async () => {
    const version = await brought(given);
    const before = (await send('GET /api/audit/events')).body;
    const answer = await peil.app.inject({ method: 'GET', url: `${version}/files/0` });
    expect([answer.statusCode, answer.body]).toEqual([200, given]);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(Buffer.byteLength(given)),
      'content-disposition': `attachment; filename="rows.csv"; filename*=UTF-8''rows.csv`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const trail = (await send('GET /api/audit/events')).body;
    expect(JSON.stringify(trail)).toContain('dataset_version.downloaded');
    expect(JSON.stringify(before)).not.toContain('dataset_version.downloaded');
    const manifest = (await send(`GET ${version}/manifest`)).body;
    const { sha256 } = (await send(`GET ${version}`)).body;
    expect(
      createHash('sha256')
        .update(canonicalize(manifest) ?? '')
        .digest('hex'),
    ).toBe(sha256);
    const none = await send(`GET ${version}/files/1`);
    expect([none.status, none.body.error.code]).toEqual([404, 'dataset.no_such_file']);
    await send(`POST ${version}/erase`, { reason: 'Asked for.' });
    expect((await send(`GET ${version}/files/0`)).body.error.code).toBe('dataset.erased');
  });
});
