import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryOfAll, mostMemory } from '../../../test/kit/process-memory.ts';
import { type ServerProcess, startServer } from '../../../test/kit/server-process.ts';
import { zipOf } from '../../../test/kit/zip.ts';
import type { Import, Upload, Version } from './contract.ts';

const mega = 1024 * 1024;
const flights = `id,origin\n${Array.from({ length: 20_000 }, (_, id) => `${id},AMS\n`).join('')}`;
const row = (columns: number, cell: (index: number) => string) =>
  `${Array.from({ length: columns }, (_, at) => cell(at)).join(',')}\n`;

/** Each with what the person is told of it. */
const hostile: readonly [what: string, name: string, content: () => Buffer, code: string, en: string, nl: string][] = [
  [
    'a file with a lying extension',
    'lying.parquet',
    () => Buffer.from(flights),
    'read.other_content',
    'lying.parquet is said to be Parquet, but what is in it is text',
    'lying.parquet zou Parquet zijn',
  ],
  [
    'a zip bomb',
    'bomb.zip',
    () => zipOf({ name: 'a.csv', content: Buffer.alloc(200 * mega, '0') }),
    'read.grows_too_much',
    'bomb.zip',
    'bomb.zip',
  ],
  [
    'a CSV line without an end',
    'endless.csv',
    () => Buffer.concat([Buffer.from('a,b\n1,2\n3,'), Buffer.alloc(70 * mega, 'x')]),
    'read.line_too_long',
    'Line 3 of endless.csv',
    'Regel 3 van endless.csv',
  ],
  [
    'a CSV of 5,000 columns',
    'wide.csv',
    () => Buffer.from(row(5000, (at) => `c${at}`) + row(5000, String).repeat(200)),
    'read.too_many_columns',
    '5000',
    '5000',
  ],
];

/** Memory of processes is looked up in /proc. */
const canMeasure = existsSync('/proc/self/task');

