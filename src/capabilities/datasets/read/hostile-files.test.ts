import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReading, type ReadingKit } from '../../../../test/kit/reading.ts';
import { workbookOf, zipOf } from '../../../../test/kit/zip.ts';

let kit: ReadingKit;
beforeAll(async () => {
  kit = await openReading();
});
afterAll(() => kit.close());

const png = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
const csv = 'a,b\n1,2\n';
const mega = 1024 * 1024;

async function refused(name: string, content: string | Uint8Array, options = {}): Promise<Record<string, unknown>> {
  const before = await kit.left();
  const read = await kit.read(name, content, { options }).then(
    () => null,
    (error: Record<string, unknown>) => error,
  );
  expect(await kit.left()).toEqual(before);
  if (read === null) throw new Error(`${name} was read`);
  expect(read).toMatchObject({ name: 'AppError' });
  return read;
}

test.each([
  ['a CSV called Parquet', 'a.parquet', csv, 'said to be Parquet, but what is in it is text'],
  ['a picture called CSV', 'a.csv', png, 'said to be CSV, but what is in it is a PNG picture'],
  [
    'an archive called CSV',
    'a.csv',
    zipOf({ name: 'a.csv', content: csv }),
    'said to be CSV, but what is in it is a zip',
  ],
  ['a packed file called CSV', 'a.csv', gzipSync(csv), 'said to be CSV, but what is in it is a gzip'],
  [
    'a picture inside an archive',
    'a.zip',
    zipOf({ name: 'a.csv', content: png }),
    'said to be CSV, but what is in it is a PNG',
  ],
  ['a picture with no name that says anything', 'a.dat', png, 'holds a PNG picture, which cannot be read'],
  ['a web page called CSV', 'a.csv', '<!DOCTYPE html><html></html>', 'what is in it is a web page'],
  ['JSON called CSV', 'a.csv', '{"a":1}\n', 'said to be CSV, but what is in it is JSON'],
  ['a CSV called JSON', 'a.jsonl', csv, 'said to be JSON, but what is in it is text'],
  ['a workbook called CSV', 'a.csv', workbookOf({ sheets: { a: '' } }), 'what is in it is Excel'],
  ['an old workbook', 'a.xls', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'an old Office document'],
  [
    'another Office document',
    'a.docx',
    zipOf({ name: '[Content_Types].xml', content: '' }),
    'another kind of Office document',
  ],
])('DE2 %s is refused for what it is', async (...[, name, content, sentence]) => {
  const error = await refused(name, content);
  expect(error['status']).toBe(415);
  expect(error['message']).toContain(sentence);
});

test.each([
  ['an empty file', 'a.csv', '', 'read.empty'],
  ['a mark and nothing else', 'a.csv', '\ufeff', 'read.empty'],
  ['a header only', 'a.csv', 'a,b\n', 'read.header_only'],
  ['an archive of nothing', 'a.zip', zipOf(), 'read.not_one_file'],
  [
    'an archive of two',
    'a.zip',
    zipOf({ name: 'a.csv', content: csv }, { name: 'b.csv', content: csv }),
    'read.not_one_file',
  ],
  ['an archive in an archive', 'a.csv.gz', gzipSync(gzipSync(csv)), 'read.archive_in_archive'],
  ['an archive that is cut off', 'a.csv.gz', gzipSync(csv.repeat(1000)).subarray(0, 30), 'read.broken_archive'],
  ['an archive that is no archive', 'a.zip', Buffer.from('PK\x03\x04 and then nothing'), 'read.broken_archive'],
  [
    'an archive that lies about a size',
    'a.zip',
    zipOf({ name: 'a.csv', content: csv, saidSize: 1 }),
    'read.broken_archive',
  ],
])('DE2 %s is refused', async (...[, name, content, code]) => {
  expect(await refused(name, content)).toMatchObject({ code, status: 422 });
});

test('DE2 a gzip bomb and a zip bomb are stopped while they grow', async () => {
  const zeros = Buffer.alloc(80 * mega, '0');
  expect(await refused('bomb.csv.gz', gzipSync(zeros))).toMatchObject({ code: 'read.grows_too_much', status: 413 });
  const bomb = zipOf({ name: 'a.csv', content: zeros });
  expect(bomb.length).toBeLessThan(mega);
  expect(await refused('bomb.zip', bomb)).toMatchObject({ code: 'read.grows_too_much', status: 413 });
});

test('DE2 a line that never ends is refused after 64 MB, one of 40 MB is read', async () => {
  const path = join(kit.folder, 'endless.csv');
  const file = await open(path, 'w');
  await file.write('a,b\n1,2\n3,');
  for (let mb = 0; mb < 66; mb += 1) await file.write(Buffer.alloc(mega, 'x'));
  await file.close();
  const endless = kit.readAt(path, 'endless.csv');
  await expect(endless).rejects.toMatchObject({ code: 'read.line_too_long', status: 422, params: { line: 3 } });
  const long = await kit.read('long.csv', `a,b\n1,${'x'.repeat(40 * mega)}\n`);
  expect(long.rows).toBe(1);
});

