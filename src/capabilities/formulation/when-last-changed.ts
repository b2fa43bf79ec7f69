import type { AnyDb } from '../../platform/db/database.ts';
import { formulationDb } from './tables.ts';

/** When anything of a problem was last written. */
export async function whenLastChanged(db: AnyDb, problemId: string): Promise<number> {
  const { changed_at } = await formulationDb(db)
    .selectFrom('problem_summary')
    .select('changed_at')
    .where('problem_id', '=', problemId)
    .executeTakeFirstOrThrow();
  return changed_at;
}
