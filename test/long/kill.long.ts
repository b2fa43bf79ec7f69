import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { verifyDatabase, verifyExport } from '../../src/capabilities/audit/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Config } from '../../src/platform/config/config.ts';
import { type Database, openPostgres, openSqlite } from '../../src/platform/db/database.ts';
import { findPostgresBinaries } from '../kit/programs.ts';
import { type PostgresCluster, startPostgres } from '../kit/postgres.ts';
import { serveInProcess, type ServeOptions, type ServingProcess } from '../kit/serving-process.ts';

/**
 * The server is killed in the middle of bursts of writes. What it acknowledged must be there afterwards with its audit
 * event, exactly once, and the chain must verify against the checkpoints outside.
 */
const kills = 20;
const writersAtOnce = 8;

/** Rounds that strike before anything need have been answered; a slow machine answers late, and the others wait for it. */
const blindRounds = 3;

/** Writes until the server is gone; answers what it acknowledged. */
async function writeUntilKilled(server: ServingProcess, round: number): Promise<{ id: string; title: string }[]> {
  const acknowledged: { id: string; title: string }[] = [];
  const killing = new AbortController();
  const writer = async (writer: number) => {
    for (let number = 0; !killing.signal.aborted; number += 1) {
      const title = `Round ${round}, writer ${writer}, problem ${number}`;
      const answer = await postProblem(server.address, title);
      if (answer !== null) acknowledged.push({ id: answer, title });
    }
  };
  const writers = Array.from({ length: writersAtOnce }, (_, index) => writer(index));
  if (round > blindRounds) await vi.waitUntil(() => acknowledged.length > 0, { timeout: 120_000, interval: 5 });
  // From the first write to after several sealings: every kill meets another moment.
  await sleep(40 + round * 35);
  await server.kill();
  killing.abort();
  await Promise.all(writers);
  return acknowledged;
}

/** Null where no whole answer came: then it may have been written or not. */
async function postProblem(address: string, title: string): Promise<string | null> {
  let answer: Response;
  let body: { id: string };
  try {
    const headers = { 'content-type': 'application/json' };
    answer = await fetch(`${address}/api/problems`, { method: 'POST', headers, body: JSON.stringify({ title }) });
    body = (await answer.json()) as { id: string };
  } catch {
    return null;
  }
  expect(answer.status, JSON.stringify(body)).toBe(201);
  return body.id;
}

/** How often each problem's beginning stands in the exported trail, which must verify. */
async function beginnings(address: string, checkpointFolder: string): Promise<Map<string, number>> {
  const exported = await (await fetch(`${address}/api/audit/export`)).text();
  const verdict = await verifyExport(Readable.from([exported]), { checkpointFolder });
  expect(verdict).toMatchObject({ intact: true, findings: [] });
  const counts = new Map<string, number>();
  for (const line of exported.trim().split('\n').slice(1)) {
    const { event } = JSON.parse(line) as { event: { type: string; subjectId: string } };
    if (event.type === 'problem.created') counts.set(event.subjectId, (counts.get(event.subjectId) ?? 0) + 1);
  }
  return counts;
}

async function readTitle(address: string, id: string): Promise<string> {
  const answer = await fetch(`${address}/api/problems/${id}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { title: string }).title;
}

interface Place {
  options: ServeOptions;
  openDatabase: () => Promise<Database>;
  /** what is killed beside the server, in some rounds */
  afterKill: (round: number) => Promise<void>;
}

async function survives({ options, afterKill }: Place): Promise<number> {
  const all = new Set<string>();
  for (let round = 1; round <= kills; round += 1) {
    const acknowledged = await writeUntilKilled(await serveInProcess(options), round);
    await afterKill(round);
    const restarted = await serveInProcess(options);
    const counts = await beginnings(restarted.address, options.checkpointFolder);
    for (const { id, title } of acknowledged) {
      all.add(id);
      expect(await readTitle(restarted.address, id)).toBe(title);
    }
    const notOnce = [...all].filter((id) => counts.get(id) !== 1);
    expect(notOnce, `round ${round}: acknowledged, and not in the trail exactly once`).toEqual([]);
    expect([...counts.values()].every((count) => count === 1)).toBe(true);
    await restarted.kill();
  }
  return all.size;
}

/** Cuts what only the last checkpoint knows of, as an owner of the database can: triggers off, head turned back. */
async function cutIsFound({ options, openDatabase }: Place): Promise<void> {
  const last = await serveInProcess(options);
  expect(await last.stop()).toBe(0);
  const database = await openDatabase();
  try {
    const services = { database, clock: systemClock, config: { checkpointFolder: options.checkpointFolder } as Config };
    const whole = await verifyDatabase(services);
    expect(whole).toMatchObject({ intact: true, unsealed: 0, attested: whole.size });
    const on = (table: string) => (database.kind === 'postgres' ? sql` on ${sql.ref(table)}` : sql``);
    await sql`drop trigger audit_event_delete${on('audit_event')}`.execute(database.writer);
    await sql`drop trigger audit_head_update${on('audit_head')}`.execute(database.writer);
    const end = whole.size - 3;
    await sql`delete from audit_event where sequence > ${end}`.execute(database.writer);
    await sql`update audit_head set sequence = ${end}, hash = (select hash from audit_event where sequence = ${end})`.execute(
      database.writer,
    );
    expect((await verifyDatabase(services, { checkpointFolder: null })).intact).toBe(true);
    expect((await verifyDatabase(services)).findings).toEqual([
      { code: 'tail_cut', sequence: end + 1, attested: whole.size, by: 'checkpoint' },
    ]);
  } finally {
    await database.close();
  }
}

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'peil-kill-'));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
const optionsIn = (folder: string, databaseUrl: string | null): ServeOptions => ({
  dataFolder: join(folder, 'data'),
  checkpointFolder: join(folder, 'checkpoints'),
  databaseUrl,
});

test(`RM3 SQLite: ${kills} kills lose nothing that was acknowledged, and the chain holds`, () =>
  inFolder(async (folder) => {
    const options = optionsIn(folder, null);
    const place: Place = {
      options,
      openDatabase: () => openSqlite({ path: join(options.dataFolder, 'peil.db') }),
      afterKill: async () => {},
    };
    expect(await survives(place)).toBeGreaterThan(kills);
    await cutIsFound(place);
  }));

describe.skipIf(!findPostgresBinaries())('on PostgreSQL', () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await startPostgres({ fsync: true });
  });
  afterAll(() => cluster.stop());

  test(`RM3 PostgreSQL: ${kills} kills, also of the database, lose nothing that was acknowledged`, () =>
    inFolder(async (folder) => {
      const place: Place = {
        options: optionsIn(folder, cluster.url),
        openDatabase: async () => openPostgres(cluster.url, { connections: 2 }),
        afterKill: async (round) => {
          if (round % 4 === 0) await cluster.restart();
        },
      };
      expect(await survives(place)).toBeGreaterThan(kills);
      await cutIsFound(place);
    }));
});
