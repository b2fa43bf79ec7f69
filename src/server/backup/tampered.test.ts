import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { extract, type Header, pack } from 'tar-stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { openTestPeil } from '../../../test/kit/app.ts';
import { newPostgresDatabase } from '../../../test/kit/databases.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';
import { schemaSteps } from '../../migrations/index.ts';
import { DiskBlobs } from '../../platform/blobs/disk-blobs.ts';
import type { Config } from '../../platform/config/config.ts';
import { openPostgres } from '../../platform/db/database.ts';
import { contentsName, placeOf } from './archive-format.ts';
import { Ledger } from './ledger.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

// Each refusal is a restore of its own, and a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

const never = new AbortController().signal;
const run = { steps: schemaSteps, signal: never, report: () => {} };

interface TarEntry {
  header: Partial<Header> & { name: string };
  body: Buffer;
}

let made: string;
let good: Buffer;
let entries: readonly TarEntry[];
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'peil-good-'));
  const checkpointFolder = join(made, 'checkpoints');
  const peil = await openTestPeil({ checkpointFolder });
  await writtenProblem(peil);
  const { dataFolder } = peil.services.config;
  const blobs = await DiskBlobs.open(join(dataFolder, 'blobs'));
  for (const content of ['one', 'two']) await blobs.put(Readable.from([content]), { limit_bytes: 100 });
  await writeBackup(join(made, 'good.backup'), peil.services.config, run);
  await peil.close();
  good = await readFile(join(made, 'good.backup'));
  entries = await unpacked(good);
});
afterAll(() => rm(made, { recursive: true, force: true }));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peil-tampered-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function unpacked(backup: Buffer): Promise<TarEntry[]> {
  const tar = extract();
  tar.end(zstdDecompressSync(backup));
  const found: TarEntry[] = [];
  for await (const entry of tar) {
    const body: Buffer[] = [];
    for await (const chunk of entry) body.push(chunk as Buffer);
    found.push({ header: { name: entry.header.name }, body: Buffer.concat(body) });
  }
  return found;
}

async function packed(all: readonly TarEntry[]): Promise<Buffer> {
  const tar = pack();
  const chunks: Buffer[] = [];
  tar.on('data', (chunk) => chunks.push(chunk as Buffer));
  const ended = once(tar, 'end');
  for (const { header, body } of all) tar.entry(header, body);
  tar.finalize();
  await ended;
  return zstdCompressSync(Buffer.concat(chunks));
}

/** With sums that fit what is there: as somebody makes it who knows the format. */
function resummed(all: readonly TarEntry[]): TarEntry[] {
  const ledger = new Ledger();
  const rest = all.filter(({ header }) => header.name !== contentsName);
  for (const { header, body } of rest) {
    const counted = { name: header.name, size: body.length, sha256: createHash('sha256').update(body).digest('hex') };
    if (placeOf(header.name)?.section === 'blobs') ledger.addBlob(counted);
    else ledger.add(counted);
  }
  return [...rest, { header: { name: contentsName }, body: Buffer.from(JSON.stringify(ledger.contents())) }];
}

const named = (name: RegExp) => entries.findIndex(({ header }) => name.test(header.name));

function changed(name: RegExp, change: (text: string) => string): TarEntry[] {
  const index = named(name);
  const { header, body } = entries[index]!;
  return entries.with(index, { header, body: Buffer.from(change(body.toString())) });
}

const inserted = (index: number, ...added: TarEntry[]) => entries.toSpliced(index, 0, ...added);
const entry = (name: string, header: Partial<Header> = {}): TarEntry => ({
  header: { name, ...header },
  body: header.type && header.type !== 'file' ? Buffer.alloc(0) : Buffer.from('evil'),
});

const config = (databaseUrl: string | null = null) =>
  ({ dataFolder: join(folder, 'data'), checkpointFolder: join(folder, 'checkpoints'), databaseUrl }) as Config;

/** Refused in both languages, and the folder holds what it held before: the file itself. */
async function expectRefused(backup: Buffer, code: string, params: object = {}): Promise<void> {
  const file = join(folder, 'a.backup');
  await writeFile(file, backup);
  const refusal = restoreBackup(file, config(), run);
  await expect(refusal).rejects.toMatchObject({ code, params });
  const error = (await refusal.catch((reason: unknown) => reason)) as { text: (locale: string) => string };
  for (const locale of ['en', 'nl']) expect(error.text(locale)).toMatch(/^\S.*\.$/);
  expect(await readdir(folder)).toEqual(['a.backup']);
}

test('house the backup that the others are made from is restored', async () => {
  const file = join(folder, 'a.backup');
  await writeFile(file, await packed(resummed(entries)));
  await restoreBackup(file, config(), run);
  expect((await readdir(folder)).sort()).toEqual(['a.backup', 'checkpoints', 'data']);
  expect((await readdir(join(folder, 'data'))).sort()).toEqual(['blobs', 'peil.db']);
  const checkpoints = await readdir(join(folder, 'checkpoints'));
  expect(checkpoints).toContain('verifier-keys.txt');
  for (const name of checkpoints) {
    const saved = await readFile(join(made, 'checkpoints', name), 'utf8');
    expect(saved.startsWith(await readFile(join(folder, 'checkpoints', name), 'utf8'))).toBe(true);
  }
});

