import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openPostgres, openSqlite } from '../../src/platform/db/database.ts';
import type { Bench, Figure } from '../kit/bench.ts';
import { startPostgres } from '../kit/postgres.ts';
import { memoryOfAll, mostMemory } from '../kit/process-memory.ts';
import { type ServerProcess, startServer } from '../kit/server-process.ts';

/** Of each of the two metrics, beside the one that is logged. */
const drawn = 1_000_000;
const exported = 2_000_000;
const drawnAtMost = 2_500;
/** The memory is that of the server with all its processes, above what it had before the export. */
const limits = { chart_ms: 1_000, exported: 400_000, grown_mb: 100 } as const;

/** In milliseconds: one point each tenth of a second, as a training logs them. */
const momentOf = (step: number): number => 1_700_000_000_000 + step * 100;

type Kind = 'sqlite' | 'postgres';

/** A run with one point of each metric, through the protocol; the millions of others are put beside it in one statement. */
async function begin(server: ServerProcess): Promise<string> {
  const post = async (path: string, message: object): Promise<{ run: { info: { run_id: string } } }> => {
    const answer = await fetch(`${server.address}/api/2.0/mlflow/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as { run: { info: { run_id: string } } };
  };
  const { run_id } = (await post('runs/create', { experiment_id: '0', start_time: 1 })).run.info;
  for (const [key, step] of [
    ['loss', drawn],
    ['long', exported],
  ] as const)
    await post('runs/log-metric', { run_id, key, value: 0.5, timestamp: momentOf(step), step });
  return run_id;
}

interface Filled {
  kind: Kind;
  place: string;
  runId: string;
}

async function fill({ kind, place, runId }: Filled): Promise<void> {
  const database = await (kind === 'sqlite' ? openSqlite({ path: place }) : openPostgres(place));
  try {
    const numbers =
      kind === 'sqlite'
        ? sql`(with recursive n(i) as (select 0 union all select i + 1 from n where i < ${sql.lit(exported - 1)}) select i from n)`
        : sql`(select generate_series(0::bigint, ${sql.lit(exported - 1)}) as i)`;
    await sql`insert into metric_point (metric_id, step, at, value, is_nan)
      select run_metric.id, i, ${sql.lit(momentOf(0))} + i * ${sql.lit(momentOf(1) - momentOf(0))}, (i * 7919 % 10007) / 10007.0, 0
      from run_metric, ${numbers} as numbers
      where run_metric.run_id = ${runId} and (run_metric.key = 'long' or i < ${sql.lit(drawn)})`.execute(
      database.writer,
    );
  } finally {
    await database.close();
  }
}

async function measure(kind: Kind, server: ServerProcess, runId: string): Promise<Figure[]> {
  const at = `${server.address}/api/runs/${runId}/metrics`;
  const figures: Figure[] = [];
  for (const by of ['step', 'time']) {
    const begun = performance.now();
    const answer = (await (await fetch(`${at}/chart?key=loss&by=${by}`)).json()) as {
      count: number;
      points: unknown[];
    };
    const took_ms = performance.now() - begun;
    if (answer.count !== drawn + 1 || answer.points.length > drawnAtMost)
      throw new Error(`${answer.count} points drawn by ${answer.points.length}`);
    const name = `chart of ${drawn} points by ${by}, ${kind}`;
    figures.push({ name, value: took_ms, unit: 'ms', limit: { atMost: limits.chart_ms } });
  }
  // The first work makes the heap of a server that has just begun larger, with the driver of PostgreSQL by 150 MB, whatever it is. What is
  // held here is that an export of twice as many points takes no more.
  await (await fetch(`${at}/points?key=loss`)).arrayBuffer();
  return [...figures, ...(await measureExport(kind, server, `${at}/points?key=long`))];
}

async function measureExport(kind: Kind, server: ServerProcess, address: string): Promise<Figure[]> {
  const before_mb = memoryOfAll(server.pid);
  const begun = performance.now();
  const { most_mb, result: lines } = await mostMemory(server.pid, async () => {
    let breaks = 0;
    const response = await fetch(address);
    for await (const chunk of response.body ?? []) for (const byte of chunk) if (byte === 10) breaks += 1;
    return breaks - 1;
  });
  if (lines !== exported + 1) throw new Error(`${lines} points exported`);
  const value = lines / ((performance.now() - begun) / 1000);
  const grown = most_mb - before_mb;
  return [
    { name: `points exported, ${kind}`, value, unit: '/s', limit: { atLeast: limits.exported } },
    {
      name: `memory more at most while ${exported} points are exported, ${kind}`,
      value: grown,
      unit: 'MB',
      limit: { atMost: limits.grown_mb },
    },
  ];
}

/** Metrics of millions of points on a server that has just begun: one is drawn, and every point of another exported. */
export const bench: Bench = {
  name: 'charts of metrics',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'peil-bench-'));
    const cluster = await startPostgres({ fsync: true });
    try {
      const figures: Figure[] = [];
      for (const kind of ['sqlite', 'postgres'] as const) {
        const dataFolder = join(folder, kind);
        const options = { dataFolder, ...(kind === 'postgres' ? { databaseUrl: cluster.url } : {}) };
        const first = await startServer(options);
        const runId = await begin(first);
        await first.stop();
        await fill({ kind, runId, place: kind === 'postgres' ? cluster.url : join(dataFolder, 'peil.db') });
        const server = await startServer(options);
        try {
          figures.push(...(await measure(kind, server, runId)));
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
