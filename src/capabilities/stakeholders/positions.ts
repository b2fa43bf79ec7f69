import type { AnyDb } from '../../platform/db/database.ts';
import { stakeholderErrors } from './errors.ts';
import { stakeholderDb } from './tables.ts';

const most = 200;

/** After everybody else, removed ones included, so that a restored one finds its place. */
export async function nextPosition(db: AnyDb, problemId: string): Promise<number> {
  const { last } = await stakeholderDb(db)
    .selectFrom('stakeholder')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('problem_id', '=', problemId)
    .executeTakeFirstOrThrow();
  return last === null ? 0 : last + 1;
}

export async function listPresentIds(db: AnyDb, problemId: string): Promise<string[]> {
  const rows = await stakeholderDb(db)
    .selectFrom('stakeholder')
    .select('id')
    .where('problem_id', '=', problemId)
    .where('removed_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

export async function refuseMore(db: AnyDb, problemId: string): Promise<void> {
  if ((await listPresentIds(db, problemId)).length >= most) throw stakeholderErrors.tooMany({ limit: most });
}

/** Hearings and questions are read one after another: there is an end to them too. */
export async function refuseMoreOf(
  db: AnyDb,
  table: 'stakeholder_hearing' | 'stakeholder_question',
  stakeholderId: string,
): Promise<void> {
  const { count } = await stakeholderDb(db)
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('stakeholder_id', '=', stakeholderId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (count >= most) throw stakeholderErrors.tooMany({ limit: most });
}
