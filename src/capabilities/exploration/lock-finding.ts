import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/context/change.ts';
import { explorationErrors } from './errors.ts';
import { explorationDb, type ExplorationTables } from './tables.ts';

interface Place {
  problemId: string;
  findingId: string;
}

/**
 * A finding of this problem, withdrawn or not, held until the end of the change: writing it to itself is a lock that both
 * databases know. Throws 404.
 */
export async function lockAnyFinding(
  { db }: Pick<Tx, 'db'>,
  { problemId, findingId: id }: Place,
): Promise<Selectable<ExplorationTables['finding']>> {
  const row = await explorationDb(db)
    .updateTable('finding')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('problem_id', '=', problemId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw explorationErrors.findingNotFound({ id });
  return row;
}

/** As `lockAnyFinding`, of one that is not withdrawn. */
export async function lockFinding(tx: Pick<Tx, 'db'>, place: Place): Promise<Selectable<ExplorationTables['finding']>> {
  const row = await lockAnyFinding(tx, place);
  if (row.withdrawn_at !== null) throw explorationErrors.findingNotFound({ id: place.findingId });
  return row;
}

/** The newest version of the data on which it was drawn. */
export async function lastDrawing({ db }: Pick<Tx, 'db'>, findingId: string): Promise<{ id: string; number: number }> {
  return explorationDb(db)
    .selectFrom('finding_drawing')
    .select(['version_id as id', 'version_number as number'])
    .where('finding_id', '=', findingId)
    .orderBy('version_number', 'desc')
    .executeTakeFirstOrThrow();
}
