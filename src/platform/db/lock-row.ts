import type { Kysely, Selectable } from 'kysely';
import type { AppError } from '../errors/app-error.ts';

interface Wanted {
  problemId: string;
  id: string;
  notFound: (given: { id: string }) => AppError;
}

/** What every table has of which a row is held. */
type Lockable = Kysely<{ row: { id: string; problem_id: string; version: number } }>;

/**
 * One row of a problem, removed or not, held until the end of the change: writing it to itself is a lock that both
 * databases know.
 */
export async function lockRow<Tables, T extends keyof Tables & string>(
  db: Kysely<Tables>,
  table: T,
  { problemId, id, notFound }: Wanted,
): Promise<Selectable<Tables[T]>> {
  const row = await (db as unknown as Lockable)
    .updateTable(table as unknown as 'row')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('problem_id', '=', problemId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw notFound({ id });
  return row as unknown as Selectable<Tables[T]>;
}
