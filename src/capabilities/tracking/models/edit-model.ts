import { change, type Tx } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import { checkName } from '../check-facts.ts';
import { trackingErrors } from '../errors.ts';
import type { LoggedModel, ModelStatus } from '../model.ts';
import type { KeyValue } from '../run.ts';
import { demandTracking } from '../standing.ts';
import { trackingDb } from '../tables.ts';
import { setModelFacts } from './create-model.ts';
import { getModel, getModelRow, type ModelRow } from './model-queries.ts';

/** Its files are there, or did not come. */
export async function finishModel(
  ctx: Context,
  { id, status }: { id: string; status: ModelStatus },
): Promise<LoggedModel> {
  await edit(ctx, id, async (tx) => {
    await trackingDb(tx.db).updateTable('logged_model').set({ status }).where('id', '=', id).execute();
    return { what: 'finished', data: { status } };
  });
  return getModel(ctx, id);
}

export async function tagModel(ctx: Context, { id, tags }: { id: string; tags: readonly KeyValue[] }): Promise<void> {
  for (const [index, { key }] of tags.entries()) checkName(key, `tags[${index}].key`);
  await edit(ctx, id, async (tx) => {
    await setModelFacts(tx, id, { tags });
    return { what: 'tagged', data: { keys: tags.map(({ key }) => key) } };
  });
}

export async function untagModel(ctx: Context, { id, key }: { id: string; key: string }): Promise<void> {
  await edit(ctx, id, async (tx) => {
    const { numDeletedRows } = await trackingDb(tx.db)
      .deleteFrom('logged_model_tag')
      .where('model_id', '=', id)
      .where('key', '=', key)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw trackingErrors.tagNotFound({ key, of: `model ${id}` });
    return { what: 'untagged', data: { key } };
  });
}

export async function addModelParams(
  ctx: Context,
  { id, params }: { id: string; params: readonly KeyValue[] },
): Promise<void> {
  for (const [index, { key }] of params.entries()) checkName(key, `params[${index}].key`);
  await edit(ctx, id, async (tx) => {
    await setModelFacts(tx, id, { params });
    return { what: 'described', data: { keys: params.map(({ key }) => key) } };
  });
}

export async function deleteModel(ctx: Context, id: string): Promise<void> {
  await edit(ctx, id, async (tx) => {
    await trackingDb(tx.db).updateTable('logged_model').set({ deleted_at: tx.now }).where('id', '=', id).execute();
    return { what: 'deleted' };
  });
}

interface Happening {
  what: 'finished' | 'tagged' | 'untagged' | 'described' | 'deleted';
  data?: Readonly<Record<string, unknown>>;
}

async function edit(ctx: Context, id: string, work: (tx: Tx, row: ModelRow) => Promise<Happening>): Promise<void> {
  await change(ctx, async (tx) => {
    const { problem_id } = await getModelRow(tx.db, id);
    await demandTracking(ctx, 'write', problem_id);
    const row = await trackingDb(tx.db)
      .updateTable('logged_model')
      .set({ changed_at: tx.now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    if (row.deleted_at !== null) throw trackingErrors.modelNotFound({ id });
    const { what, data = {} } = await work(tx, row);
    const subject = { kind: 'logged_model', id };
    tx.record({ type: `logged_model.${what}`, subject, problemId: problem_id, data });
  });
}
