import { sql } from 'kysely';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** Who sees to a condition of a go, and what was told of its date already. */
export const conditionsStep: SchemaStep = {
  name: '0019-conditions',
  up: async (db) => {
    for (const column of ['owner_id', 'told'])
      await db.schema.alterTable('decision_condition').addColumn(column, 'text').execute();
    await sql.raw('create index decision_condition_open on decision_condition (due) where met_at is null').execute(db);
  },
};
