import { change } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { checkModel, type GivenModel, insertModel } from '../models/create-model.ts';
import type { ModelStatus } from '../model.ts';
import { refuseDeleted } from '../refuse-deleted.ts';
import { trackingDb } from '../tables.ts';
import { type Brought, importedTag, experimentToFill } from './bring-run.ts';
import { isStillOf } from './still-of.ts';

interface GivenElsewhere extends GivenModel {
  id: string;
  /** of its run, when it was made */
  step: number;
  status: ModelStatus;
  isDeleted: boolean;
}

/** A logged model from elsewhere, as `bringRun`, with the word of its run that it made it. Its files are still to come. */
export async function bringModel(ctx: Context, { id: there, ...given }: GivenElsewhere): Promise<Brought> {
  checkModel(given);
  const experiment = await experimentToFill(ctx, given.experimentId);
  const { known, isTaken } = await findBrought(ctx.db, experiment.id, there);
  if (known) return { id: known.id, isNew: false, isDeleted: known.deleted_at !== null };
  await refuseDeleted(ctx.db, experiment);
  const tags = isTaken ? [...given.tags, { key: importedTag, value: there }] : given.tags;
  const id = await change(ctx, async (tx) => {
    const on = trackingDb(tx.db);
    const made = await insertModel(tx, ctx, { ...given, tags, experiment, ...(isTaken ? {} : { id: there }) });
    const deleted_at = given.isDeleted ? tx.now : null;
    await on.updateTable('logged_model').set({ status: given.status, deleted_at }).where('id', '=', made).execute();
    if (given.sourceRunId !== null)
      await on
        .insertInto('run_model')
        .values({ run_id: given.sourceRunId, model_id: made, direction: 'out', step: given.step })
        .execute();
    const subject = { kind: 'logged_model', id: made };
    if (given.isDeleted) tx.record({ type: 'logged_model.deleted', subject, problemId: experiment.problem_id });
    return made;
  });
  return { id, isNew: true, isDeleted: given.isDeleted };
}

async function findBrought(db: AnyDb, experimentId: number, id: string) {
  const on = trackingDb(db);
  const columns = ['logged_model.id', 'logged_model.experiment_id', 'logged_model.deleted_at'] as const;
  const same = await on.selectFrom('logged_model').select(columns).where('id', '=', id).executeTakeFirst();
  if (same && (await isStillOf(db, same, experimentId))) return { known: same, isTaken: true };
  const renamed = await on
    .selectFrom('logged_model')
    .innerJoin('logged_model_tag', 'logged_model_tag.model_id', 'logged_model.id')
    .select(columns)
    .where('logged_model.experiment_id', '=', experimentId)
    .where('logged_model_tag.key', '=', importedTag)
    .where('logged_model_tag.value', '=', id)
    .executeTakeFirst();
  return { known: renamed, isTaken: same !== undefined };
}
