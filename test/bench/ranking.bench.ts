import { listEvaluations, rankEvaluations } from '../../src/capabilities/evaluation/contract.ts';
import { evaluationDb } from '../../src/capabilities/evaluation/tables.ts';
import { newId } from '../../src/platform/ids.ts';
import type { TestPeil } from '../kit/app.ts';
import type { Bench, Figure } from '../kit/bench.ts';
import { evaluatingIn } from '../kit/evaluating.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { evaluationData, loggedRun } from '../kit/logged-predictions.ts';
import { startPostgres } from '../kit/postgres.ts';
import { mostMemory } from '../kit/process-memory.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';

const evaluations = 1_000;
const cases = 4_000;

/** Each with as many points of its curve as it may have, which is what makes an evaluation large. */
function predictions(): { columns: string[]; data: unknown[][] } {
  const data = Array.from({ length: cases }, (_, index) => {
    const truth = index % 10 === 0 ? 1 : 0;
    return [`c${index}`, truth, ((index * 7919) % cases) / cases / (truth ? 1 : 2), `hall ${index % 12}`];
  });
  return { columns: ['id', 'truth', 'score', 'segment'], data };
}

/** The one that was measured, once more for every other run: the rows differ in what tells them apart. */
async function copyToOtherRuns(peil: TestPeil, problemId: string): Promise<void> {
  const on = evaluationDb(peil.services.database.writer);
  const row = await on
    .selectFrom('evaluation')
    .selectAll()
    .where('problem_id', '=', problemId)
    .executeTakeFirstOrThrow();
  for (let copy = 1; copy < evaluations; copy += 1) {
    const { runId } = await loggedRun(peil, { problemId, name: `run ${copy}` });
    const own = { id: newId(row.begun_at + copy), run_id: runId, run_name: `run ${copy}` };
    await on
      .insertInto('evaluation')
      .values({ ...row, ...own })
      .execute();
  }
}

async function measure(kind: string, databaseUrl: string | null): Promise<Figure[]> {
  const peil = await openListeningPeil({ databaseUrl, checkAnswers: false });
  try {
    const { problemId } = await writtenProblem(peil);
    const all = evaluatingIn(peil, { problemId, versionId: await evaluationData(peil, problemId) });
    await all.evaluated(await all.logged('first', predictions()));
    await copyToOtherRuns(peil, problemId);
    const params = { problemId };
    const timed = async (name: string, ask: () => Promise<number>, atMost: number): Promise<Figure[]> => {
      const before = process.memoryUsage().rss / 1e6;
      const start = performance.now();
      const { most_mb, result } = await mostMemory(process.pid, ask);
      const value = performance.now() - start;
      if (result !== evaluations) throw new Error(`${name}: ${result} of ${evaluations}`);
      return [
        { name: `${name}, ${kind}`, value, unit: 'ms', limit: { atMost } },
        { name: `${name}, memory on top, ${kind}`, value: most_mb - before, unit: 'MB' },
      ];
    };
    return [
      ...(await timed(
        'ranking of 1,000 evaluations',
        async () => (await asking(peil, rankEvaluations, { params })).groups[0]?.evaluations.length ?? 0,
        500,
      )),
      ...(await timed(
        'list of 1,000 evaluations',
        async () => (await asking(peil, listEvaluations, { params })).evaluations.length,
        500,
      )),
    ];
  } finally {
    await peil.close();
  }
}

/** What whoever opens the ranking of a problem waits for on which very many models were tried. */
export const bench: Bench = {
  name: 'ranking 1,000 evaluations',
  run: async () => {
    const embedded = await measure('sqlite', null);
    const cluster = await startPostgres({ fsync: false });
    try {
      return [...embedded, ...(await measure('postgres', cluster.url))];
    } finally {
      await cluster.stop();
    }
  },
};
