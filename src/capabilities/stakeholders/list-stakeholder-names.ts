import type { AnyDb } from '../../platform/db/database.ts';
import { listNames } from '../identity/index.ts';
import { stakeholderDb } from './tables.ts';

/** What stakeholders are called, removed ones too; null: the name was erased. */
export async function listStakeholderNames(
  db: AnyDb,
  ids: readonly string[],
): Promise<{ problemId: string; id: string; name: string | null }[]> {
  if (ids.length === 0) return [];
  const rows = await stakeholderDb(db)
    .selectFrom('stakeholder')
    .select(['id', 'problem_id as problemId', 'user_id', 'name'])
    .where('id', 'in', ids)
    .execute();
  const users = await listNames(
    db,
    rows.flatMap(({ user_id }) => user_id ?? []),
  );
  return rows.map(({ id, problemId, user_id, name }) => ({
    id,
    problemId,
    name: user_id === null ? name : (users.get(user_id) ?? null),
  }));
}
