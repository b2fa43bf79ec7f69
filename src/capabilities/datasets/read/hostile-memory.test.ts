import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadingReport } from '../../../../test/kit/reading-process.ts';
import { workbookOf, zipOf } from '../../../../test/kit/zip.ts';

const mega = 1024 * 1024;
const wide = (columns: number, rows: number) =>
  `${Array.from({ length: columns }, (_, index) => `c${index}`).join(',')}\n${`${'1,'.repeat(columns - 1)}1\n`.repeat(rows)}`;
const row = '<row><c><v>1</v></c></row>';
const text = '<row><c t="inlineStr"><is><t>x</t></is></c></row>';

/** What each file is refused with; null: it is read. */
const expected: Record<string, string | null> = {
  'bomb.csv.gz': 'read.grows_too_much',
  'bomb.zip': 'read.grows_too_much',
  'endless.csv': 'read.line_too_long',
  'endless.jsonl': 'read.line_too_long',
  'swallowed.csv': 'read.line_too_long',
  'wide.csv': 'read.too_many_columns',
  'nul.csv': 'read.nul_bytes',
  'bytes.csv': 'read.not_utf8',
  'ragged.csv': 'read.bad_rows',
  'deep.jsonl': 'read.too_deep',
  'laughs.xlsx': 'read.broken_workbook',
  'texts.xlsx': 'read.too_large',
  'rows.xlsx': 'read.sheet_too_long',
  'cut.parquet': 'read.broken_parquet',
  'picture.csv': 'read.other_content',
  'long.csv': null,
  'mixed.jsonl': null,
};

let folder: string;
let reports: ReadingReport[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peil-hostile-'));
  await mkdir(join(folder, 'scratch'));
  await writeAll();
  reports = await readThem();
}, 240_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function writeAll(): Promise<void> {
  const write = (name: string, content: string | Buffer) => writeFile(join(folder, name), content);
  const zeros = Buffer.alloc(200 * mega, '0');
  await write('bomb.csv.gz', gzipSync(zeros));
  await write('bomb.zip', zipOf({ name: 'a.csv', content: zeros }));
  await writeLong('endless.csv', 'a,b\n1,');
  await writeLong('endless.jsonl', '{"a":"');
  await write('swallowed.csv', `a,b\n1,"x\n${'4,5\n'.repeat(20 * mega)}`);
  await write('wide.csv', wide(5000, 2000));
  await write('nul.csv', `a,b\n${'1,2\n'.repeat(mega)}3,\0\n`);
  await write('bytes.csv', Buffer.concat([Buffer.from(`a,b\n${'1,2\n'.repeat(mega)}`), Buffer.from([0xff, 0x0a])]));
  await write('ragged.csv', `a,b\n${'1,2\n1,2,3\n'.repeat(3 * mega)}`);
  await write('deep.jsonl', `{"a":${'['.repeat(10 * mega)}\n`);
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha">'.concat(
    ...Array.from({ length: 20 }, (_, n) => `<!ENTITY b${n} "${`&${n === 0 ? 'a' : `b${n - 1}`};`.repeat(10)}">`),
    ']><row><c t="inlineStr"><is><t>&b19;</t></is></c></row>',
  );
  await write('laughs.xlsx', workbookOf({ sheets: { a: laughs } }));
  await write(
    'texts.xlsx',
    workbookOf({ sheets: { a: text }, sharedStrings: `<si><t>${'x'.repeat(500)}</t></si>`.repeat(600_000) }),
  );
  await write('rows.xlsx', workbookOf({ sheets: { a: text + row.repeat(2_000_000) } }));
  await write('cut.parquet', Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(50 * mega)]));
  await write('picture.csv', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1'), Buffer.alloc(50 * mega)]));
  await write('long.csv', `a,b\n1,${'x'.repeat(50 * mega)}\n`);
  const mixed = Array.from({ length: 1000 }, (_, n) =>
    JSON.stringify({ n, m: n % 2 ? n : `${n}`, deep: { list: [n, [n]] } }),
  );
  await write('mixed.jsonl', `${mixed.join('\n')}\n`.repeat(200));
}

async function writeLong(name: string, beginning: string): Promise<void> {
  const file = await open(join(folder, name), 'w');
  await file.write(beginning);
  for (let mb = 0; mb < 100; mb += 1) await file.write(Buffer.alloc(mega, 'x'));
  await file.close();
}

async function readThem(): Promise<ReadingReport[]> {
  const script = join(import.meta.dirname, '..', '..', '..', '..', 'test', 'kit', 'reading-process.ts');
  const server = fork(script, [folder, ...Object.keys(expected)], { execArgv: [] });
  const heard: ReadingReport[] = [];
  server.on('message', (report: ReadingReport) => heard.push(report));
  await new Promise((resolve) => server.once('exit', resolve));
  return heard;
}

test.runIf(existsSync('/proc/self/status'))(
  'DE2 hostile files are refused, and the server stays within 200 MB of before',
  () => {
    expect(Object.fromEntries(reports.map(({ name, code }) => [name, code]))).toEqual(expected);
    expect(reports.filter(({ grown_mb }) => grown_mb >= 200)).toEqual([]);
  },
);

test.runIf(existsSync('/proc/self/status'))(
  'DE2 so do the server and all its processes together, but for texts of a workbook, which are held up to their limit',
  () => {
    const hostile = reports.filter(({ code, name }) => code !== null && name !== 'texts.xlsx');
    expect(hostile.filter(({ grownTogether_mb }) => grownTogether_mb >= 200)).toEqual([]);
  },
);

test.runIf(existsSync('/proc/self/status'))('DE2 the processes that read them stay within their own bounds', () => {
  expect(reports.filter(({ largestChild_mb }) => largestChild_mb >= 1024)).toEqual([]);
  expect(reports.every(({ largestChild_mb }) => largestChild_mb > 0)).toBe(true);
});

test('DE2 of what was refused nothing is left', async () => {
  const read = Object.values(expected).filter((code) => code === null).length;
  expect(await readdir(join(folder, 'scratch'))).toHaveLength(read);
});
