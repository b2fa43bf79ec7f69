import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context/context.ts';
import {
  amongst,
  type Asked,
  compareFact,
  compareNumber,
  compareText,
  condition,
  refuseField,
} from '../../platform/filter/condition.ts';
import { filterErrors } from '../../platform/filter/errors.ts';
import type { Comparison, FieldRef, Filter } from '../../platform/filter/filter.ts';
import { readOrderClause } from '../../platform/filter/order-clause.ts';
import { type Page, pageFrom, pageOf } from '../../platform/filter/page-token.ts';
import { parseFilter } from '../../platform/filter/parse-filter.ts';
import { readableOrInbox } from '../tracking/index.ts';
import type { ModelVersion, RegisteredModel } from './registered-model.ts';
import { type ModelRow, versionsWithLabels, type VersionRow, withLabels } from './registry-queries.ts';

export interface RegistrySearch {
  filter: string;
  orderBy: readonly string[];
  limit: number;
  pageToken: string;
}

const mostModels = 1_000;
const mostVersions = 200_000;

/** By this tag a model is a prompt, which is listed only where it is asked for. */
export const promptTag = 'mlflow.prompt.is_prompt';

/** Models that the actor may see, by name where no other order is asked for. */
export async function searchRegisteredModels(ctx: Context, asked: RegistrySearch): Promise<Page<RegisteredModel>> {
  const page = pageOf(asked, mostModels);
  const filter = parseFilter(asked.filter);
  const conditions = [await readableOrInbox(ctx, 'registered_model.problem_id')];
  if (filter) conditions.push(sql`(${modelCondition(filter, { text: asked.filter, kind: ctx.database.kind })})`);
  if (!filter || !speaksOfPrompts(filter)) conditions.push(sql`not ${isPrompt}`);
  const order = orderBy(asked.orderBy, { columns: modelColumns, otherwise: [['name', 'asc']] });
  const { rows } = await sql<ModelRow>`
    select registered_model.* from registered_model where ${sql.join(conditions, sql` and `)}
    order by ${order} limit ${page.limit + 1} offset ${page.offset}`.execute(ctx.db);
  return pageFrom(rows, await withLabels(ctx.db, rows.slice(0, page.limit)), page);
}

/** Versions of models that the actor may see: what changed last first where no order is asked for, then by name, the highest number first. */
export async function searchModelVersions(ctx: Context, asked: RegistrySearch): Promise<Page<ModelVersion>> {
  const page = pageOf(asked, mostVersions);
  const filter = parseFilter(asked.filter);
  const conditions = [await readableOrInbox(ctx, 'registered_model.problem_id'), sql`model_version.deleted_at is null`];
  if (filter) conditions.push(sql`(${versionCondition(filter, { text: asked.filter, kind: ctx.database.kind })})`);
  if (!filter || !speaksOfPrompts(filter)) conditions.push(sql`not ${isPrompt}`);
  const order = orderBy(asked.orderBy, {
    columns: versionColumns,
    otherwise: [
      ...(asked.orderBy.length === 0 ? ([['changed_at', 'desc']] as const) : []),
      ['name', 'asc'],
      ['number', 'desc'],
    ],
  });
  const { rows } = await sql<VersionRow & { name: string }>`
    select model_version.*, registered_model.name from model_version
    inner join registered_model on registered_model.id = model_version.model_id
    where ${sql.join(conditions, sql` and `)}
    order by ${order} limit ${page.limit + 1} offset ${page.offset}`.execute(ctx.db);
  return pageFrom(rows, await versionsWithLabels(ctx.db, rows.slice(0, page.limit)), page);
}

/** Of a row of `registered_model`. */
export const isPrompt = sql<boolean>`exists (select 1 from registered_model_tag p where p.model_id = registered_model.id and p.key = ${promptTag} and p.value = 'true')`;

function speaksOfPrompts(filter: Filter): boolean {
  if (filter.kind === 'compare') return filter.entity === 'tag' && filter.key === promptTag;
  return filter.kind === 'not' ? speaksOfPrompts(filter.part) : filter.parts.some(speaksOfPrompts);
}

