import { sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import type { ShownExperiment } from '../experiment-contract.ts';
import { defaultExperimentId } from '../default-experiment.ts';
import { getExperimentRow } from '../experiment-queries.ts';
import { demandTracking } from '../standing.ts';
import { trackingDb } from '../tables.ts';

const mostRuns = 100;

/** An experiment with its last runs, for who looks at it, in a problem or in the inbox. Throws 404. */
export async function showExperiment(ctx: Context, experimentId: string): Promise<ShownExperiment> {
  const row = await getExperimentRow(ctx.db, experimentId);
  await demandTracking(ctx, 'read', row.problem_id);
  const inIt = trackingDb(ctx.db).selectFrom('run').where('experiment_id', '=', row.id).where('deleted_at', 'is', null);
  const [counted, runs] = await Promise.all([
    inIt.select((of) => of.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
    inIt
      .select(['id', 'name', 'status', 'started_at as startedAt'])
      .orderBy(sql`started_at desc nulls last`)
      .orderBy('id')
      .limit(mostRuns)
      .execute(),
  ]);
  return {
    id: String(row.id),
    name: row.name,
    problemId: row.problem_id,
    isDefault: row.id === defaultExperimentId,
    createdBy: row.created_by,
    createdAt: row.created_at,
    isDeleted: row.deleted_at !== null,
    runCount: counted.count,
    runs,
  };
}
