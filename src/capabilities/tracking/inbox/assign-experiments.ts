import { change } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import { demandAssigning, lockExperiment } from '../edit-experiment.ts';
import { type ExperimentRow, getExperimentRow } from '../experiment-queries.ts';
import { demandTracking } from '../standing.ts';
import { moveExperiment } from './move-experiment.ts';

interface Wanted {
  experimentIds: readonly string[];
  /** null: back to the inbox */
  problemId: string | null;
}

export interface Moved {
  id: string;
  /** where it was; null: in the inbox */
  before: string | null;
}

/**
 * All of them or none, to a problem in which the actor may log, from where they may. Answers those that were elsewhere, so that it
 * can be undone. Throws 403, 404, and 409 for the experiment that everybody logs to.
 */
export async function assignExperiments(ctx: Context, { experimentIds, problemId }: Wanted): Promise<Moved[]> {
  const rows: ExperimentRow[] = [];
  // In one order, so that two who move the same wait for each other.
  for (const id of new Set(experimentIds.toSorted((one, other) => Number(one) - Number(other)))) {
    const row = await getExperimentRow(ctx.db, id);
    await demandTracking(ctx, 'write', row.problem_id);
    await demandAssigning(ctx, { id, problemId });
    if (row.problem_id !== problemId) rows.push(row);
  }
  if (rows.length === 0) return [];
  return change(ctx, async (tx) => {
    const moved: Moved[] = [];
    for (const { id } of rows) {
      const row = await lockExperiment(tx, ctx, String(id));
      await moveExperiment(tx, row, problemId);
      moved.push({ id: String(id), before: row.problem_id });
    }
    return moved;
  });
}
