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

export interface OrderTerm {
  value: RawBuilder<unknown>;
  direction: 'asc' | 'desc';
  /** what lacks it comes last, whichever way */
  mayLack: boolean;
}

export interface RunOrder {
  /** what the terms need joined to `run` */
  joins: readonly RawBuilder<unknown>[];
  terms: readonly OrderTerm[];
}

export const orderBy = (terms: readonly OrderTerm[]): RawBuilder<unknown> =>
  sql.join(
    terms.map(
      ({ value, direction, mayLack }) => sql`${value} ${sql.raw(direction)}${sql.raw(mayLack ? ' nulls last' : '')}`,
    ),
  );

const tables = { metric: 'run_metric', param: 'run_param', tag: 'run_tag' } as const;

/**
 * What is missing comes last whichever way, before it what is not a number; then the newest first, then by id: so that pages
 * follow one another.
 */
export function runOrder(keys: readonly OrderKey[]): RunOrder {
  const joins: RawBuilder<unknown>[] = [];
  const terms: OrderTerm[] = [];
  for (const [index, { entity, key, isDescending }] of keys.entries()) {
    const direction = isDescending ? 'desc' : 'asc';
    if (entity === 'dataset') continue;
    if (entity === 'attribute') {
      terms.push({ value: sql.ref(`run.${key}`), direction, mayLack: true });
      continue;
    }
    const alias = `o${index}`;
    joins.push(
      sql`left join ${sql.table(tables[entity])} as ${sql.ref(alias)} on ${sql.ref(`${alias}.run_id`)} = run.id and ${sql.ref(`${alias}.key`)} = ${key}`,
    );
    if (entity === 'metric') terms.push({ value: sql.ref(`${alias}.is_nan`), direction: 'asc', mayLack: true });
    terms.push({ value: sql.ref(`${alias}.value`), direction, mayLack: true });
  }
  return { joins, terms: [...terms, ...newestFirst(keys)] };
}

function newestFirst(keys: readonly OrderKey[]): OrderTerm[] {
  const names = new Set(keys.filter(({ entity }) => entity === 'attribute').map(({ key }) => key));
  const byStart: OrderTerm = { value: sql.ref('run.started_at'), direction: 'desc', mayLack: true };
  const byId: OrderTerm = { value: sql.ref('run.id'), direction: 'asc', mayLack: false };
  return [...(names.has('started_at') ? [] : [byStart]), ...(names.has('id') ? [] : [byId])];
}