test('DE2 a quote that is never closed is found where it begins, whatever it swallows', async () => {
  const error = await refused('quote.csv', `a,b\n1,2\n3,"x\n${'4,5\n'.repeat(1000)}`);
  expect(error).toMatchObject({ code: 'read.open_quote', params: { line: 3 } });
  const swallowed = await refused('quote.csv', `a,b\n1,"x\n${'4,5\n'.repeat(17 * mega)}`);
  expect(swallowed).toMatchObject({ code: 'read.line_too_long', params: { line: 2 } });
});

test('DE2 2,000 columns are read, 5,000 are refused with their number', async () => {
  const wide = (columns: number) => {
    const header = Array.from({ length: columns }, (_, index) => `c_${index}`).join(',');
    return `${header}\n${`${Array.from({ length: columns }, (_, index) => index).join(',')}\n`.repeat(50)}`;
  };
  const error = await refused('wide.csv', wide(5000));
  expect(error).toMatchObject({ code: 'read.too_many_columns', params: { columns: 5000, limit: 2000 } });
  const read = await kit.read('wide.csv', wide(2000));
  expect([read.rows, new Set(read.columns.map(({ type }) => type))]).toEqual([50, new Set(['BIGINT'])]);
});

test('DE2 NUL bytes and bytes that are no UTF-8 are refused with their line', async () => {
  expect(await refused('nul.csv', 'a,b\n1,2\n3,\0\n')).toMatchObject({ code: 'read.nul_bytes', params: { line: 3 } });
  const bytes = Buffer.concat([Buffer.from(`a,b\n${'é,2\n'.repeat(70_000)}`), Buffer.from([0xe9, 0x2c, 0x33, 0x0a])]);
  expect(await refused('bytes.csv', bytes)).toMatchObject({ code: 'read.not_utf8', params: { line: 70_002 } });
  const cut = Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xe2, 0x82])]);
  expect(await refused('cut.csv', cut)).toMatchObject({ code: 'read.not_utf8', params: { line: 2 } });
});

test('DE2 rows that do not fit are refused with line and number, or left out and counted', async () => {
  const content = 'a,b\n1,2\n"3\n3",4\n5\n6,7,8\n"9"x,10\n11,12\n';
  const error = await refused('ragged.csv', content);
  expect(error).toMatchObject({ code: 'read.bad_rows', params: { columns: 2, count: 3, line: 5, found: 1 } });
  expect(error['message']).toContain('3 rows do not fit them, the first on line 5 (1 values)');
  const read = await kit.read('ragged.csv', content, { options: { badRows: 'skip' } });
  expect(read).toMatchObject({ rows: 3, skipped: 3 });
  expect(await kit.rowsOf(read)).toEqual([
    ['1', 2],
    ['3\n3', 4],
    ['11', 12],
  ]);
  expect(await refused('none.csv', 'a,b\n1\n', { badRows: 'skip' })).toMatchObject({ code: 'read.all_rows_bad' });
});

test('DE2 two columns of one name are refused, or numbered', async () => {
  const error = await refused('twice.csv', 'id,Name,name,id\n1,2,3,4\n');
  expect(error).toMatchObject({ code: 'read.duplicate_names', params: { names: ['name', 'id'] } });
  const read = await kit.read('twice.csv', 'id,Name,name,id\n1,2,3,4\n', { options: { duplicateNames: 'number' } });
  expect(read.columns.map(({ name }) => name)).toEqual(['id', 'Name', 'name_2', 'id_2']);
});

test('DE2 a file inside a gzip or zip is read as what it is', async () => {
  expect(await kit.read('a.csv.gz', gzipSync(csv))).toMatchObject({ format: 'csv', rows: 1 });
  const zip = zipOf({ name: '__MACOSX/a.csv', content: 'x' }, { name: 'folder/a.csv', content: csv });
  expect(await kit.read('a.zip', zip)).toMatchObject({ format: 'csv', rows: 1 });
});

test('DE2 every sentence says the name that the person knows, in both languages', async () => {
  const error = (await refused('mijn bestand.csv', 'a,b\n1\n')) as { text?: (locale: string) => string };
  expect(error.text?.('nl')).toBe(
    'mijn bestand.csv heeft 2 kolommen, en 1 rij past daar niet bij, de eerste op regel 2 (1 waarden). Herstel ze, geef een ander scheidingsteken of aanhalingsteken, of laat zulke rijen weglaten en tellen.',
  );
});
