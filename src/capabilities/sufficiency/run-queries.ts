import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { sufficiencyRuns } from './runs.ts';
import type { SufficiencyRun } from './sufficiency-contract.ts';
import { sufficiencyDb, type SufficiencyTables } from './tables.ts';

export type StoredRun = Selectable<SufficiencyTables['sufficiency_run']>;

/** The last run of a requirement, in any state or in one. */
export function findLastRun(
  db: AnyDb,
  { problemId, dataRequirementId, state }: { problemId: string; dataRequirementId: string; state?: 'done' },
): Promise<StoredRun | undefined> {
  let runs = sufficiencyDb(db)
    .selectFrom('sufficiency_run')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('requirement_id', '=', dataRequirementId);
  if (state !== undefined) runs = runs.where('state', '=', state);
  return runs.orderBy('id', 'desc').limit(1).executeTakeFirst();
}

export async function runFrom(db: AnyDb, row: StoredRun, locale: Locale): Promise<SufficiencyRun> {
  return {
    ...(await sufficiencyRuns.show(db, row, locale)),
    dataRequirementId: row.requirement_id,
    planVersion: row.plan_version,
    datasetId: row.dataset_id,
    methodVersion: row.method_version,
  };
}
