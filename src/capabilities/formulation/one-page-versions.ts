import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import { formulationErrors } from './errors.ts';
import type { OnePageContent, OnePageVersion } from './one-page-contract.ts';
import { formulationDb } from './tables.ts';

const columns = ['number', 'hash', 'kept_by as keptBy', 'at'] as const;

/** The newest first. */
export async function listVersions(db: AnyDb, problemId: string): Promise<OnePageVersion[]> {
  return formulationDb(db)
    .selectFrom('one_page_version')
    .select(columns)
    .where('problem_id', '=', problemId)
    .orderBy('number', 'desc')
    .execute();
}

/** Throws 404 where the problem has no such version. */
export async function getVersion(
  db: AnyDb,
  { problemId, number }: { problemId: string; number: number },
): Promise<OnePageVersion & { content: OnePageContent }> {
  const row = await formulationDb(db)
    .selectFrom('one_page_version')
    .select([...columns, 'content'])
    .where('problem_id', '=', problemId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) throw formulationErrors.onePageNotFound({ number });
  return { ...row, content: fromJson<OnePageContent>(row.content) };
}
