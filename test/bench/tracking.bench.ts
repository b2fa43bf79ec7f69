import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, type Figure, percentile } from '../kit/bench.ts';
import { load, perSecond } from '../kit/load.ts';
import type { LoadAsk } from '../kit/load-child.ts';
import { startPostgres } from '../kit/postgres.ts';
import { type ServerProcess, startServer } from '../kit/server-process.ts';

const clients = 20;
const duration_ms = 5_000;
const runs = 1_000;

/** Against a server of MLflow on two cores: twenty times its writes on SQLite, ten times on PostgreSQL, its search fifty times. */
const limits = {
  sqlite: { create: 3_340, few: 3_280, many: 240, search_ms: 34 },
  postgres: { create: 1_530, few: 1_270, many: 150, search_ms: 48 },
} as const;

const at = '/api/2.0/mlflow';

async function post(
  server: ServerProcess,
  path: string,
  message: object,
): Promise<{ run: { info: { run_id: string } } }> {
  const answer = await fetch(`${server.address}${at}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as { run: { info: { run_id: string } } };
}

/** Runs of ten metrics and ten parameters each. */
async function seed(server: ServerProcess): Promise<void> {
  for (let start = 0; start < runs; start += clients)
    await Promise.all(
      Array.from({ length: clients }, async (_, offset) => {
        const n = start + offset;
        const { run } = await post(server, 'runs/create', { experiment_id: '0', start_time: n });
        const keys = Array.from({ length: 10 }, (_each, index) => index);
        await post(server, 'runs/log-batch', {
          run_id: run.info.run_id,
          metrics: keys.map((index) => ({ key: `m${index}`, value: (n * 7919) % 1000, timestamp: n })),
          params: keys.map((index) => ({ key: `p${index}`, value: `value ${n % 5}` })),
        });
      }),
    );
}

async function batches(server: ServerProcess, size: number): Promise<LoadAsk[]> {
  return Promise.all(
    Array.from({ length: clients }, async (): Promise<LoadAsk> => {
      const { run } = await post(server, 'runs/create', { experiment_id: '0' });
      const metrics = Array.from({ length: size }, (_, index) => ({
        key: `loss${index % 10}`,
        value: 0.5,
        timestamp: 1_700_000_000_000 + index,
        step: '$n',
      }));
      const body = JSON.stringify({ run_id: run.info.run_id, metrics });
      return { method: 'POST', path: `${at}/runs/log-batch`, body };
    }),
  );
}

async function measure(kind: keyof typeof limits, server: ServerProcess): Promise<Figure[]> {
  await seed(server);
  const order = { port: server.port, clients, duration_ms };
  const ask = (path: string, message: object): LoadAsk[] => [
    { method: 'POST', path: `${at}/${path}`, body: JSON.stringify(message) },
  ];
  const search = await load({
    ...order,
    asks: ask('runs/search', {
      experiment_ids: ['0'],
      filter: "metrics.m1 > 500 and params.p1 = 'value 3'",
      order_by: ['metrics.m2 DESC'],
      max_results: 100,
    }),
  });
  const few = await load({ ...order, asks: await batches(server, 10) });
  const many = await load({ ...order, asks: await batches(server, 1000) });
  const create = await load({ ...order, asks: ask('runs/create', { experiment_id: '0', start_time: 1 }) });
  const limit = limits[kind];
  const of = `${kind}, ${clients} clients`;
  return [
    { name: `batches of 10 metrics, ${of}`, value: perSecond(few), unit: '/s', limit: { atLeast: limit.few } },
    { name: `batches of 1000 metrics, ${of}`, value: perSecond(many), unit: '/s', limit: { atLeast: limit.many } },
    { name: `runs begun, ${of}`, value: perSecond(create), unit: '/s', limit: { atLeast: limit.create } },
    {
      name: `search of ${runs} runs, filtered and ordered, median, ${of}`,
      value: percentile(search.latencies_ms, 0.5),
      unit: 'ms',
      limit: { atMost: limit.search_ms },
    },
  ];
}

/** What twenty clients get that log at the same time, on a disk that keeps what it acknowledged. */
export const bench: Bench = {
  name: 'tracking of runs',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'peil-bench-'));
    const cluster = await startPostgres({ fsync: true });
    try {
      const figures: Figure[] = [];
      for (const [kind, more] of [
        ['sqlite', {}],
        ['postgres', { databaseUrl: cluster.url }],
      ] as const) {
        const server = await startServer({ dataFolder: join(folder, kind), ...more });
        try {
          figures.push(...(await measure(kind, server)));
        } finally {
          await server.stop();
        }
      }
      return figures;
    } finally {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
