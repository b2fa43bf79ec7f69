import { PostgresAdapter } from 'kysely';
import type { AnyDb } from './database.ts';

/** Where the two databases need words of their own, and only a connection is at hand. */
export const isPostgres = (db: AnyDb): boolean => db.getExecutor().adapter instanceof PostgresAdapter;
