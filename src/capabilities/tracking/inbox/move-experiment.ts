import { sql } from 'kysely';
import type { Tx } from '../../../platform/context/change.ts';
import type { ExperimentRow } from '../experiment-queries.ts';
import { resolveDatasetsOf } from '../inputs/resolve-datasets.ts';
import { problemTag } from '../naming/problem-of-new.ts';
import { nextRevision } from '../run-revision.ts';
import { trackingDb } from '../tables.ts';

/** To a problem, or to the inbox; its tag says the same. Which data its runs were given is found out anew, since data is a problem's own. */
export async function moveExperiment(tx: Tx, row: ExperimentRow, problemId: string | null): Promise<void> {
  const on = trackingDb(tx.db);
  const ofTag = { experiment_id: row.id, key: problemTag };
  const subject = { kind: 'experiment', id: String(row.id) };
  await on
    .updateTable('experiment')
    .set({ problem_id: problemId, changed_at: tx.now })
    .where('id', '=', row.id)
    .execute();
  if (problemId === null)
    await on.deleteFrom('experiment_tag').where('experiment_id', '=', row.id).where('key', '=', problemTag).execute();
  else
    await on
      .insertInto('experiment_tag')
      .values({ ...ofTag, value: problemId })
      .onConflict((conflict) => conflict.columns(['experiment_id', 'key']).doUpdateSet({ value: problemId }))
      .execute();
  const ofRuns = sql<boolean>`run_id in (select id from run where experiment_id = ${row.id})`;
  if (await resolveDatasetsOf(tx.db, ofRuns, problemId))
    await on.updateTable('run').set({ revision: nextRevision }).where('experiment_id', '=', row.id).execute();
  const data = { name: row.name };
  if (row.problem_id !== null) tx.record({ type: 'experiment.unassigned', subject, problemId: row.problem_id, data });
  if (problemId !== null) tx.record({ type: 'experiment.assigned', subject, problemId, data });
}
