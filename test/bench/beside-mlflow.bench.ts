import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bench, type Figure, percentile } from '../kit/bench.ts';
import { loadThatMayFail, perSecond } from '../kit/load.ts';
import type { LoadAsk } from '../kit/load-child.ts';
import { type Durability, durabilityOfMlflow, durabilityOfPeil } from '../kit/durability.ts';
import { startMlflow } from '../kit/mlflow-server.ts';
import { type PostgresCluster, startPostgres } from '../kit/postgres.ts';
import { sharedOutMemoryOfAll } from '../kit/process-memory.ts';
import { type PythonEnvironment, pythonEnvironment, pythonMissing } from '../kit/python-environment.ts';
import { findPython } from '../kit/programs.ts';
import { startServer } from '../kit/server-process.ts';
import { whichAccepts, wireClient } from '../kit/wire-client.ts';

const clients = 20;
const duration_ms = 10_000;
const runs = 1_000;
/** A page of a hundred, which is full. */
const searched = {
  experiment_ids: ['0'],
  filter: "metrics.m1 > 500 and params.p1 = 'value 3'",
  order_by: ['metrics.m2 DESC'],
  max_results: 100,
};
const seeding = 4;
const settled_ms = 20_000;
/** Of Peil, on a folder that nothing is in yet. */
const ready = { atMost: 2_000 };
const at = '/api/2.0/mlflow';

/** How many times better than a server of MLflow on the same machine, in the same minutes. */
const times = { sqlite: { write: 20, search: 50 }, postgres: { write: 10, search: 50 } } as const;
type Kind = keyof typeof times;

/** Either of the two. */
interface Served {
  address: string;
  port: number;
  pid: number;
  firstAnswer_ms: number;
  stop: () => Promise<unknown>;
}

interface Measured {
  create: number;
  few: number;
  many: number;
  /** of all of these */
  refused: number;
  search_ms: number;
  ownSearch_ms: number;
  idle_mb: number;
  firstAnswer_ms: number;
  durability: Durability;
}

type Ask = ReturnType<typeof whichAccepts>;

/** MLflow on SQLite refuses some while it still works off a load: what is only made ready is asked again. */
function insistent(served: Served): Ask {
  const accepted = whichAccepts(wireClient(served.address));
  const ask = async (tries: number, ...asked: Parameters<Ask>): ReturnType<Ask> => {
    try {
      return await accepted(...asked);
    } catch (error) {
      if (tries === 1) throw error;
      await sleep(1_000);
      return ask(tries - 1, ...asked);
    }
  };
  return (...asked) => ask(10, ...asked);
}

async function begin(served: Served): Promise<string> {
  const accepted = insistent(served);
  const { run } = (await accepted('POST runs/create', { experiment_id: '0' })) as { run: { info: { run_id: string } } };
  return run.info.run_id;
}

/** Few at a time: of twenty, MLflow on SQLite refuses some. */
async function seed(served: Served): Promise<void> {
  const accepted = insistent(served);
  for (let start = 0; start < runs; start += seeding)
    await Promise.all(
      Array.from({ length: seeding }, async (_, offset) => {
        const n = start + offset;
        const run_id = await begin(served);
        const keys = Array.from({ length: 10 }, (_each, index) => index);
        await accepted('POST runs/log-batch', {
          run_id,
          metrics: keys.map((index) => ({ key: `m${index}`, value: (n * 7919) % 1000, timestamp: n })),
          params: keys.map((index) => ({ key: `p${index}`, value: `value ${n % 5}` })),
        });
      }),
    );
}

async function batches(served: Served, size: number): Promise<LoadAsk[]> {
  const asks: LoadAsk[] = [];
  for (let client = 0; client < clients; client += 1) {
    const metrics = Array.from({ length: size }, (_, index) => ({
      key: `loss${index % 10}`,
      value: 0.5,
      timestamp: 1_700_000_000_000 + index,
      step: '$n',
    }));
    const body = JSON.stringify({ run_id: await begin(served), metrics });
    asks.push({ method: 'POST', path: `${at}/runs/log-batch`, body });
  }
  return asks;
}

async function measure(served: Served): Promise<Omit<Measured, 'durability'>> {
  await sleep(settled_ms);
  const idle_mb = sharedOutMemoryOfAll(served.pid);
  await seed(served);
  let refused = 0;
  const put = async (asks: readonly LoadAsk[]) => {
    const report = await loadThatMayFail({ port: served.port, clients, duration_ms, asks });
    refused += report.refused;
    if (report.refusal) process.stderr.write(`  one of ${report.refused} refusals: ${report.refusal}\n`);
    return report;
  };
  const ask = (path: string, message: object): LoadAsk[] => [
    { method: 'POST', path: `${at}/${path}`, body: JSON.stringify(message) },
  ];
  const { runs: page } = await insistent(served)('POST runs/search', searched);
  if (!Array.isArray(page) || page.length !== searched.max_results) throw new Error('the page is not full');
  const search = await put(ask('runs/search', searched));
  const own = Array.from({ length: clients }).flatMap((_, client) =>
    ask('runs/search', { ...searched, filter: `metrics.m1 > ${500 - client} and params.p1 = 'value 3'` }),
  );
  const ownSearch = await put(own);
  const few = await put(await batches(served, 10));
  const many = await put(await batches(served, 1000));
  const create = await put(ask('runs/create', { experiment_id: '0', start_time: 1 }));
  return {
    create: perSecond(create),
    few: perSecond(few),
    many: perSecond(many),
    refused,
    search_ms: percentile(search.latencies_ms, 0.5),
    ownSearch_ms: percentile(ownSearch.latencies_ms, 0.5),
    idle_mb,
    firstAnswer_ms: served.firstAnswer_ms,
  };
}

