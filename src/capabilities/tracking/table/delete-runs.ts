import { change } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import { trackingErrors } from '../errors.ts';
import { nextRevision } from '../run-revision.ts';
import { trackingDb } from '../tables.ts';

interface Wanted {
  problemId: string;
  runIds: readonly string[];
}

/** All or none; what is deleted already stays so, and is not told again. Throws 422 for a run of another problem. */
export async function deleteRuns(ctx: Context, { problemId, runIds }: Wanted): Promise<string[]> {
  const ids = [...new Set(runIds)].toSorted();
  return change(ctx, async (tx) => {
    const on = trackingDb(tx.db);
    const found = await on
      .selectFrom('run')
      .innerJoin('experiment', 'experiment.id', 'run.experiment_id')
      .select('run.id')
      .where('run.id', 'in', ids)
      .where('experiment.problem_id', '=', problemId)
      .execute();
    const known = new Set(found.map(({ id }) => id));
    const elsewhere = ids.filter((id) => !known.has(id));
    if (elsewhere.length > 0) throw trackingErrors.runsElsewhere({ runs: elsewhere.slice(0, 10) });
    const changed = await on
      .updateTable('run')
      .set({ deleted_at: tx.now, revision: nextRevision })
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .returning('id')
      .execute();
    const changedIds = changed.map(({ id }) => id).toSorted();
    for (const id of changedIds) tx.record({ type: 'run.deleted', subject: { kind: 'run', id }, problemId, data: {} });
    return changedIds;
  });
}
