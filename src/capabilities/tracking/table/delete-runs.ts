import { change } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import { trackingErrors } from '../errors.ts';
import { trackingDb } from '../tables.ts';

interface Wanted {
  problemId: string;
  runIds: readonly string[];
}

/** All or none; what is so already stays, and is not told again. Throws 404 for a run of another problem. */
export const deleteRuns = (ctx: Context, wanted: Wanted): Promise<string[]> => setDeleted(ctx, wanted, 'deleted');
export const restoreRuns = (ctx: Context, wanted: Wanted): Promise<string[]> => setDeleted(ctx, wanted, 'restored');

async function setDeleted(
  ctx: Context,
  { problemId, runIds }: Wanted,
  what: 'deleted' | 'restored',
): Promise<string[]> {
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
    const isOther = what === 'deleted' ? 'is' : 'is not';
    const changed = await on
      .updateTable('run')
      .set({ deleted_at: what === 'deleted' ? tx.now : null })
      .where('id', 'in', ids)
      .where('deleted_at', isOther, null)
      .returning('id')
      .execute();
    const changedIds = changed.map(({ id }) => id).toSorted();
    for (const id of changedIds) tx.record({ type: `run.${what}`, subject: { kind: 'run', id }, problemId, data: {} });
    return changedIds;
  });
}
