import { sql } from 'kysely';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** Ways to few of very many runs: by what a tag or a parameter says, and by their start as they are listed. */
export const findingRunsStep: SchemaStep = {
  name: '0046-finding-runs',
  up: async (db, kind) => {
    for (const table of ['run_tag', 'run_param'])
      // Its beginning is enough to find by, and a long value does not fit in an index of PostgreSQL.
      await sql.raw(`create index ${table}_value on ${table} (key, substr(value, 1, 64), run_id)`).execute(db);
    if (kind !== 'postgres') return;
    // What has not begun comes last, where PostgreSQL by itself puts it first.
    await sql.raw('drop index run_latest').execute(db);
    await sql.raw('create index run_latest on run (experiment_id, started_at desc nulls last, id)').execute(db);
  },
};
