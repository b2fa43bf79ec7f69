import { type RawBuilder, sql } from 'kysely';
import { toJson } from '../json.ts';
import type { AnyDb } from './database.ts';
import { isPostgres } from './is-postgres.ts';

/**
 * The column holds one of these. They are one parameter, so that the text of the statement is the same however many there are,
 * and each database prepares it once.
 * @example query.where(oneOf(db, 'run_id', ids))
 */
export function oneOf(
  db: AnyDb,
  column: string | RawBuilder<unknown>,
  values: readonly string[] | readonly number[],
): RawBuilder<boolean> {
  const it = typeof column === 'string' ? sql.ref(column) : column;
  if (isPostgres(db)) {
    const type = sql.raw(typeof values[0] === 'number' ? 'bigint[]' : 'text[]');
    return sql`${it} = any(${[...values]}::${type})`;
  }
  return sql`${it} in (select value from json_each(${toJson(values)}))`;
}
