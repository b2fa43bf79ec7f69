import { type RawBuilder, sql } from 'kysely';
import { filterErrors } from '../../../platform/filter/errors.ts';
import type { FieldRef } from '../../../platform/filter/filter.ts';
import { type OrderKey, readOrderClause } from '../../../platform/filter/order-clause.ts';
import { runAttribute } from './run-attributes.ts';

/** Throws `filter.bad_order`, or that a key stands in it twice. */
export function readOrder(clauses: readonly string[]): OrderKey[] {
  const keys = clauses.map((clause) => readOrderClause(clause, nameOf));
  const seen = new Set<string>();
  for (const [index, { entity, key }] of keys.entries()) {
    const name = `${entity} ${key}`;
    if (seen.has(name)) throw filterErrors.sameOrderTwice({ given: clauses[index] ?? '' });
    seen.add(name);
  }
  return keys;
}

function nameOf({ entity, key }: FieldRef): string | undefined {
  if (entity === 'dataset') return undefined;
  return entity === 'attribute' ? runAttribute(key)?.column : key;
}

export interface RunOrder {
  /** what the keys need joined to `run` */
  joins: RawBuilder<unknown>;
  by: RawBuilder<unknown>;
}

const tables = { metric: 'run_metric', param: 'run_param', tag: 'run_tag' } as const;

/**
 * What is missing comes last whichever way, before it what is not a number; then the newest first, then by id: so that pages
 * follow one another.
 */
export function runOrder(keys: readonly OrderKey[]): RunOrder {
  const joins: RawBuilder<unknown>[] = [];
  const by: RawBuilder<unknown>[] = [];
  for (const [index, { entity, key, isDescending }] of keys.entries()) {
    const direction = sql.raw(isDescending ? 'desc' : 'asc');
    if (entity === 'attribute') {
      by.push(sql`${sql.ref(`run.${key}`)} ${direction} nulls last`);
      continue;
    }
    if (entity === 'dataset') continue;
    const alias = `o${index}`;
    const value = sql.ref(`${alias}.value`);
    joins.push(
      sql`left join ${sql.table(tables[entity])} as ${sql.ref(alias)} on ${sql.ref(`${alias}.run_id`)} = run.id and ${sql.ref(`${alias}.key`)} = ${key}`,
    );
    if (entity === 'metric')
      by.push(sql`case when ${value} is null then 2 when ${sql.ref(`${alias}.is_nan`)} = 1 then 1 else 0 end`);
    by.push(sql`${value} ${direction} nulls last`);
  }
  const names = new Set(keys.filter(({ entity }) => entity === 'attribute').map(({ key }) => key));
  if (!names.has('started_at')) by.push(sql`run.started_at desc nulls last`);
  if (!names.has('id')) by.push(sql`run.id asc`);
  return { joins: sql.join(joins, sql` `), by: sql.join(by) };
}
