import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { type KeyValue, removeKept } from '../tracking/index.ts';
import { checkTags, readStage } from './check-labels.ts';
import { lockModel } from './edit-registered-model.ts';
import { getModelVersion, getVersionRow, type VersionRow } from './registry-queries.ts';
import type { ModelVersion } from './registered-model.ts';
import { registryDb } from './tables.ts';

interface Which {
  name: string;
  version: string;
}

export async function describeVersion(
  ctx: Context,
  { description, ...which }: Which & { description: string },
): Promise<ModelVersion> {
  await editVersion(ctx, which, async (tx, row) => {
    await setVersion(tx, row, { description });
    return { what: 'described' };
  });
  return getModelVersion(ctx, which);
}

/** A label, as clients know it; the others of that stage are archived where that is asked for. Releases nothing. */
export async function moveToStage(
  ctx: Context,
  { stage: given, archivesOthers, ...which }: Which & { stage: string; archivesOthers: boolean },
): Promise<ModelVersion> {
  const stage = readStage(given);
  await editVersion(ctx, which, async (tx, row) => {
    if (archivesOthers && (stage === 'Staging' || stage === 'Production'))
      await registryDb(tx.db)
        .updateTable('model_version')
        .set({ stage: 'Archived', changed_at: tx.now })
        .where('model_id', '=', row.model_id)
        .where('number', '!=', row.number)
        .where('stage', '=', stage)
        .where('deleted_at', 'is', null)
        .execute();
    await setVersion(tx, row, { stage });
    return { what: 'moved', data: { stage, before: row.stage } };
  });
  return getModelVersion(ctx, which);
}

export async function tagVersion(ctx: Context, { key, value, ...which }: Which & KeyValue): Promise<void> {
  checkTags([{ key, value }]);
  await editVersion(ctx, which, async (tx, { model_id, number }) => {
    await registryDb(tx.db)
      .insertInto('model_version_tag')
      .values({ model_id, number, key, value })
      .onConflict((conflict) => conflict.columns(['model_id', 'number', 'key']).doUpdateSet({ value }))
      .execute();
    return { what: 'tagged', data: { key } };
  });
}

/** Idempotent. */
export async function untagVersion(ctx: Context, { key, ...which }: Which & { key: string }): Promise<void> {
  await editVersion(ctx, which, async (tx, { model_id, number }) => {
    await registryDb(tx.db)
      .deleteFrom('model_version_tag')
      .where('model_id', '=', model_id)
      .where('number', '=', number)
      .where('key', '=', key)
      .execute();
    return { what: 'untagged', data: { key } };
  });
}

/** Its number is never given again, and its aliases end. Where it came from and what was said of it are gone at once: nothing brings it back. */
export async function deleteVersion(ctx: Context, which: Which): Promise<void> {
  await editVersion(ctx, which, async (tx, row) => {
    const { model_id, number } = row;
    const told = { source: '', storage_uri: '', files_from: null, run_link: '', description: '' };
    await setVersion(tx, row, { ...told, run_id: null, logged_model_id: null, deleted_at: tx.now });
    if (row.files_from !== null) await removeKept(tx, ctx, [row.storage_uri]);
    for (const table of ['model_alias', 'model_version_tag'] as const)
      await registryDb(tx.db).deleteFrom(table).where('model_id', '=', model_id).where('number', '=', number).execute();
    return { what: 'deleted' };
  });
}

async function setVersion(
  tx: Tx,
  { model_id, number }: VersionRow,
  fields: Partial<Omit<VersionRow, 'model_id' | 'number'>>,
): Promise<void> {
  await registryDb(tx.db)
    .updateTable('model_version')
    .set({ ...fields, changed_at: tx.now })
    .where('model_id', '=', model_id)
    .where('number', '=', number)
    .execute();
}

interface Happening {
  what: 'described' | 'moved' | 'tagged' | 'untagged' | 'deleted';
  data?: Readonly<Record<string, unknown>>;
}

async function editVersion(
  ctx: Context,
  { name, version }: Which,
  work: (tx: Tx, row: VersionRow) => Promise<Happening>,
): Promise<void> {
  await change(ctx, async (tx) => {
    const model = await lockModel(tx, ctx, name);
    const row = await getVersionRow(tx.db, model, version);
    const { what, data = {} } = await work(tx, row);
    tx.record({
      type: `model_version.${what}`,
      subject: { kind: 'registered_model', id: model.id },
      problemId: model.problem_id,
      data: { number: row.number, ...data },
    });
  });
}
