import { type Bench, type Figure, percentile } from '../kit/bench.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { fillRuns } from '../kit/many-runs.ts';
import { startPostgres } from '../kit/postgres.ts';

const runs = 100_000;
const calls = 100;
const limit = { atMost: 50 };

/** What is asked of them, a page of a hundred each. */
const asked = {
  'the newest': {},
  'filtered, ordered by a metric': {
    filter: "metrics.m1 > 500 and params.p1 = 'value 3'",
    order_by: ['metrics.m2 DESC'],
  },
  'what few of them have': { filter: "tags.mlflow.runName = 'run-4711'" },
} as const;

async function timed(address: string, message: object): Promise<number[]> {
  const samples: number[] = [];
  const body = JSON.stringify({ experiment_ids: ['0'], max_results: 100, ...message });
  for (let call = 0; call < calls; call += 1) {
    const start = performance.now();
    const answer = await fetch(`${address}/api/2.0/mlflow/runs/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const found = (await answer.json()) as { runs?: readonly unknown[] };
    samples.push(performance.now() - start);
    // What would be fast because it finds nothing proves nothing.
    if (!found.runs?.length) throw new Error(`${answer.status}: ${JSON.stringify(found)}`);
  }
  return samples;
}

async function measure(kind: string, databaseUrl: string | null): Promise<Figure[]> {
  const peil = await openListeningPeil({ databaseUrl, checkAnswers: false });
  try {
    await fillRuns(peil.services.database, runs);
    const figures: Figure[] = [];
    for (const [name, message] of Object.entries(asked)) {
      const value = percentile(await timed(peil.address, message), 0.95);
      figures.push({ name: `${name} of ${runs} runs, p95, ${kind}`, value, unit: 'ms', limit });
    }
    return figures;
  } finally {
    await peil.close();
  }
}

/** A page of very many runs, one client after another. */
export const bench: Bench = {
  name: 'search of many runs',
  run: async () => {
    const cluster = await startPostgres();
    try {
      return [...(await measure('SQLite', null)), ...(await measure('PostgreSQL', cluster.url))];
    } finally {
      await cluster.stop();
    }
  },
};
