import { sql } from 'kysely';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** A number that is another one after each change of what is known of a run. */
export const revisionsOfRunsStep: SchemaStep = {
  name: '0055-revisions-of-runs',
  up: async (db, kind) => {
    const type = kind === 'postgres' ? 'bigint' : 'integer';
    await sql.raw(`alter table run add column revision ${type} not null default 0`).execute(db);
    // A run changes often while it runs: with room beside it, no index is written for that.
    if (kind === 'postgres') await sql.raw('alter table run set (fillfactor = 80)').execute(db);
  },
};
