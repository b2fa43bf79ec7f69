import { type RawBuilder, sql } from 'kysely';
import type { DatabaseKind } from '../db/database.ts';
import { filterErrors } from './errors.ts';
import type { FilterNeed } from './filter-needs.ts';
import type { Comparison, Filter, Operator } from './filter.ts';
import { refusal } from './parse-filter.ts';
import { textMatch } from './text-match.ts';

/** The filter as a condition of SQL, its comparisons each made by `compare`. */
export function condition(filter: Filter, compare: (asks: Comparison) => RawBuilder<boolean>): RawBuilder<boolean> {
  if (filter.kind === 'compare') return compare(filter);
  if (filter.kind === 'not') return sql`not (${condition(filter.part, compare)})`;
  const parts = filter.parts.map((part) => sql`(${condition(part, compare)})`);
  return sql`${sql.join(parts, filter.kind === 'and' ? sql` and ` : sql` or `)}`;
}

export interface Asked {
  /** the filter as it was written, for the sentence of a refusal */
  text: string;
  kind: DatabaseKind;
}

export const refuse = ({ position }: Comparison, { text }: Asked, need: FilterNeed) => refusal(text, position, need);

/** @param names what there is to search by */
export const refuseField = ({ position }: Comparison, { text }: Asked, names: string) =>
  filterErrors.unknownField({ filter: text, position, names });

const ofNumbers: ReadonlySet<Operator> = new Set(['=', '!=', '>', '>=', '<', '<=']);

export function compareNumber(column: RawBuilder<unknown>, asks: Comparison, asked: Asked): RawBuilder<boolean> {
  const { operator, value } = asks;
  if (!ofNumbers.has(operator) || typeof value !== 'number') throw refuse(asks, asked, 'numberOperator');
  return sql`${column} ${sql.raw(operator)} ${value}`;
}

/** @param asked with what to say of another operator */
export function compareText(
  column: RawBuilder<string>,
  asks: Comparison,
  asked: Asked & { need: FilterNeed },
): RawBuilder<boolean> {
  const { operator, value } = asks;
  if (typeof value !== 'string') throw refuse(asks, asked, asked.need);
  if (operator === '=') return sql`${column} = ${value}`;
  if (operator === '!=') return sql`${column} <> ${value}`;
  if (operator !== 'LIKE' && operator !== 'ILIKE') throw refuse(asks, asked, asked.need);
  return textMatch(column, { pattern: value, isExact: operator === 'LIKE' }, asked.kind);
}

/** Of something that a thing may have by name: its tags, its parameters. `given` finds the one of that name. */
export function compareFact(given: RawBuilder<unknown>, asks: Comparison, asked: Asked): RawBuilder<boolean> {
  if (asks.operator === 'IS NULL') return sql`not exists (${given})`;
  if (asks.operator === 'IS NOT NULL') return sql`exists (${given})`;
  return sql`exists (${given} and ${compareText(sql`f.value`, asks, { ...asked, need: 'textOperator' })})`;
}

/** One of a list, or none of them. */
export const amongst = (
  column: RawBuilder<unknown>,
  operator: Operator,
  values: readonly string[],
): RawBuilder<boolean> =>
  operator === 'IN' ? sql`${column} in (${sql.join(values)})` : sql`${column} not in (${sql.join(values)})`;