let folder: string;
let server: ServerProcess;
let problem: string;
let version: Version;
let before_mb: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peil-hostile-imports-'));
  server = await startServer({ dataFolder: join(folder, 'data') });
  problem = `/api/problems/${(await ask<{ id: string }>('POST /api/problems', { title: 'Hostile' })).body.id}`;
  // What a healthy import, a question and receiving a large file take, is taken, and the processes beside the server are up.
  const { versionId } = await imported('flights.csv', Buffer.from(flights));
  version = (await ask<Version>(`GET ${problem}/dataset-versions/${versionId}`)).body;
  await ask(`POST ${problem}/dataset-versions/${versionId}/question`, { sql: 'select count(*) from data' });
  await ask(`DELETE ${problem}/uploads/${await sent('large.csv', Buffer.alloc(48 * mega, '1,2\n'))}`);
  before_mb = memoryOfAll(server.pid);
}, 120_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function ask<T>(request: string, payload?: object, language = 'en'): Promise<{ status: number; body: T }> {
  const [method = 'GET', path = ''] = request.split(' ');
  const answer = await fetch(`${server.address}${path}`, {
    method,
    headers: { 'accept-language': language, ...(payload ? { 'content-type': 'application/json' } : {}) },
    ...(payload ? { body: JSON.stringify(payload) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as T };
}

/** As the page does it, in parts. */
async function sent(name: string, content: Buffer): Promise<string> {
  const { id } = (await ask<Upload>(`POST ${problem}/uploads`, { name, size_bytes: content.length })).body;
  for (let offset = 0; offset < content.length; offset += 8 * mega)
    await fetch(`${server.address}${problem}/uploads/${id}/content?offset=${offset}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(content.subarray(offset, offset + 8 * mega)),
    });
  return id;
}

/** Sent, imported, and looked at until it has ended. */
async function imported(name: string, content: Buffer): Promise<Import> {
  const uploadIds = [await sent(name, content)];
  const begun = await ask<Import>(`POST ${problem}/dataset-imports`, { uploadIds, name: 'Flights' });
  for (;;) {
    const { body } = await ask<Import>(`GET ${problem}/dataset-imports/${begun.body.id}`);
    if (body.finishedAt !== null) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Everything of data that is on the disk, by its name. */
async function kept(): Promise<string[]> {
  const under = (...names: string[]) =>
    readdir(join(folder, 'data', ...names), { recursive: true, withFileTypes: true }).catch(() => []);
  const found = [...(await under('blobs')), ...(await under('temp')), ...(await under('uploads'))];
  return found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

test.runIf(canMeasure).each(hostile)(
  'PF7 %s is a failed import with a sentence; only the upload stays, and memory within 200 MB',
  async (...[, name, content, code, en, nl]) => {
    const given = content();
    const before = await kept();
    const { most_mb, result } = await mostMemory(server.pid, () => imported(name, given));
    expect(result).toMatchObject({ state: 'failed', versionId: null, failure: { code } });
    expect(result.failure?.message).toContain(en);
    const dutch = await ask<Import>(`GET ${problem}/dataset-imports/${result.id}`, undefined, 'nl');
    expect(dutch.body.failure?.message).toContain(nl);
    expect(dutch.body.failure?.message).not.toBe(result.failure?.message);
    const { versions } = (await ask<{ versions: Version[] }>(`GET ${problem}/dataset-versions`)).body;
    expect(versions.map(({ id }) => id)).toEqual([version.id]);
    const left = (await kept()).filter((path) => !before.includes(path));
    expect(left).toHaveLength(1);
    expect((await readFile(left[0] ?? '')).equals(given)).toBe(true);
    expect(most_mb - before_mb).toBeLessThan(200);
  },
);

const outside = () => join(folder, 'outside.csv');
const reaching: readonly [what: string, sql: () => string][] = [
  ['writes the data over', () => `copy (select 1) to '${blob()}'`],
  ['writes a file', () => `copy data to '${outside()}'`],
  ['writes a database', () => `attach '${outside()}' as x`],
  ['writes everything', () => `export database '${outside()}'`],
  ['writes a log', () => `from enable_logging('QueryLog', storage = 'file', storage_path = '${outside()}')`],
  ['reads a file of the system', () => `select * from read_csv('/etc/passwd')`],
  ['reads a file as a table', () => `select * from '/etc/passwd'`],
  ['reads the database of Peil', () => `select content from read_blob('${join(folder, 'data', '*')}')`],
  ['reads in a subquery', () => `select (select content from read_text('/etc/passwd'))`],
];
let blobs: string[] = [];
const blob = () => blobs[0] ?? '';

test.runIf(canMeasure)(
  'PF7 a box for SQL that tries to write or read files is told no, writes nothing, and takes no memory',
  async () => {
    const before = await kept();
    blobs = before.filter((path) => path.includes('blobs'));
    const contents = await Promise.all(blobs.map((path) => readFile(path)));
    const asked = `POST ${problem}/dataset-versions/${version.id}/question`;
    type Refusal = { error: { code: string; message: string } };
    const { most_mb } = await mostMemory(server.pid, async () => {
      for (const [what, sql] of reaching) {
        const english = await ask<Refusal>(asked, { sql: sql() });
        const dutch = await ask<Refusal>(asked, { sql: sql() }, 'nl');
        expect([what, english.status, dutch.status]).toEqual([what, 400, 400]);
        expect(english.body.error.code).toMatch(/^analytics\.(not_a_select|function_not_allowed|wrong_sql)$/);
        expect(dutch.body.error.message).not.toBe(english.body.error.message);
        expect(english.body.error.message).not.toContain('root:');
      }
    });
    expect(await kept()).toEqual(before);
    expect(existsSync(outside())).toBe(false);
    const now = await Promise.all(blobs.map((path) => readFile(path)));
    expect(now.every((content, at) => content.equals(contents[at] ?? Buffer.of()))).toBe(true);
    expect(most_mb - before_mb).toBeLessThan(200);
  },
);
