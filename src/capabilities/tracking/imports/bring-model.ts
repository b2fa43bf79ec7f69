import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { createModel, type GivenModel } from '../models/create-model.ts';
import { trackingDb } from '../tables.ts';
import { type Brought, importedTag, openExperiment } from './bring-run.ts';

/** A logged model from elsewhere, as `bringRun`. Its files are still to come. */
export async function bringModel(ctx: Context, { id, ...given }: GivenModel & { id: string }): Promise<Brought> {
  const experiment = await openExperiment(ctx, given.experimentId);
  const { known, isTaken } = await findBrought(ctx.db, experiment.id, id);
  if (known) return { id: known.id, isNew: false, isDeleted: known.deleted_at !== null };
  const tags = isTaken ? [...given.tags, { key: importedTag, value: id }] : given.tags;
  const made = await createModel(ctx, { ...given, tags, ...(isTaken ? {} : { id }) });
  return { id: made.id, isNew: true, isDeleted: false };
}

async function findBrought(db: AnyDb, experimentId: number, id: string) {
  const on = trackingDb(db);
  const columns = ['logged_model.id', 'logged_model.experiment_id', 'logged_model.deleted_at'] as const;
  const same = await on.selectFrom('logged_model').select(columns).where('id', '=', id).executeTakeFirst();
  if (same?.experiment_id === experimentId) return { known: same, isTaken: true };
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
