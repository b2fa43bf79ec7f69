import { PostgresAdapter, type RawBuilder, sql } from 'kysely';
import { toJson } from '../json.ts';
import type { AnyDb } from './database.ts';

/**
 * The column holds one of these. They are one parameter, so that the text of the statement is the same however many there are,
 * and each database prepares it once.
 * @example query.where(oneOf(db, 'run_id', ids))
 */
export function oneOf(db: AnyDb, column: string, values: readonly string[]): RawBuilder<boolean> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) return sql`${sql.ref(column)} = any(${[...values]}::text[])`;
  return sql`${sql.ref(column)} in (select value from json_each(${toJson(values)}))`;
}
