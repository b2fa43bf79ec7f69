import { change, type Tx } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import { refuseUnknownProblem } from '../../identity/index.ts';
import { defaultExperimentId } from '../default-experiment.ts';
import { lockExperiment } from '../edit-experiment.ts';
import { trackingErrors } from '../errors.ts';
import { demandTracking } from '../standing.ts';
import { trackingDb } from '../tables.ts';
import type { Moved } from './assign-experiments.ts';
import { assignedExperimentOf, holdsAssigned } from './assigned-experiment.ts';
import { carryRuns } from './carry-runs.ts';

interface Wanted {
  runIds: readonly string[];
  /** null: back to the inbox */
  problemId: string | null;
}

/**
 * Runs that were logged where everybody logs, one by one: to an experiment of a problem that is made for them, or back. Runs within
 * them go along, and so does all that stands with them; addresses of files stay. All or none; answers those that were elsewhere.
 * Throws 403, 404, and 409 for a run of any other experiment, which is assigned as a whole.
 */
export async function assignRuns(ctx: Context, { runIds, problemId }: Wanted): Promise<Moved[]> {
  const ids = [...new Set(runIds)].toSorted();
  await demandTracking(ctx, 'write', problemId);
  if (problemId !== null) await refuseUnknownProblem(ctx, problemId);
  return change(ctx, async (tx) => {
    // Held, so that of two who assign at a time only one makes an experiment for it.
    await lockExperiment(tx, ctx, String(defaultExperimentId));
    const moving = (await findRuns(tx, ctx, ids)).filter((run) => run.problem_id !== problemId);
    if (moving.length === 0) return [];
    const to = problemId === null ? defaultExperimentId : await assignedExperimentOf(tx, ctx, problemId);
    for (const [from, runs] of Map.groupBy(moving, ({ experiment_id }) => experiment_id)) {
      const carried = await carryRuns(tx, ctx, { runIds: runs.map(({ id }) => id), from, to, problemId });
      const before = runs[0]?.problem_id ?? null;
      for (const { id, name } of carried) record(tx, { id, name, before, problemId });
    }
    return moving.map(({ id, problem_id }) => ({ id, before: problem_id }));
  });
}

interface FoundRun {
  id: string;
  experiment_id: number;
  problem_id: string | null;
}

async function findRuns(tx: Tx, ctx: Context, ids: readonly string[]): Promise<FoundRun[]> {
  const found = await trackingDb(tx.db)
    .selectFrom('run')
    .innerJoin('experiment', 'experiment.id', 'run.experiment_id')
    .select(['run.id', 'run.experiment_id', 'experiment.problem_id', 'experiment.name'])
    .where(oneOf(tx.db, 'run.id', ids))
    .orderBy('run.id')
    .execute();
  const known = new Set(found.map(({ id }) => id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw trackingErrors.runNotFound({ id: unknown });
  for (const [experimentId, [first]] of Map.groupBy(found, ({ experiment_id }) => experiment_id)) {
    if (!first) continue;
    await demandTracking(ctx, 'write', first.problem_id);
    if (experimentId !== defaultExperimentId && !(await holdsAssigned(tx.db, experimentId)))
      throw trackingErrors.assignedAsAWhole({ run: first.id, experiment: first.name });
  }
  return found;
}

interface Assigned {
  id: string;
  name: string;
  before: string | null;
  problemId: string | null;
}

function record(tx: Tx, { id, name, before, problemId }: Assigned): void {
  const subject = { kind: 'run', id };
  if (before !== null) tx.record({ type: 'run.unassigned', subject, problemId: before, data: { name } });
  if (problemId !== null) tx.record({ type: 'run.assigned', subject, problemId, data: { name } });
}
