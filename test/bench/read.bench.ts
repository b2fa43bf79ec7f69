import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { fetchFrom } from '../../src/capabilities/datasets/connect/fetch-from.ts';
import type { FetchOptions } from '../../src/capabilities/datasets/connect/fetching.ts';
import { readAsParquet } from '../../src/capabilities/datasets/read/read-as-parquet.ts';
import type { ReadOptions } from '../../src/capabilities/datasets/read-options-contract.ts';
import { type Analytics, openAnalytics } from '../../src/platform/analytics/analytics.ts';
import { openLog } from '../../src/platform/log/log.ts';
import type { Bench, Figure } from '../kit/bench.ts';
import { startPostgres } from '../kit/postgres.ts';

const rows = 1_000_000;
const { signal } = new AbortController();

/** Ten columns of every kind. */
const columns = (n: string) =>
  `${n} as id, 'KL' || ${n} % 1000 as flight, date '2026-01-01' + (${n} % 90)::int as day, ${n} % 97 - 20 as delay_min, ${n} / 7.0 as share, ${n} % 3 = 0 as late, timestamp '2026-01-01 10:00:00' + (${n} % 86400) * interval '1 second' as at, 'a note on ' || ${n} as note, case when ${n} % 10 = 0 then null else ${n} * 3 end as amount, lpad((${n} % 9999)::varchar, 4, '0') as code`;

interface Place {
  analytics: Analytics;
  folder: string;
}

async function read({ analytics, folder }: Place, path: string, options: ReadOptions): Promise<number> {
  const file = { path, name: 'flights.csv', size_bytes: (await stat(path)).size };
  const start = performance.now();
  const answer = await readAsParquet({ analytics, file, format: 'csv', options, scratchFolder: folder, signal });
  if (answer.rows !== rows) throw new Error(`${answer.rows} rows were read`);
  return performance.now() - start;
}

/** What the event loop of the server waits at most while somebody else's work is done. */
async function meanwhile<T>(work: () => Promise<T>): Promise<{ value: T; wait_ms: number }> {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const value = await work();
  loop.disable();
  return { value, wait_ms: loop.max / 1e6 };
}

async function ofCsv(place: Place): Promise<Figure[]> {
  const path = join(place.folder, 'flights.csv');
  const select = `select ${columns('range')} from range(${rows})`;
  await place.analytics.query(`copy (${select}) to '${path}' (format csv)`, [], { files: [path] });
  const { value, wait_ms } = await meanwhile(() => read(place, path, {}));
  return [
    { name: `CSV of ${rows} rows x 10 columns to Parquet`, value, unit: 'ms', limit: { atMost: 15_000 } },
    { name: 'longest wait of the event loop meanwhile', value: wait_ms, unit: 'ms', limit: { atMost: 50 } },
  ];
}

async function ofPostgres(place: Place): Promise<Figure[]> {
  const cluster = await startPostgres({});
  try {
    const client = new pg.Client({ connectionString: cluster.url });
    await client.connect();
    await client.query(`create table flights as select ${columns('n')} from generate_series(0, ${rows - 1}) as n`);
    await client.end();
    const fetched = await meanwhile(() => fetchTable(place, cluster.port));
    const { value, wait_ms } = await meanwhile(() => read(place, fetched.value.path, fetched.value.options));
    const wait = Math.max(wait_ms, fetched.wait_ms);
    return [
      {
        name: `COPY of ${rows} rows out of PostgreSQL`,
        value: fetched.value.duration_ms,
        unit: 'ms',
        limit: { atMost: 10_000 },
      },
      { name: 'the same to Parquet', value, unit: 'ms', limit: { atMost: 15_000 } },
      { name: 'longest wait of the event loop meanwhile', value: wait, unit: 'ms', limit: { atMost: 50 } },
    ];
  } finally {
    await cluster.stop();
  }
}

async function fetchTable({ folder }: Place, port: number) {
  const start = performance.now();
  const how: FetchOptions = {
    signal,
    allowance: { hosts: ['127.0.0.1'], isPersonal: false },
    folders: [],
    secret: () => Promise.resolve(null),
    limit_bytes: 10_000_000_000,
  };
  const path = join(folder, 'fetched.csv');
  let options: ReadOptions = {};
  const place = { host: '127.0.0.1', port, database: 'postgres', user: 'postgres' } as const;
  for await (const file of fetchFrom({ kind: 'postgres', ...place, table: 'flights' }, how)) {
    await pipeline(file.content, createWriteStream(path));
    options = file.read?.options ?? {};
  }
  return { path, options, duration_ms: performance.now() - start };
}

/** A million rows on their way in, and the server that goes on answering. */
export const bench: Bench = {
  name: 'reading data',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'peil-bench-read-'));
    const analytics = await openAnalytics({ folder: join(folder, 'spill'), log: openLog('silent') });
    try {
      await mkdir(join(folder, 'scratch'));
      const place = { analytics, folder: join(folder, 'scratch') };
      return [...(await ofCsv(place)), ...(await ofPostgres(place))];
    } finally {
      await analytics.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
