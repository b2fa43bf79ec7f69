import { type RawBuilder, sql } from 'kysely';
import { filterErrors } from '../../../platform/filter/errors.ts';
import {
  amongst,
  type Asked,
  compareFact,
  compareNumber,
  compareText,
  condition,
  refuseField,
} from '../../../platform/filter/condition.ts';
import type { Comparison, Filter } from '../../../platform/filter/filter.ts';
import { readOrderClause } from '../../../platform/filter/order-clause.ts';

export interface DatasetWanted {
  name: string;
  /** null: any */
  digest: string | null;
}

const attributes: Readonly<Record<string, { column: string; type: 'text' | 'number' }>> = {
  name: { column: 'name', type: 'text' },
  model_id: { column: 'id', type: 'text' },
  model_type: { column: 'model_type', type: 'text' },
  status: { column: 'status', type: 'text' },
  source_run_id: { column: 'source_run_id', type: 'text' },
  experiment_id: { column: 'experiment_id', type: 'number' },
  artifact_location: { column: 'artifact_uri', type: 'text' },
  creation_timestamp: { column: 'created_at', type: 'number' },
  creation_time: { column: 'created_at', type: 'number' },
  last_updated_timestamp: { column: 'changed_at', type: 'number' },
};
const names = `${Object.keys(attributes).join(', ')}, metrics., params., tags.`;
const attributeOf = (name: string) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined);

/** The filter as a condition on `logged_model`; a metric counts where it was measured on one of the data sets. */
export function modelCondition(
  filter: Filter,
  { datasets, ...asked }: Asked & { datasets: readonly DatasetWanted[] },
): RawBuilder<boolean> {
  return condition(filter, (asks) => {
    switch (asks.entity) {
      case 'metric': {
        const holds = compareNumber(sql`m.value`, asks, asked);
        return sql`exists (select 1 from logged_model_metric m where m.model_id = logged_model.id and m.key = ${asks.key} and m.is_nan = 0 and ${on(datasets)} and ${holds})`;
      }
      case 'param':
        return compareListed(ofModel('logged_model_param', asks.key), asks, asked);
      case 'tag':
        return compareListed(ofModel('logged_model_tag', asks.key), asks, asked);
      case 'attribute':
        return ofAttribute(asks, asked);
      case 'dataset':
        throw refuseField(asks, asked, names);
    }
  });
}

const ofModel = (table: 'logged_model_param' | 'logged_model_tag', key: string) =>
  sql`select 1 from ${sql.table(table)} f where f.model_id = logged_model.id and f.key = ${key}`;

/** Here, unlike of runs, also one of a list. */
function compareListed(given: RawBuilder<unknown>, asks: Comparison, asked: Asked): RawBuilder<boolean> {
  if (!Array.isArray(asks.value)) return compareFact(given, asks, asked);
  return sql`exists (${given} and ${amongst(sql`f.value`, asks.operator, asks.value)})`;
}

/** Of what data is named, without a metric: what was measured on it at all. */
export const measuredOn = (datasets: readonly DatasetWanted[]): RawBuilder<boolean> =>
  sql`exists (select 1 from logged_model_metric m where m.model_id = logged_model.id and ${on(datasets)})`;

export function asksOfMetrics(filter: Filter | null): boolean {
  if (filter === null) return false;
  if (filter.kind === 'compare') return filter.entity === 'metric';
  return filter.kind === 'not' ? asksOfMetrics(filter.part) : filter.parts.some(asksOfMetrics);
}

function on(datasets: readonly DatasetWanted[]): RawBuilder<boolean> {
  if (datasets.length === 0) return sql`1 = 1`;
  const each = datasets.map(({ name, digest }) =>
    digest === null ? sql`m.dataset_name = ${name}` : sql`(m.dataset_name = ${name} and m.dataset_digest = ${digest})`,
  );
  return sql`(${sql.join(each, sql` or `)})`;
}

function ofAttribute(asks: Comparison, asked: Asked): RawBuilder<boolean> {
  const attribute = attributeOf(asks.key);
  if (!attribute) throw refuseField(asks, asked, names);
  const column = sql.ref<never>(`logged_model.${attribute.column}`);
  const value = asks.key === 'status' && typeof asks.value === 'string' ? statusOf(asks.value) : asks.value;
  if (Array.isArray(value)) return amongst(column, asks.operator, value);
  // An experiment is a number here, and a text for clients.
  if (asks.key === 'experiment_id' && typeof value === 'string')
    return compareText(sql`cast(${column} as text)`, asks, { ...asked, need: 'textOperator' });
  if (attribute.type === 'number') return compareNumber(column, asks, asked);
  return compareText(column, { ...asks, value }, { ...asked, need: 'textOperator' });
}

/** Clients know states by a longer name. */
const statusOf = (name: string): string => name.replace(/^LOGGED_MODEL_/, '');

export interface ModelOrderKey extends Partial<DatasetWanted> {
  field: string;
  isAscending: boolean;
}

/** A metric by what stands behind the first full stop, as it is: clients put nothing around it. */
function readField(field: string): { entity: string; key: string } {
  const [, metric] = /^metrics\.([^`"'].*)$/s.exec(field) ?? [];
  if (metric !== undefined) return { entity: 'metric', key: metric };
  return readOrderClause(field, ({ entity, key }) => {
    if (entity === 'attribute') return attributeOf(key)?.column;
    return entity === 'metric' ? key : undefined;
  });
}

/** The newest first, and of one moment by id, behind what was asked for. Throws `filter.bad_order`. */
export function modelOrder(keys: readonly ModelOrderKey[]): RawBuilder<unknown> {
  const by: RawBuilder<unknown>[] = keys.map(({ field, isAscending, name, digest }) => {
    const read = readField(field);
    const way = sql.raw(isAscending ? 'asc' : 'desc');
    if (read.entity === 'attribute') return sql`${sql.ref(`logged_model.${read.key}`)} ${way} nulls last`;
    const wanted = name ? [{ name, digest: digest ?? null }] : [];
    const value = sql`(select m.value from logged_model_metric m where m.model_id = logged_model.id and m.key = ${read.key} and m.is_nan = 0 and ${on(wanted)} order by m.at desc, m.step desc limit 1)`;
    return sql`${value} ${way} nulls last`;
  });
  if (keys.length > 5) throw filterErrors.badOrder({ given: keys.map(({ field }) => field).join(', ') });
  return sql.join([...by, sql`logged_model.created_at desc`, sql`logged_model.id asc`]);
}
