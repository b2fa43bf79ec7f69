import { type RawBuilder, sql } from 'kysely';
import {
  amongst,
  type Asked,
  compareFact,
  compareNumber,
  compareText,
  condition,
  refuseField,
} from '../../../platform/filter/condition.ts';
import type { Comparison, FieldRef, Filter } from '../../../platform/filter/filter.ts';
import { readOrderClause } from '../../../platform/filter/order-clause.ts';

const attributes: Readonly<Record<string, { column: string; type: 'text' | 'number' }>> = {
  experiment_id: { column: 'id', type: 'text' },
  name: { column: 'name', type: 'text' },
  creation_time: { column: 'created_at', type: 'number' },
  last_update_time: { column: 'changed_at', type: 'number' },
};
const attributeOf = ({ entity, key }: FieldRef) =>
  entity === 'attribute' && Object.hasOwn(attributes, key) ? attributes[key] : undefined;

/** The filter as a condition on `experiment`: by name, moments and tags. Throws `filter.bad_filter`. */
export function experimentCondition(filter: Filter, asked: Asked): RawBuilder<boolean> {
  return condition(filter, (asks) => {
    if (asks.entity === 'tag') {
      const given = sql`select 1 from experiment_tag f where f.experiment_id = experiment.id and f.key = ${asks.key}`;
      return compareFact(given, asks, asked);
    }
    const attribute = attributeOf(asks);
    if (!attribute) throw refuseField(asks, asked, 'name, experiment_id, creation_time, last_update_time, tags.');
    const column = sql.ref<never>(`experiment.${attribute.column}`);
    if (attribute.type === 'number') return compareNumber(column, asks, asked);
    // A number here, and a text for clients.
    if (attribute.column === 'id') return compareId(sql`cast(${column} as text)`, asks, asked);
    return compareText(column, asks, { ...asked, need: 'textOperator' });
  });
}

function compareId(id: RawBuilder<string>, asks: Comparison, asked: Asked): RawBuilder<boolean> {
  if (Array.isArray(asks.value)) return amongst(id, asks.operator, asks.value);
  return compareText(id, asks, { ...asked, need: 'textOperator' });
}

/** The newest first, and of one moment by id, behind what was asked for. Throws `filter.bad_order`. */
export function experimentOrder(clauses: readonly string[]): RawBuilder<unknown> {
  const by = new Map<string, RawBuilder<unknown>>();
  for (const clause of clauses) {
    const { key, isDescending } = readOrderClause(clause, columnOf);
    by.set(key, sql`${sql.ref(`experiment.${key}`)} ${sql.raw(isDescending ? 'desc' : 'asc')}`);
  }
  if (!by.has('created_at')) by.set('created_at', sql`experiment.created_at desc`);
  if (!by.has('id')) by.set('id', sql`experiment.id asc`);
  return sql.join([...by.values()]);
}

const columnOf = (field: FieldRef): string | undefined => attributeOf(field)?.column;
