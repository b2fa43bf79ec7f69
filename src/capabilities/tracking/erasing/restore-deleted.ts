import type { Context } from '../../../platform/context/context.ts';
import { restoreExperiment } from '../edit-experiment.ts';
import { trackingErrors } from '../errors.ts';
import { getExperimentRow } from '../experiment-queries.ts';
import { restoreModel } from '../models/restore-model.ts';
import { getModelRow } from '../models/model-queries.ts';
import { getRunRow } from '../run-queries.ts';
import { restoreRun } from '../update-run.ts';

interface Named {
  /** null: of the inbox */
  problemId: string | null;
  experimentIds: readonly string[];
  runIds: readonly string[];
  modelIds: readonly string[];
}

/** Brings back what was deleted, one after the other: an experiment with its runs. Throws 404 for what is of another problem. */
export async function restoreDeleted(
  ctx: Context,
  { problemId, experimentIds, runIds, modelIds }: Named,
): Promise<void> {
  for (const id of experimentIds) {
    if ((await getExperimentRow(ctx.db, id)).problem_id !== problemId) throw trackingErrors.experimentNotFound({ id });
    await restoreExperiment(ctx, id);
  }
  for (const id of runIds) {
    if ((await getRunRow(ctx.db, id)).problem_id !== problemId) throw trackingErrors.runNotFound({ id });
    await restoreRun(ctx, id);
  }
  for (const id of modelIds) {
    if ((await getModelRow(ctx.db, id)).problem_id !== problemId) throw trackingErrors.modelNotFound({ id });
    await restoreModel(ctx, id);
  }
}
