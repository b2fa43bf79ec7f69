import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPostgresBinaries } from '../kit/programs.ts';
import { type PostgresCluster, startPostgres } from '../kit/postgres.ts';
import { serveInProcess, type ServingProcess } from '../kit/serving-process.ts';
import { wireClient, whichAccepts } from '../kit/wire-client.ts';

/**
 * Sixteen clients log points of training while the server is killed again and again. What was acknowledged is there exactly once.
 * After a kill every second client sends again what had no answer, as clients of MLflow do; the others go on without: of such a
 * batch all is there or nothing.
 */
const clients = 16;
const kills = 20;
const batchSize = 1000;
const pageSize = 25_000;

interface Writer {
  runId: string;
  /** batches that were answered, by number */
  acknowledged: Set<number>;
  /** sent, without an answer, and not sent again */
  unknown: Set<number>;
  sendsAgain: boolean;
}

/** The value of each point follows from its place, so that what is read back can be told wrong. */
const valueOf = (writer: number, step: number): number => writer * 1_000_000 + step / 8;

const batchOf = (writer: number, number: number) =>
  Array.from({ length: batchSize }, (_, index) => {
    const step = number * batchSize + index;
    return { key: 'loss', value: valueOf(writer, step), timestamp: 1_700_000_000_000 + step, step };
  });

/** Whether a whole answer came; anything but a 200 is a failure. */
async function isAcknowledged(server: ServingProcess, message: object): Promise<boolean> {
  let answer: Response;
  let said: string;
  try {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(message);
    answer = await fetch(`${server.address}/api/2.0/mlflow/runs/log-batch`, { method: 'POST', headers, body });
    said = await answer.text();
  } catch {
    return false;
  }
  expect(answer.status, said).toBe(200);
  return true;
}

interface Strike {
  serve: () => Promise<ServingProcess>;
  batchesEach: number;
}

/** Until each client has so many batches acknowledged; answers what they know. */
async function writeUnderFire({ serve, batchesEach }: Strike): Promise<Writer[]> {
  let server = await serve();
  const begun = whichAccepts(wireClient(server.address));
  const writers: Writer[] = [];
  for (let index = 0; index < clients; index += 1) {
    const { run } = (await begun('POST runs/create', { experiment_id: '0' })) as { run: { info: { run_id: string } } };
    writers.push({ runId: run.info.run_id, acknowledged: new Set(), unknown: new Set(), sendsAgain: index % 2 === 0 });
  }
  const all = batchesEach * clients;
  const done = () => writers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
  for (let kill = 0; kill <= kills; kill += 1) {
    // The next kill strikes in the middle of the writing, wherever that is just then; behind the last one all is written.
    const until = kill === kills ? all : Math.round((all * (kill + 1)) / (kills + 1));
    const round: Round = { server, batchesEach, until, done };
    await Promise.all(writers.map((writer, index) => write(writer, index, round)));
    if (kill === kills) break;
    server = await serve();
  }
  expect(await server.stop()).toBe(0);
  return writers;
}

interface Round {
  server: ServingProcess;
  batchesEach: number;
  /** when so many batches are acknowledged by all, whoever sees it kills the server */
  until: number;
  done: () => number;
}

async function write(writer: Writer, index: number, { server, batchesEach, until, done }: Round): Promise<void> {
  const isLast = until === batchesEach * clients;
  let number = 0;
  while (writer.acknowledged.size < batchesEach) {
    while (writer.acknowledged.has(number) || writer.unknown.has(number)) number += 1;
    if (await isAcknowledged(server, { run_id: writer.runId, metrics: batchOf(index, number) })) {
      writer.acknowledged.add(number);
    } else {
      expect(isLast, 'nobody kills the server at the end').toBe(false);
      if (!writer.sendsAgain) writer.unknown.add(number);
      return;
    }
    if (!isLast && done() >= until) return server.kill();
  }
}

/** How often each step of the run stands in its history, whose values must be those that were sent. */
async function countSteps(server: ServingProcess, writer: number, runId: string): Promise<Map<number, number>> {
  const ask = whichAccepts(wireClient(server.address));
  const counts = new Map<number, number>();
  let page_token: string | undefined;
  do {
    const body = await ask('GET metrics/get-history', {
      run_id: runId,
      metric_key: 'loss',
      max_results: pageSize,
      ...(page_token ? { page_token } : {}),
    });
    for (const { step, value } of body['metrics'] as { step: number; value: number }[]) {
      if (value !== valueOf(writer, step)) throw new Error(`step ${step} of client ${writer} has the value ${value}`);
      counts.set(step, (counts.get(step) ?? 0) + 1);
    }
    page_token = body['next_page_token'] as string | undefined;
  } while (page_token);
  return counts;
}

async function losesNothing({ serve, batchesEach }: Strike): Promise<number> {
  const writers = await writeUnderFire({ serve, batchesEach });
  const server = await serve();
  let points = 0;
  for (const [index, { runId, acknowledged, unknown }] of writers.entries()) {
    const counts = await countSteps(server, index, runId);
    const notOnce = [...counts].filter(([, count]) => count !== 1);
    expect(notOnce, `client ${index}: steps that are there more than once`).toEqual([]);
    const held = (number: number) =>
      Array.from({ length: batchSize }, (_, at) => counts.get(number * batchSize + at) ?? 0).reduce((a, b) => a + b);
    expect(
      [...acknowledged].filter((number) => held(number) !== batchSize),
      'acknowledged, and not whole',
    ).toEqual([]);
    expect(
      [...unknown].filter((number) => held(number) % batchSize !== 0),
      'half a batch',
    ).toEqual([]);
    points += acknowledged.size * batchSize;
  }
  expect(await server.stop()).toBe(0);
  return points;
}

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'peil-kill-points-'));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const servingIn = (folder: string, databaseUrl: string | null) => () =>
  serveInProcess({ dataFolder: join(folder, 'data'), checkpointFolder: join(folder, 'checkpoints'), databaseUrl });

test(`DS1 SQLite: of 2 million points by ${clients} clients, ${kills} kills lose none and double none`, () =>
  inFolder(async (folder) => {
    expect(await losesNothing({ serve: servingIn(folder, null), batchesEach: 125 })).toBe(2_000_000);
  }));

describe.skipIf(!findPostgresBinaries())('on PostgreSQL', () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await startPostgres({ fsync: true });
  });
  afterAll(() => cluster.stop());

  test(`DS1 PostgreSQL: of 800,000 points by ${clients} clients, ${kills} kills lose none and double none`, () =>
    inFolder(async (folder) => {
      expect(await losesNothing({ serve: servingIn(folder, cluster.url), batchesEach: 50 })).toBe(800_000);
    }));
});
