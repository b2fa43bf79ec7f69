import { sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import { type FactName, factNames } from '../run.ts';
import { factConditions } from './six-facts-condition.ts';

/** Which of the six facts each of these runs lacks, by run. */
export async function findLacks(
  { db, database }: Context,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, FactName[]>> {
  if (runIds.length === 0) return new Map();
  const given = factConditions(database.kind);
  const columns = factNames.map((name) => sql`case when ${given[name]} then 1 else 0 end as ${sql.ref(name)}`);
  const { rows } = await sql<{ id: string } & Record<FactName, number>>`
    select run.id as id, ${sql.join(columns)} from run where ${oneOf(db, 'run.id', runIds)}`.execute(db);
  return new Map(rows.map((row) => [row.id, factNames.filter((name) => row[name] === 0)]));
}
