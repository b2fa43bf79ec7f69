import { randomInt } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { isPostgres } from '../../platform/db/is-postgres.ts';
import { oneOf } from '../../platform/db/one-of.ts';

/** Which run, and as of which change: as long as the revision is the same, so is all that is answered of the run. */
export interface RunMark {
  id: string;
  revision: number;
}

/** Begins anywhere, so that a run that is brought again after its erasure is not taken for the one that was. */
export const firstRevision = (): number => randomInt(2 ** 47);

export const nextRevision: RawBuilder<number> = sql<number>`revision + 1`;

/**
 * Whoever changes what is known of a run calls this first, in the same transaction: whoever keeps an answer about it asks anew. The
 * runs are held until the commit, in one order, so that of two changes at a time neither waits for the other.
 */
export async function markChanged(db: AnyDb, runIds: readonly string[]): Promise<void> {
  if (runIds.length > 0) await sql`update run set revision = ${nextRevision} where ${held(db, runIds)}`.execute(db);
}

/** These runs; in PostgreSQL locked by their order. SQLite has one writer. */
export const held = (db: AnyDb, runIds: readonly string[]): RawBuilder<boolean> =>
  isPostgres(db)
    ? sql`id in (select id from run where ${oneOf(db, 'id', runIds)} order by id for update)`
    : oneOf(db, 'id', runIds);