async function measured(open: () => Promise<Served>): Promise<Omit<Measured, 'durability'>> {
  const served = await open();
  try {
    return await measure(served);
  } finally {
    await served.stop();
  }
}

/** As its users start it, with as many workers as it takes by itself. */
async function ofMlflow(
  environment: PythonEnvironment,
  folder: string,
  cluster: PostgresCluster | null,
): Promise<Measured> {
  // Its name for a driver that brings its own library of PostgreSQL.
  const databaseUrl = cluster?.url.replace('postgres:', 'postgresql+psycopg2:') ?? `sqlite:///${folder}/mlflow.db`;
  const figures = await measured(() => startMlflow({ environment, folder, workers: null, databaseUrl }));
  return { ...figures, durability: await durabilityOfMlflow(environment, databaseUrl) };
}

async function ofPeil(folder: string, cluster: PostgresCluster | null): Promise<Measured> {
  const dataFolder = join(folder, 'peil');
  const figures = await measured(async () => {
    const start = performance.now();
    const server = await startServer({ dataFolder, ...(cluster ? { databaseUrl: cluster.url } : {}) });
    return { ...server, firstAnswer_ms: performance.now() - start };
  });
  const place = cluster ? { url: cluster.url } : { path: join(dataFolder, 'peil.db') };
  return { ...figures, durability: await durabilityOfPeil(place) };
}

const rates = { create: 'runs begun', few: 'batches of 10 metrics', many: 'batches of 1000 metrics' } as const;
const costs = {
  search_ms: { name: `search of ${runs} runs, median`, unit: 'ms' },
  ownSearch_ms: { name: `the same, each client its own, median`, unit: 'ms' },
  idle_mb: { name: 'idle memory of all processes', unit: 'MB' },
  firstAnswer_ms: { name: 'first answer', unit: 'ms' },
} as const;

function figures(kind: Kind, theirs: Measured, ours: Measured): Figure[] {
  const { write, search } = times[kind];
  // What twenty ask alike is asked once; what each asks for itself is told beside it.
  const atLeast = { search_ms: search, ownSearch_ms: null, idle_mb: 10, firstAnswer_ms: 5 };
  return [
    {
      name: `kept before the answer, ${kind}, MLflow: ${theirs.durability.told}`,
      value: theirs.durability.level,
      unit: '',
    },
    {
      name: `kept before the answer, ${kind}, Peil: ${ours.durability.told}`,
      value: ours.durability.level,
      unit: '',
      limit: { atLeast: theirs.durability.level },
    },
    ...keysOf(rates).flatMap((key): Figure[] => [
      { name: `${rates[key]}, ${kind}, MLflow`, value: theirs[key], unit: '/s' },
      { name: `${rates[key]}, ${kind}, Peil`, value: ours[key], unit: '/s' },
      { name: `${rates[key]}, ${kind}, times`, value: ours[key] / theirs[key], unit: 'x', limit: { atLeast: write } },
    ]),
    { name: `requests refused, ${kind}, MLflow`, value: theirs.refused, unit: '' },
    { name: `requests refused, ${kind}, Peil`, value: ours.refused, unit: '', limit: { atMost: 0 } },
    ...keysOf(costs).flatMap((key): Figure[] => {
      const { name, unit } = costs[key];
      const least = atLeast[key];
      return [
        { name: `${name}, ${kind}, MLflow`, value: theirs[key], unit },
        {
          name: `${name}, ${kind}, Peil`,
          value: ours[key],
          unit,
          ...(key === 'firstAnswer_ms' ? { limit: ready } : {}),
        },
        {
          name: `${name}, ${kind}, times`,
          value: theirs[key] / ours[key],
          unit: 'x',
          ...(least === null ? {} : { limit: { atLeast: least } }),
        },
      ];
    }),
  ];
}

const keysOf = <Key extends string>(of: Readonly<Record<Key, unknown>>) => Object.keys(of) as Key[];

/** The same clients against a server of MLflow and, in the same minutes, against Peil. */
export const bench: Bench = {
  name: 'beside MLflow',
  run: async () => {
    if (!findPython()) throw new Error(pythonMissing);
    const environment = await pythonEnvironment(join(import.meta.dirname, '..', 'wire', 'python', 'mlflow-3.txt'));
    const all: Figure[] = [];
    for (const kind of ['sqlite', 'postgres'] as const) {
      const folder = await mkdtemp(join(tmpdir(), 'peil-bench-'));
      const clusters: PostgresCluster[] = [];
      // Each has its own, as durable as PostgreSQL is by itself.
      const cluster = async (): Promise<PostgresCluster | null> => {
        if (kind === 'sqlite') return null;
        const started = await startPostgres({ fsync: true });
        clusters.push(started);
        return started;
      };
      try {
        const theirs = await ofMlflow(environment, folder, await cluster());
        all.push(...figures(kind, theirs, await ofPeil(folder, await cluster())));
      } finally {
        for (const each of clusters) await each.stop();
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      }
    }
    return all;
  },
};