/** What is no prompt has no such tag at all, and is meant by its not being `true` all the same. */
function promptComparison({ operator, value }: Comparison): RawBuilder<boolean> | null {
  return operator === '!=' && value === 'true' ? sql`not ${isPrompt}` : null;
}

function modelCondition(filter: Filter, asked: Asked): RawBuilder<boolean> {
  return condition(filter, (asks) => {
    if (asks.entity === 'tag') {
      const ofPrompt = asks.key === promptTag ? promptComparison(asks) : null;
      const given = sql`select 1 from registered_model_tag f where f.model_id = registered_model.id and f.key = ${asks.key}`;
      return ofPrompt ?? compareFact(given, asks, asked);
    }
    if (asks.entity !== 'attribute' || asks.key !== 'name') throw refuseField(asks, asked, 'name, tags.');
    return compareText(sql`registered_model.name`, asks, { ...asked, need: 'textOperator' });
  });
}

const versionTexts: Readonly<Record<string, string>> = {
  name: 'registered_model.name',
  run_id: 'model_version.run_id',
  source_path: 'model_version.source',
};

const mayBeListed: ReadonlySet<string> = new Set(['name', 'run_id']);

function versionCondition(filter: Filter, asked: Asked): RawBuilder<boolean> {
  return condition(filter, (asks) => {
    if (asks.entity === 'tag') return ofVersionTag(asks, asked);
    if (asks.entity === 'attribute' && asks.key === 'version_number')
      return compareNumber(sql`model_version.number`, asks, asked);
    const column =
      asks.entity === 'attribute' && Object.hasOwn(versionTexts, asks.key) ? versionTexts[asks.key] : undefined;
    if (!column) throw refuseField(asks, asked, 'name, run_id, source_path, version_number, tags.');
    const value = sql.ref<never>(column);
    if (Array.isArray(asks.value) && mayBeListed.has(asks.key)) return amongst(value, asks.operator, asks.value);
    return compareText(value, asks, { ...asked, need: 'textOperator' });
  });
}

function ofVersionTag(asks: Comparison, asked: Asked): RawBuilder<boolean> {
  const ofPrompt = asks.key === promptTag ? promptComparison(asks) : null;
  const given = sql`select 1 from model_version_tag f where f.model_id = model_version.model_id and f.number = model_version.number and f.key = ${asks.key}`;
  return ofPrompt ?? compareFact(given, asks, asked);
}

type Columns = Readonly<Record<string, string>>;
const modelColumns: Columns = {
  name: 'name',
  timestamp: 'changed_at',
  creation_timestamp: 'created_at',
  last_updated_timestamp: 'changed_at',
};
const versionColumns: Columns = {
  name: 'name',
  version_number: 'number',
  creation_timestamp: 'created_at',
  last_updated_timestamp: 'changed_at',
};

function orderBy(
  clauses: readonly string[],
  { columns, otherwise }: { columns: Columns; otherwise: readonly (readonly [string, 'asc' | 'desc'])[] },
): RawBuilder<unknown> {
  const columnOf = ({ entity, key }: FieldRef) =>
    entity === 'attribute' && Object.hasOwn(columns, key) ? columns[key] : undefined;
  const by = new Map<string, 'asc' | 'desc'>();
  for (const clause of clauses) {
    const { key, isDescending } = readOrderClause(clause, columnOf);
    if (by.has(key)) throw filterErrors.sameOrderTwice({ given: clause });
    by.set(key, isDescending ? 'desc' : 'asc');
  }
  for (const [column, way] of otherwise) if (!by.has(column)) by.set(column, way);
  const table = columns === modelColumns ? 'registered_model' : 'model_version';
  return sql.join(
    [...by].map(([column, way]) => {
      const place = column === 'name' ? 'registered_model.name' : `${table}.${column}`;
      return sql`${sql.ref(place)} ${sql.raw(way)}`;
    }),
  );
}
