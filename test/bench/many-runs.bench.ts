import { createProblem } from '../../src/capabilities/formulation/contract.ts';
import { type Bench, type Figure, percentile } from '../kit/bench.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { fillFacts, fillRuns } from '../kit/many-runs.ts';
import { startPostgres } from '../kit/postgres.ts';
import { wireTo } from '../kit/wire.ts';
import { asking } from '../kit/written-problem.ts';

const runs = 100_000;
const calls = 100;
const countCalls = 20;
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

/** What the table of a problem asks for: a page of a hundred, with three columns. */
const page = 'columns=metrics.m0,metrics.m1,params.p0&limit=100';
const listed = {
  'the newest': `?${page}`,
  'filtered, ordered by a metric': `?${page}&${new URLSearchParams({ filter: "metrics.m1 > 500 and params.p1 = 'value 3'", order: 'metrics.m2 DESC' })}`,
  'what few of them have': `?${page}&${new URLSearchParams({ filter: "tags.mlflow.runName = 'run-4711'" })}`,
  'one group of them': `?${page}&groupBy=params.p0&${new URLSearchParams({ group: 'value 3' })}`,
  'complete by the six facts': `?${page}&facts=complete`,
} as const;
/** A count looks at every run that can be meant, once for a question: what it may take at most. */
const counted = {
  'counted, all': ['/summary?', 200],
  'counted, filtered': [
    `/summary?${new URLSearchParams({ filter: "metrics.m1 > 500 and params.p1 = 'value 3'" })}`,
    400,
  ],
  // Six facts of each of them: what is not there cannot be looked up in an index.
  'counted, complete by the six facts': ['/summary?facts=complete', 5_000],
  'grouped by state': ['/groups?by=status', 200],
  'grouped by a parameter': ['/groups?by=params.p0', 500],
  'grouped by a tag of each its own': ['/groups?by=tags.mlflow.runName', 1_000],
} as const;

async function timed(address: string, message: object): Promise<number[]> {
  const samples: number[] = [];
  const body = JSON.stringify({ max_results: 100, ...message });
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

async function timedGet(address: string, times: number): Promise<number[]> {
  const samples: number[] = [];
  for (let call = 0; call < times; call += 1) {
    const start = performance.now();
    const answer = await fetch(address);
    const found = (await answer.json()) as { runs?: readonly unknown[] | number; groups?: readonly unknown[] };
    samples.push(performance.now() - start);
    const size = typeof found.runs === 'number' ? found.runs : (found.runs ?? found.groups)?.length;
    if (!size) throw new Error(`${address}: ${answer.status}: ${JSON.stringify(found)}`);
  }
  return samples;
}

async function measure(kind: string, databaseUrl: string | null): Promise<Figure[]> {
  const peil = await openListeningPeil({ databaseUrl, checkAnswers: false });
  try {
    const problemId = (await asking(peil, createProblem, { body: { title: 'Late flights' } })).id;
    const tags = [{ key: 'peil.problem', value: problemId }];
    const { experiment_id } = (await wireTo(peil)('POST experiments/create', { name: 'many', tags })).body;
    await fillRuns(peil.services.database, runs, Number(experiment_id));
    const figures: Figure[] = [];
    for (const [name, message] of Object.entries(asked)) {
      const value = percentile(await timed(peil.address, { ...message, experiment_ids: [experiment_id] }), 0.95);
      figures.push({ name: `${name} of ${runs} runs, p95, ${kind}`, value, unit: 'ms', limit });
    }
    await fillFacts(peil.services.database, runs, Number(experiment_id));
    const at = `${peil.address}/api/problems/${problemId}/runs`;
    for (const [name, query] of Object.entries(listed)) {
      const value = percentile(await timedGet(`${at}${query}`, calls), 0.95);
      figures.push({ name: `table: ${name} of ${runs} runs, p95, ${kind}`, value, unit: 'ms', limit });
    }
    const far = percentile(await timedGet(`${at}?${page}&offset=60000`, countCalls), 0.95);
    figures.push({
      name: `table: row 60,000 of ${runs} runs, p95, ${kind}`,
      value: far,
      unit: 'ms',
      limit: { atMost: 150 },
    });
    for (const [name, [query, atMost]] of Object.entries(counted)) {
      const value = percentile(await timedGet(`${at}${query}`, countCalls), 0.95);
      figures.push({ name: `table: ${runs} runs ${name}, p95, ${kind}`, value, unit: 'ms', limit: { atMost } });
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
