import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/context/change.ts';
import { lockRow } from '../../platform/db/lock-row.ts';
import { explorationErrors } from './errors.ts';
import { explorationDb, type ExplorationTables } from './tables.ts';

interface Place {
  problemId: string;
  findingId: string;
}

/** A finding of this problem, withdrawn or not, held until the end of the change. Throws 404. */
export function lockAnyFinding(
  { db }: Pick<Tx, 'db'>,
  { problemId, findingId: id }: Place,
): Promise<Selectable<ExplorationTables['finding']>> {
  return lockRow(explorationDb(db), 'finding', { problemId, id, notFound: explorationErrors.findingNotFound });
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