/** A few bits of Zstandard's frames mean nothing: changing them changes nothing of what was saved. */
async function isHarmless(backup: Buffer): Promise<boolean> {
  const same = (all: readonly TarEntry[]) => all.map(({ header, body }) => [header.name, body.toString('base64')]);
  return unpacked(backup).then(
    (found) => JSON.stringify(same(found)) === JSON.stringify(same(entries)),
    () => false,
  );
}

test('house a byte that was changed anywhere in what was saved is found', async () => {
  const code = expect.stringMatching(
    /^backup\.(unreadable_archive|damaged|not_a_backup|foreign_entry|newer_format|newer_steps)$/,
  );
  let found = 0;
  for (let index = 0; index < 40; index += 1) {
    const at = Math.floor(((good.length - 1) * index) / 39);
    const broken = Buffer.from(good);
    broken[at] = (broken[at] ?? 0) ^ 0x10;
    if (await isHarmless(broken)) continue;
    const file = join(folder, 'a.backup');
    await writeFile(file, broken);
    await expect(restoreBackup(file, config(), run), `byte ${at}`).rejects.toMatchObject({ code });
    expect(await readdir(folder)).toEqual(['a.backup']);
    found += 1;
  }
  expect(found).toBeGreaterThan(30);
});

test.each([0.01, 0.5, 0.99])('house a backup cut off after a share of %d is refused', (share) =>
  expectRefused(good.subarray(0, Math.floor(good.length * share)), 'backup.unreadable_archive'),
);

test('house a backup cut off between two entries is refused', async () => {
  await expectRefused(await packed(entries.slice(0, -1)), 'backup.unreadable_archive');
  await expectRefused(await packed(entries.slice(0, 2)), 'backup.unreadable_archive');
  await expectRefused(await packed([]), 'backup.unreadable_archive');
});

