import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openPostgres, openSqlite } from '../../src/platform/db/database.ts';
import type { Bench, Figure } from '../kit/bench.ts';
import { startPostgres } from '../kit/postgres.ts';
import { type ServerProcess, startServer } from '../kit/server-process.ts';

const points = 1_000_000;
const drawnAtMost = 2_500;
const limits = { chart_ms: 1_000, exported: 400_000 } as const;

type Kind = 'sqlite' | 'postgres';

/** A run with one point, through the protocol; the million others are put beside it in one statement. */
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
  await post('runs/log-metric', { run_id, key: 'loss', value: 0.5, timestamp: points, step: points });
  return run_id;
}

async function fill(kind: Kind, place: string, runId: string): Promise<void> {
  const database = await (kind === 'sqlite' ? openSqlite({ path: place }) : openPostgres(place));
  try {
    const numbers =
      kind === 'sqlite'
        ? sql`(with recursive n(i) as (select 0 union all select i + 1 from n where i < ${sql.lit(points - 1)}) select i from n)`
        : sql`(select generate_series(0::bigint, ${sql.lit(points - 1)}) as i)`;
    await sql`insert into metric_point (metric_id, step, at, value, is_nan)
      select run_metric.id, i, 1700000000000 + i * 100, (i * 7919 % 10007) / 10007.0, 0
      from run_metric, ${numbers} as numbers where run_metric.run_id = ${runId}`.execute(database.writer);
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
    if (answer.count !== points + 1 || answer.points.length > drawnAtMost)
      throw new Error(`${answer.count} points drawn by ${answer.points.length}`);
    const name = `chart of ${points} points by ${by}, ${kind}`;
    figures.push({ name, value: took_ms, unit: 'ms', limit: { atMost: limits.chart_ms } });
  }
  const begun = performance.now();
  const response = await fetch(`${at}/points?key=loss`);
  let lines = -1;
  for await (const chunk of response.body ?? []) for (const byte of chunk) if (byte === 10) lines += 1;
  if (lines !== points + 1) throw new Error(`${lines} points exported`);
  const value = lines / ((performance.now() - begun) / 1000);
  figures.push({ name: `points exported, ${kind}`, value, unit: '/s', limit: { atLeast: limits.exported } });
  return figures;
}

/** A metric of a million points on a server that has just begun: drawn, and every point of it exported. */
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
        await fill(kind, kind === 'postgres' ? cluster.url : join(dataFolder, 'peil.db'), runId);
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
