import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { newPostgresDatabase } from '../../../test/kit/databases.ts';
import { serveInProcess, type ServingProcess } from '../../../test/kit/serving-process.ts';
import { verifyDatabase } from '../../capabilities/audit/index.ts';
import { runTerminal } from '../../cli/run-terminal.ts';
import { schemaSteps } from '../../migrations/index.ts';
import { DiskBlobs } from '../../platform/blobs/disk-blobs.ts';
import { systemClock } from '../../platform/clock.ts';
import { readConfig } from '../../platform/config/read-config.ts';
import type { Config } from '../../platform/config/config.ts';
import { type Database, type DatabaseKind, openPostgres, openSqlite } from '../../platform/db/database.ts';
import { migrate } from '../../platform/db/migrate.ts';
import { buildApp } from '../app.ts';
import { restoreBackup } from './restore-backup.ts';
import { schemaOf } from './schema-of.ts';
import { columnList, quoted } from './snapshot.ts';
import { type BackupMade, writeBackup } from './write-backup.ts';

const slow = { timeout: 120_000 };
const run = { steps: schemaSteps, signal: new AbortController().signal, report: () => {} };

let folder: string;
const drops: (() => Promise<void>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peil-backup-'));
});
afterEach(async () => {
  for (const drop of drops.splice(0)) await drop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

interface Place {
  config: Config;
  drop: () => Promise<void>;
}

/** A place for an installation of its own: `data`, `data-checkpoints`, and a new database where it is PostgreSQL. */
async function makePlace(kind: DatabaseKind, data: string): Promise<Place> {
  const postgres = kind === 'postgres' ? await newPostgresDatabase(inject('postgres').url ?? '') : null;
  const options = { data: [data], ...(postgres ? { database: [postgres.url] } : {}) };
  const config = readConfig(options, { env: {}, home: data, folder: data });
  return { config, drop: postgres?.drop ?? (async () => {}) };
}

/** A place that goes with the test. */
async function placeFor(kind: DatabaseKind, name: string): Promise<Config> {
  const { config, drop } = await makePlace(kind, join(folder, name));
  drops.push(drop);
  return config;
}

const open = async ({ databaseUrl, dataFolder }: Config): Promise<Database> =>
  databaseUrl ? openPostgres(databaseUrl, { connections: 2 }) : openSqlite({ path: join(dataFolder, 'peil.db') });

async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await open(config);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function post(address: string, title: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${address}/api/problems`, { method: 'POST', headers, body: JSON.stringify({ title }) });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** A run as a client logs it: what it is kept under is numbered by the database. */
async function logRun(address: string, name: string): Promise<void> {
  const tell = async (path: string, message: object) => {
    const headers = { 'content-type': 'application/json' };
    const url = `${address}/api/2.0/mlflow/${path}`;
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(message) });
    const said = (await answer.json()) as { experiment_id: string; run: { info: { run_id: string } } };
    expect(answer.status, JSON.stringify(said)).toBe(200);
    return said;
  };
  const { experiment_id } = await tell('experiments/create', { name });
  const { run: begun } = await tell('runs/create', { experiment_id });
  await tell('runs/log-metric', { run_id: begun.info.run_id, key: 'auc', value: 0.9, timestamp: 1 });
}

interface Writing {
  acknowledged: string[];
  stop: () => Promise<void>;
}

/** Writers that go on until they are stopped; `acknowledged` grows meanwhile. */
function writeOn(address: string, writers: number): Writing {
  const acknowledged: string[] = [];
  const writing = { isOn: true };
  const write = async (writer: number) => {
    for (let number = 1; writing.isOn; number += 1)
      acknowledged.push(await post(address, `Writer ${writer}, ${number} ✓`));
  };
  const all = Promise.all(Array.from({ length: writers }, (_, index) => write(index)));
  return {
    acknowledged,
    stop: async () => {
      writing.isOn = false;
      await all;
    },
  };
}

const haveWritten = ({ acknowledged }: Writing, count: number) =>
  vi.waitFor(() => expect(acknowledged.length).toBeGreaterThanOrEqual(count), { timeout: 60_000 });

async function column(database: Database, query: string): Promise<string[]> {
  const { rows } = await sql.raw<{ value: string }>(query).execute(database.reader);
  return rows.map(({ value }) => value).sort();
}

/** The chain verifies, and the problems are exactly those whose beginning is in it. */
async function expectConsistent(config: Config): Promise<string[]> {
  return withDatabase(config, async (database) => {
    const verdict = await verifyDatabase({ database, config, clock: systemClock });
    expect(verdict).toMatchObject({ intact: true, findings: [], tornFiles: [] });
    const problems = await column(database, 'select id as value from problem');
    const created = `select subject_id as value from audit_event where type = 'problem.created'`;
    expect(await column(database, created)).toEqual(problems);
    expect(await column(database, 'select problem_id as value from problem_summary')).toEqual(problems);
    // What is append-only still is.
    await expect(sql`delete from audit_event`.execute(database.writer)).rejects.toThrow(/append-only/);
    return problems;
  });
}

const hasPostgres = inject('postgres').url !== undefined;
const kinds = hasPostgres ? (['sqlite', 'postgres'] as const) : (['sqlite'] as const);
const kept = ['', 'a picture', 'x'.repeat(300_000)];

describe.each(kinds)('from %s', (from) => {
  let made: string;
  let source: Place;
  let backup: BackupMade;
  /** what had been acknowledged when the backup began, and when it ended */
  let before: string[];
  let after: string[];
  let server: ServingProcess | undefined;
  let ended: number | null;
  beforeAll(async () => {
    made = await mkdtemp(join(tmpdir(), 'peil-made-'));
    source = await makePlace(from, join(made, 'source'));
    const blobs = await DiskBlobs.open(join(source.config.dataFolder, 'blobs'));
    for (const content of kept) await blobs.put(Readable.from([content]), { limit_bytes: 1e6 });
    server = await serveInProcess(source.config);
    await logRun(server.address, 'Before the backup');
    const load = writeOn(server.address, 6);
    await haveWritten(load, 25);
    before = [...load.acknowledged];
    backup = await writeBackup(join(made, 'one.backup'), source.config, run);
    after = [...load.acknowledged];
    // Each of the six has written something that no backup may hold.
    await haveWritten(load, after.length + 13);
    await load.stop();
    ended = await server.stop();
  }, slow.timeout);
  afterAll(async () => {
    // Where the set-up failed it still runs.
    await server?.kill();
    await source.drop();
    await rm(made, { recursive: true, force: true, maxRetries: 5 });
  });

  test.each(kinds)('RM3 a backup taken while people write is one moment, and starts again on %s', slow, async (to) => {
    expect(ended).toBe(0);
    const target = await placeFor(to, 'target');
    const restored = await restoreBackup(join(made, 'one.backup'), target, run);
    expect(restored).toMatchObject({ rows: backup.rows, blobs: kept.length });
    const problems = await expectConsistent(target);
    expect(before.filter((id) => !problems.includes(id))).toEqual([]);
    // Who was being answered when the backup ended may be in it; nobody who wrote later is.
    expect(problems.length).toBeLessThanOrEqual(after.length + 6);
    const restoredBlobs = await DiskBlobs.open(join(target.dataFolder, 'blobs'));
    expect(await Promise.all(kept.map((content) => isKept(restoredBlobs, content)))).toEqual(kept.map(() => true));
    expect((await readdir(target.dataFolder)).filter((name) => /key|lock/.test(name))).toEqual([]);
    await expectToGoOn(target, problems);
  });
});

/** What was restored is served, and takes what is written next. */
async function expectToGoOn(target: Config, problems: readonly string[]): Promise<void> {
  const peil = await buildApp({ ...target, logLevel: 'silent' });
  try {
    const address = await peil.app.listen({ host: '127.0.0.1', port: 0 });
    expect(await (await fetch(`${address}/readyz`)).json()).toMatchObject({ status: 'ready' });
    const [first = ''] = problems;
    expect((await fetch(`${address}/api/problems/${first}`)).status).toBe(200);
    await post(address, 'After the restore');
    await logRun(address, 'After the restore');
  } finally {
    await peil.close();
  }
  expect(await expectConsistent(target)).toHaveLength(problems.length + 1);
}

async function isKept(blobs: DiskBlobs, content: string): Promise<boolean> {
  const { isNew } = await blobs.put(Readable.from([content]), { limit_bytes: 1e6 });
  return !isNew;
}

test('RM3 a backup of a Peil that was killed holds what it had acknowledged', slow, async () => {
  const source = await placeFor('sqlite', 'source');
  const target = await placeFor('sqlite', 'target');
  const server = await serveInProcess(source);
  const ids = [await post(server.address, 'One'), await post(server.address, 'Two')];
  await server.kill();
  await writeBackup(join(folder, 'one.backup'), source, run);
  await restoreBackup(join(folder, 'one.backup'), target, run);
  await withDatabase(target, async (database) => {
    expect(await column(database, 'select id as value from problem')).toEqual(ids.sort());
  });
});

test('house every table of the schema is one that a backup holds, in both databases', slow, async () => {
  const { tables } = await schemaOf(schemaSteps);
  expect(tables.map(({ name }) => name)).toContain('audit_event');
  for (const kind of kinds) {
    const config = await placeFor(kind, kind);
    await mkdir(config.dataFolder);
    await withDatabase(config, async (database) => {
      await migrate(database, schemaSteps);
      const there = (await database.reader.introspection.getTables()).map(({ name }) => name);
      expect(tables.map(({ name }) => name)).toEqual(there.sort());
      for (const table of tables)
        await sql.raw(`select ${columnList(table)} from ${quoted(table.name)}`).execute(database.reader);
    });
  }
});

test(
  'house a backup of an older schema is restored as it was, and brought up to date by the next start',
  slow,
  async () => {
    const source = await placeFor('sqlite', 'source');
    const target = await placeFor('sqlite', 'target');
    const older = schemaSteps.slice(0, 2);
    await DiskBlobs.open(join(source.dataFolder, 'blobs'));
    await withDatabase(source, (database) => migrate(database, older));
    await writeBackup(join(folder, 'one.backup'), source, run);
    await restoreBackup(join(folder, 'one.backup'), target, run);
    await withDatabase(target, async (database) => {
      const names = older.map(({ name }) => name);
      expect(await column(database, 'select name as value from kysely_migration')).toEqual(names);
    });
    const peil = await buildApp({ ...target, logLevel: 'silent' });
    const today = await peil.app.inject({ method: 'POST', url: '/api/problems', payload: { title: 'Of today' } });
    expect(today.statusCode).toBe(201);
    await peil.close();
  },
);

async function type(words: readonly string[], locale: 'en' | 'nl') {
  const lines: string[] = [];
  const steps: string[] = [];
  const line = (text: string) => void lines.push(text);
  const progress = (share: number, what: string) => void steps.push(`${what} ${share === 1 ? 'done' : ''}`.trim());
  const exitCode = await runTerminal(words, { locale, say: line, tell: line, progress });
  return { exitCode, said: lines.join('\n'), steps };
}

test('house the terminal saves and restores in one command each, and says that the keys are apart', slow, async () => {
  const source = await placeFor('sqlite', 'source');
  const peil = await buildApp({ ...source, logLevel: 'silent' });
  await peil.app.inject({ method: 'POST', url: '/api/problems', payload: { title: 'One' } });
  const file = join(folder, 'one.backup');
  const saved = await type(['backup', file, '--data', source.dataFolder], 'nl');
  await peil.close();
  expect(saved.said).toMatch(/Bewaard in .*one\.backup: 0,1 MB, met \d+ rijen en 0 bestanden/);
  expect(saved.said).toContain(`bewaar ${join(source.dataFolder, 'secrets.key')}`);
  expect(saved).toMatchObject({ exitCode: 0, steps: expect.arrayContaining(['De database bewaren done']) });
  expect((await stat(file)).mode & 0o077).toBe(0);
  const back = join(folder, 'back');
  const restored = await type(['restore', file, '--data', back], 'en');
  expect(restored).toMatchObject({ exitCode: 0, steps: expect.arrayContaining(['Checking and restoring done']) });
  expect(restored.said).toContain(`put the keys that you kept apart back as ${join(back, 'secrets.key')}`);
  const twice = await type(['restore', file, '--data', back], 'nl');
  expect(twice).toMatchObject({ exitCode: 6, said: expect.stringContaining('is niet leeg') });
  const nothing = await type(['backup', join(folder, 'two'), '--data', join(folder, 'nowhere')], 'en');
  expect(nothing).toMatchObject({ exitCode: 5, said: expect.stringContaining('There is no Peil in') });
  expect((await readFile(file)).subarray(0, 4).toString('hex')).toBe('28b52ffd');
});