test('house an entry that is gone, or is another than was saved, is named', async () => {
  const part = /^database\/audit_event\//;
  const name = entries[named(part)]!.header.name;
  await expectRefused(await packed(entries.toSpliced(named(part), 1)), 'backup.damaged', { entry: name });
  const other = await packed(changed(part, (text) => text.replace('problem.created', 'problem.deleted')));
  await expectRefused(other, 'backup.damaged', { entry: name });
  const blob = entries[named(/^blobs\//)]!.header.name;
  await expectRefused(await packed(entries.toSpliced(named(/^blobs\//), 1)), 'backup.damaged', { entry: 'blobs/' });
  await expectRefused(await packed(changed(/^blobs\//, () => 'else')), 'backup.damaged', { entry: blob });
});

test.each([
  '../evil.txt',
  '/tmp/evil.txt',
  'checkpoints/../../evil.txt',
  'checkpoints/a/b.txt',
  'checkpoints/.txt',
  'checkpoints\\evil.txt',
  'C:\\evil.txt',
  'blobs/../evil',
  'blobs/sha256/00',
  'database/../evil/00000001.jsonl',
  'database/problem/1.jsonl',
  'peil.db',
  'secrets.key',
  '',
])('house an entry called "%s" is refused', async (name) => {
  for (const index of [0, 1, entries.length - 1, entries.length])
    await expectRefused(await packed(resummed(inserted(index, entry(name))).slice(0, -1)), 'backup.foreign_entry');
});

test.each(['symlink', 'link', 'directory', 'fifo', 'block-device', 'character-device', 'contiguous-file'] as const)(
  'house a %s is refused, whatever its name',
  async (type) => {
    const evil = entry('checkpoints/a.txt', { type, linkname: '/etc/passwd' });
    await expectRefused(await packed(inserted(1, evil)), 'backup.foreign_entry', { entry: 'checkpoints/a.txt' });
  },
);

test('house entries twice, out of order or behind the end are refused', async () => {
  for (const name of [/^header/, /^database\/problem\//, /^blobs\//, /^contents/]) {
    const again = entries[named(name)]!;
    await expectRefused(await packed(inserted(named(name), again)), 'backup.foreign_entry');
  }
  await expectRefused(await packed(resummed(entries.toReversed())), 'backup.foreign_entry');
  await expectRefused(await packed(inserted(entries.length, entry('checkpoints/a.txt'))), 'backup.foreign_entry');
});

test('house what is no backup, or one of a newer Peil, is refused', async () => {
  await expectRefused(Buffer.from('a text'), 'backup.not_a_backup');
  await expectRefused(Buffer.alloc(0), 'backup.not_a_backup');
  await expectRefused(gzipSync(zstdDecompressSync(good)), 'backup.not_a_backup');
  await expectRefused(zstdCompressSync(Buffer.from('a text')), 'backup.unreadable_archive');
  const header = (change: (given: Record<string, unknown>) => object) =>
    packed(resummed(changed(/^header/, (text) => JSON.stringify(change(JSON.parse(text) as Record<string, unknown>)))));
  await expectRefused(await header(() => ({ format: 'other' })), 'backup.not_a_backup');
  const newer = await header((given) => ({ ...given, version: 2, more: true }));
  await expectRefused(newer, 'backup.newer_format', { given: 2, known: 1 });
  const steps = [...schemaSteps.map(({ name }) => name), '9999-later'];
  await expectRefused(await header((given) => ({ ...given, steps })), 'backup.newer_steps', { steps: ['9999-later'] });
  await expectRefused(await header((given) => ({ ...given, steps: [] })), 'backup.damaged');
  await expectRefused(await header((given) => ({ ...given, tables: [] })), 'backup.damaged');
});

test('house rows that the schema does not allow are refused, with sums that fit', async () => {
  const refused = async (name: RegExp, change: (text: string) => string) =>
    expectRefused(await packed(resummed(changed(name, change))), 'backup.damaged');
  await refused(/^database\/problem\//, (text) => text + text);
  await refused(/^database\/problem\//, (text) => text.replaceAll(/\["[^"]+",/g, '["another",'));
  await refused(/^database\/problem\//, (text) => text.replace(/\["[^"]+",/, '[null,'));
  await refused(/^database\/problem\//, () => '[]\n');
  await refused(/^database\/problem\//, () => 'evil');
});

test('house what is there already is left alone', async () => {
  const file = join(folder, 'a.backup');
  await writeFile(file, good);
  for (const name of ['data', 'checkpoints']) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'mine.txt'), 'mine');
    await expect(restoreBackup(file, config(), run)).rejects.toMatchObject({ code: 'backup.folder_not_empty' });
    expect((await readdir(folder)).sort()).toEqual(['a.backup', name]);
    expect(await readdir(join(folder, name))).toEqual(['mine.txt']);
    await rm(join(folder, name), { recursive: true });
  }
  await writeFile(join(folder, 'data'), 'a file');
  await expect(restoreBackup(file, config(), run)).rejects.toMatchObject({ code: 'backup.not_writable' });
  await expect(restoreBackup(join(folder, 'none'), config(), run)).rejects.toMatchObject({
    code: 'backup.not_writable',
  });
  await rm(join(folder, 'data'));
  await expect(restoreBackup(join(folder, 'none'), config(), run)).rejects.toMatchObject({ code: 'backup.unreadable' });
  await mkdir(join(folder, 'data'));
  await restoreBackup(file, config(), run);
  expect(await readdir(join(folder, 'data'))).toContain('peil.db');
});

test('house a restore that is broken off leaves nothing', async () => {
  const file = join(folder, 'a.backup');
  await writeFile(file, good);
  const ending = new AbortController();
  const report = (share: number) => {
    if (share > 0) ending.abort();
  };
  await expect(restoreBackup(file, config(), { ...run, signal: ending.signal, report })).rejects.toThrow(/abort/i);
  expect(await readdir(folder)).toEqual(['a.backup']);
});

describe.runIf(inject('postgres').url)('on PostgreSQL', () => {
  test('house a backup that is damaged leaves the database empty, and one that is not empty stays', async () => {
    const { url, drop } = await newPostgresDatabase(inject('postgres').url ?? '');
    const database = await openPostgres(url, { connections: 1 });
    const tables = async () => (await database.reader.introspection.getTables()).map(({ name }) => name);
    const file = join(folder, 'a.backup');
    try {
      await writeFile(file, await packed(entries.slice(0, -1)));
      await expect(restoreBackup(file, config(url), run)).rejects.toMatchObject({ code: 'backup.unreadable_archive' });
      await writeFile(file, await packed(resummed(changed(/^database\/problem\//, (text) => text + text))));
      await expect(restoreBackup(file, config(url), run)).rejects.toMatchObject({ code: 'backup.damaged' });
      const another = (text: string) => text.replaceAll(/\["[^"]+",/g, '["another",');
      await writeFile(file, await packed(resummed(changed(/^database\/problem\//, another))));
      await expect(restoreBackup(file, config(url), run)).rejects.toMatchObject({ code: 'backup.damaged' });
      expect(await tables()).toEqual([]);
      expect(await readdir(folder)).toEqual(['a.backup']);
      await database.writer.schema.createTable('mine').addColumn('id', 'text').execute();
      await writeFile(file, good);
      await expect(restoreBackup(file, config(url), run)).rejects.toMatchObject({ code: 'backup.database_not_empty' });
      expect(await tables()).toEqual(['mine']);
      expect(await readdir(folder)).toEqual(['a.backup']);
    } finally {
      await database.close();
      await drop();
    }
  });
});
