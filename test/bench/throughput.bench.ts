import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, type Figure, percentile } from '../kit/bench.ts';
import { load, perSecond } from '../kit/load.ts';
import type { LoadAsk, LoadReport } from '../kit/load-child.ts';
import { startPostgres } from '../kit/postgres.ts';
import { type ServerProcess, startServer } from '../kit/server-process.ts';

const clients = 20;
const duration_ms = 5_000;

/** Writes to a disk that keeps what it acknowledged: SQLite with synchronous=FULL, PostgreSQL with fsync on. */
const floors = { sqlite: { read: 2000, write: 2000 }, postgres: { read: 2000, write: 500 } } as const;
type Kind = keyof typeof floors;

async function writeProblems(server: ServerProcess): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < clients; index += 1) {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${server.address}/api/problems`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ title: `Problem ${index}` }),
    });
    ids.push(((await answer.json()) as { id: string }).id);
  }
  return ids;
}

async function measure(kind: Kind, server: ServerProcess): Promise<Figure[]> {
  const paths = (await writeProblems(server)).map((id) => `/api/problems/${id}`);
  const reads = paths.map((path): LoadAsk => ({ method: 'GET', path }));
  const body = JSON.stringify({ title: 'Renamed for the $nth time' });
  const writes = paths.map((path): LoadAsk => ({ method: 'PATCH', path, headers: { 'if-match': '$n' }, body }));
  const order = { port: server.port, clients, duration_ms };
  await load({ ...order, asks: reads, duration_ms: 2_000 });
  const read = await load({ ...order, asks: reads });
  const write = await load({ ...order, asks: writes });
  return [...figures(kind, 'read', read), ...figures(kind, 'write', write)];
}

function figures(kind: Kind, work: 'read' | 'write', report: LoadReport): Figure[] {
  const what = work === 'read' ? 'simple reads' : 'audited writes';
  return [
    {
      name: `${what}, ${kind}, ${clients} clients`,
      value: perSecond(report),
      unit: '/s',
      limit: { atLeast: floors[kind][work] },
    },
    { name: `${what}, ${kind}, p95`, value: percentile(report.latencies_ms, 0.95), unit: 'ms' },
  ];
}

async function onSqlite(dataFolder: string): Promise<Figure[]> {
  const server = await startServer({ dataFolder });
  try {
    return await measure('sqlite', server);
  } finally {
    await server.stop();
  }
}

async function onPostgres(dataFolder: string): Promise<Figure[]> {
  const cluster = await startPostgres({ fsync: true });
  try {
    const server = await startServer({ dataFolder, databaseUrl: cluster.url });
    try {
      return await measure('postgres', server);
    } finally {
      await server.stop();
    }
  } finally {
    await cluster.stop();
  }
}

/** What 20 people at once get out of one server. Read it beside the bench of fsync. */
export const bench: Bench = {
  name: 'throughput',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'peil-bench-'));
    try {
      return [...(await onSqlite(join(folder, 'sqlite'))), ...(await onPostgres(join(folder, 'postgres')))];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
