import { sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import { isOutside, knownRun } from '../facts/known-run.ts';
import { sixFactsOf } from '../facts/six-facts.ts';
import { type FactName, factNames } from '../run.ts';
import { type RunRow, withFacts } from '../run-queries.ts';
import { factConditions } from './six-facts-condition.ts';

/** Which of the six facts each of these runs lacks, by run. */
export async function findLacks(
  ctx: Context,
  found: readonly RunRow[],
): Promise<ReadonlyMap<string, readonly FactName[]>> {
  if (found.length === 0) return new Map();
  const { db, database } = ctx;
  const given = factConditions(database.kind);
  const columns = factNames.map((name) => sql`case when ${given[name]} then 1 else 0 end as ${sql.ref(name)}`);
  const { rows } = await sql<{ id: string } & Record<FactName, number>>`
    select run.id as id, ${sql.join(columns)} from run where ${oneOf(
      db,
      'run.id',
      found.map(({ id }) => id),
    )}`.execute(db);
  const lacks = new Map(rows.map((row) => [row.id, factNames.filter((name) => row[name] === 0)]));
  // Of files that are kept outside the database knows nothing.
  const outside = found.filter(
    ({ id, artifact_uri }) =>
      isOutside(ctx, artifact_uri) && lacks.get(id)?.some((fact) => fact === 'model' || fact === 'code'),
  );
  for (const run of await withFacts(db, outside)) {
    const facts = sixFactsOf(await knownRun(ctx, run));
    lacks.set(
      run.id,
      facts.flatMap((each) => (each.lacks.length > 0 ? [each.fact] : [])),
    );
  }
  return lacks;
}
