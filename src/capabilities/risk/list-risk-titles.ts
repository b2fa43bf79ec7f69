import type { AnyDb } from '../../platform/db/database.ts';
import { riskDb } from './tables.ts';

/** What risks are called, removed ones too. */
export function listRiskTitles(
  db: AnyDb,
  ids: readonly string[],
): Promise<{ problemId: string; id: string; name: string }[]> {
  return riskDb(db)
    .selectFrom('risk')
    .select(['id', 'problem_id as problemId', 'what as name'])
    .where('id', 'in', ids)
    .execute();
}
