import type { Selectable } from 'kysely';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { oneOf } from '../../platform/db/one-of.ts';
import { demandTracking, type KeyValue } from '../tracking/index.ts';
import { registryErrors } from './errors.ts';
import type { ModelVersion, RegisteredModel } from './registered-model.ts';
import { registryDb, type RegistryTables } from './tables.ts';

export type ModelRow = Selectable<RegistryTables['registered_model']>;
export type VersionRow = Selectable<RegistryTables['model_version']>;

/** Throws 404, also for one in a problem that the actor may not know of. */
export async function getRegisteredModel(ctx: Context, name: string): Promise<RegisteredModel> {
  const row = await getModelRow(ctx.db, name);
  await demandTracking(ctx, 'read', row.problem_id);
  const [model] = await withLabels(ctx.db, [row]);
  if (!model) throw registryErrors.modelNotFound({ name });
  return model;
}

export async function getModelRow(db: AnyDb, name: string): Promise<ModelRow> {
  const row = await registryDb(db)
    .selectFrom('registered_model')
    .selectAll()
    .where('name', '=', name)
    .executeTakeFirst();
  if (!row) throw registryErrors.modelNotFound({ name });
  return row;
}

/** A number, or an alias. Throws 404 for an unknown version, 400 for an unknown alias. */
export async function getModelVersion(
  ctx: Context,
  { name, version }: { name: string; version: string },
): Promise<ModelVersion> {
  const model = await getModelRow(ctx.db, name);
  await demandTracking(ctx, 'read', model.problem_id);
  const row = await getVersionRow(ctx.db, model, version);
  const [found] = await versionsWithLabels(ctx.db, [{ ...row, name }]);
  if (!found) throw registryErrors.versionNotFound({ name, version });
  return found;
}

export async function getVersionRow(db: AnyDb, model: ModelRow, version: string): Promise<VersionRow> {
  const row =
    /^\d{1,9}$/.test(version) &&
    (await registryDb(db)
      .selectFrom('model_version')
      .selectAll()
      .where('model_id', '=', model.id)
      .where('number', '=', Number(version))
      .where('deleted_at', 'is', null)
      .executeTakeFirst());
  if (!row) throw registryErrors.versionNotFound({ name: model.name, version });
  return row;
}

/** `latest` is the highest number. */
export async function getVersionByAlias(
  ctx: Context,
  { name, alias }: { name: string; alias: string },
): Promise<ModelVersion> {
  const model = await getModelRow(ctx.db, name);
  await demandTracking(ctx, 'read', model.problem_id);
  const number = await (alias.toLowerCase() === 'latest'
    ? highest(ctx.db, model.id)
    : registryDb(ctx.db)
        .selectFrom('model_alias')
        .select('number')
        .where('model_id', '=', model.id)
        .where('alias', '=', alias)
        .executeTakeFirst()
        .then((row) => row?.number));
  if (number === undefined) throw registryErrors.aliasNotFound({ alias, name });
  return getModelVersion(ctx, { name, version: String(number) });
}

async function highest(db: AnyDb, modelId: string): Promise<number | undefined> {
  const row = await registryDb(db)
    .selectFrom('model_version')
    .select('number')
    .where('model_id', '=', modelId)
    .where('deleted_at', 'is', null)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return row?.number;
}

/** In the order of the rows, each with the highest version of each stage. */
export async function withLabels(db: AnyDb, rows: readonly ModelRow[]): Promise<RegisteredModel[]> {
  if (rows.length === 0) return [];
  const on = registryDb(db);
  const ofThese = oneOf(
    db,
    'model_id',
    rows.map(({ id }) => id),
  );
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
  const [tags, aliases, versions] = await Promise.all([
    on.selectFrom('registered_model_tag').selectAll().where(ofThese).orderBy('key').execute(),
    on.selectFrom('model_alias').selectAll().where(ofThese).orderBy('alias').execute(),
    on
      .selectFrom('model_version')
      .selectAll()
      .where('deleted_at', 'is', null)
      .where((is) =>
        is(is.refTuple('model_id', 'number'), 'in', (of) =>
          of
            .selectFrom('model_version')
            .select((max) => ['model_id', max.fn.max('number').as('number')])
            .where(ofThese)
            .where('deleted_at', 'is', null)
            .groupBy(['model_id', 'stage'])
            .$asTuple('model_id', 'number'),
        ),
      )
      .orderBy('number', 'desc')
      .execute(),
  ]);
  const latest = await versionsWithLabels(
    db,
    versions.map((version) => ({ ...version, name: nameOf.get(version.model_id) ?? '' })),
  );
  const tagsOf = Map.groupBy(tags, ({ model_id }) => model_id);
  const aliasesOf = Map.groupBy(aliases, ({ model_id }) => model_id);
  const latestOf = Map.groupBy(latest, ({ name }) => name);
  return rows.map(({ id, name, description, problem_id, created_at, changed_at }) => ({
    name,
    description,
    problemId: problem_id,
    createdAt: created_at,
    changedAt: changed_at,
    tags: (tagsOf.get(id) ?? []).map(asKeyValue),
    aliases: (aliasesOf.get(id) ?? []).map(({ alias, number }) => ({ alias, number })),
    latest: latestOf.get(name) ?? [],
  }));
}

const asKeyValue = ({ key, value }: KeyValue): KeyValue => ({ key, value });

export async function versionsWithLabels(
  db: AnyDb,
  rows: readonly (VersionRow & { name: string })[],
): Promise<ModelVersion[]> {
  if (rows.length === 0) return [];
  const on = registryDb(db);
  const ofThese = oneOf(db, 'model_id', [...new Set(rows.map(({ model_id }) => model_id))]);
  const [tags, aliases] = await Promise.all([
    on.selectFrom('model_version_tag').selectAll().where(ofThese).orderBy('key').execute(),
    on.selectFrom('model_alias').selectAll().where(ofThese).orderBy('alias').execute(),
  ]);
  const placeOf = (row: { model_id: string; number: number }) => `${row.model_id} ${row.number}`;
  const tagsOf = Map.groupBy(tags, placeOf);
  const aliasesOf = Map.groupBy(aliases, placeOf);
  return rows.map((row) => ({
    name: row.name,
    number: row.number,
    source: row.source,
    storageUri: row.storage_uri,
    filesFrom: row.files_from,
    runId: row.run_id,
    loggedModelId: row.logged_model_id,
    runLink: row.run_link,
    description: row.description,
    stage: row.stage,
    createdBy: row.created_by,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    tags: (tagsOf.get(placeOf(row)) ?? []).map(asKeyValue),
    aliases: (aliasesOf.get(placeOf(row)) ?? []).map(({ alias }) => alias),
  }));
}
