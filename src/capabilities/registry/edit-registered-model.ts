import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { isUniqueViolation } from '../../platform/db/database-error.ts';
import { demandTracking, type KeyValue, problemTag, removeKept } from '../tracking/index.ts';
import { demandProblem, moveModel } from './move-model.ts';
import { checkAlias, checkModelName, checkTags } from './check-labels.ts';
import { registryErrors } from './errors.ts';
import { getModelRow, getRegisteredModel, getVersionRow, type ModelRow } from './registry-queries.ts';
import { setModelTags } from './register-model.ts';
import type { RegisteredModel } from './registered-model.ts';
import { registryDb } from './tables.ts';

export async function renameModel(
  ctx: Context,
  { name, newName }: { name: string; newName: string },
): Promise<RegisteredModel> {
  checkModelName(newName);
  try {
    await editModel(ctx, name, async (tx, { id }) => {
      await registryDb(tx.db).updateTable('registered_model').set({ name: newName }).where('id', '=', id).execute();
      return { what: 'renamed', data: { name: newName, before: name } };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw registryErrors.modelExists({ name: newName });
    throw error;
  }
  return getRegisteredModel(ctx, newName);
}

export async function describeModel(
  ctx: Context,
  { name, description }: { name: string; description: string },
): Promise<RegisteredModel> {
  await editModel(ctx, name, async (tx, { id }) => {
    await registryDb(tx.db).updateTable('registered_model').set({ description }).where('id', '=', id).execute();
    return { what: 'described' };
  });
  return getRegisteredModel(ctx, name);
}

/** The tag `peil.problem` says to which problem it belongs: whoever may log in both may move it. */
export async function tagRegisteredModel(
  ctx: Context,
  { name, key, value }: KeyValue & { name: string },
): Promise<void> {
  checkTags([{ key, value }]);
  if (key === problemTag) await demandProblem(ctx, value);
  await editModel(ctx, name, async (tx, model) => {
    if (key === problemTag) await moveModel(tx, model, value);
    else await setModelTags(tx, model.id, [{ key, value }]);
    return { what: 'tagged', data: { key } };
  });
}

/** Idempotent, as clients expect it. Without the tag `peil.problem` it is in the inbox again. */
export async function untagRegisteredModel(ctx: Context, { name, key }: { name: string; key: string }): Promise<void> {
  await editModel(ctx, name, async (tx, model) => {
    const { id, problem_id } = model;
    if (key === problemTag && problem_id !== null) await moveModel(tx, model, null);
    await registryDb(tx.db)
      .deleteFrom('registered_model_tag')
      .where('model_id', '=', id)
      .where('key', '=', key)
      .execute();
    return { what: 'untagged', data: { key } };
  });
}

/** A label that always points at one version; it releases nothing. */
export async function setAlias(
  ctx: Context,
  { name, alias, version }: { name: string; alias: string; version: string },
): Promise<void> {
  checkAlias(alias);
  await editModel(ctx, name, async (tx, model) => {
    const { number } = await getVersionRow(tx.db, model, version);
    await registryDb(tx.db)
      .insertInto('model_alias')
      .values({ model_id: model.id, alias, number })
      .onConflict((conflict) => conflict.columns(['model_id', 'alias']).doUpdateSet({ number }))
      .execute();
    return { what: 'alias_set', data: { alias, number } };
  });
}

/** Idempotent. */
export async function removeAlias(ctx: Context, { name, alias }: { name: string; alias: string }): Promise<void> {
  await editModel(ctx, name, async (tx, { id }) => {
    await registryDb(tx.db).deleteFrom('model_alias').where('model_id', '=', id).where('alias', '=', alias).execute();
    return { what: 'alias_removed', data: { alias } };
  });
}

/** With its versions and labels, for good; what runs have made stays. */
export async function deleteRegisteredModel(ctx: Context, name: string): Promise<void> {
  await editModel(ctx, name, async (tx, { id }) => {
    const on = registryDb(tx.db);
    const keeping = await on
      .selectFrom('model_version')
      .select('storage_uri')
      .where('model_id', '=', id)
      .where('files_from', 'is not', null)
      .execute();
    await removeKept(
      tx,
      ctx,
      keeping.map(({ storage_uri }) => storage_uri),
    );
    for (const table of ['model_version_tag', 'model_alias', 'model_version', 'registered_model_tag'] as const)
      await on.deleteFrom(table).where('model_id', '=', id).execute();
    await on.deleteFrom('registered_model').where('id', '=', id).execute();
    return { what: 'deleted', data: { name } };
  });
}

interface Happening {
  what: 'renamed' | 'described' | 'tagged' | 'untagged' | 'alias_set' | 'alias_removed' | 'deleted';
  data?: Readonly<Record<string, unknown>>;
}

async function editModel(
  ctx: Context,
  name: string,
  work: (tx: Tx, model: ModelRow) => Promise<Happening>,
): Promise<void> {
  await change(ctx, async (tx) => {
    const model = await lockModel(tx, ctx, name);
    const { what, data = {} } = await work(tx, model);
    const subject = { kind: 'registered_model', id: model.id };
    tx.record({ type: `registered_model.${what}`, subject, problemId: model.problem_id, data });
  });
}

/** Held until the end of the change, which moves its last moment of change. */
export async function lockModel(tx: Tx, ctx: Context, name: string): Promise<ModelRow> {
  const { id, problem_id } = await getModelRow(tx.db, name);
  await demandTracking(ctx, 'write', problem_id);
  return registryDb(tx.db)
    .updateTable('registered_model')
    .set({ changed_at: tx.now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
