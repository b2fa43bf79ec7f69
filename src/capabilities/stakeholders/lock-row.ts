import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/context/change.ts';
import { platformErrors } from '../../platform/errors/platform-errors.ts';
import { stakeholderErrors } from './errors.ts';
import { stakeholderDb, type StakeholderTables } from './tables.ts';

type Table = keyof StakeholderTables;
interface Wanted {
  problemId: string;
  id: string;
}

const unknown = {
  stakeholder: stakeholderErrors.notFound,
  stakeholder_hearing: stakeholderErrors.hearingNotFound,
  stakeholder_question: stakeholderErrors.questionNotFound,
} as const;

/**
 * One row of this problem, removed or not, held until the end of the change: writing it to itself is a lock that both
 * databases know. Throws 404.
 */
export async function lockAny<T extends Table>(
  tx: Tx,
  table: T,
  { problemId, id }: Wanted,
): Promise<Selectable<StakeholderTables[T]>> {
  const row = await stakeholderDb(tx.db)
    // One of them stands for all: the columns used here are in each.
    .updateTable(table as 'stakeholder')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('problem_id', '=', problemId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw unknown[table]({ id });
  return row as unknown as Selectable<StakeholderTables[T]>;
}

/** As `lockAny`, of what is there: a removed one, or one of a removed stakeholder, is not found. */
export async function lockPresent<T extends Table>(
  tx: Tx,
  table: T,
  wanted: Wanted,
): Promise<Selectable<StakeholderTables[T]>> {
  const row = await lockAny(tx, table, wanted);
  const { removed_at, stakeholder_id } = row as { removed_at: number | null; stakeholder_id?: string };
  if (removed_at !== null) throw unknown[table]({ id: wanted.id });
  if (stakeholder_id !== undefined) await lockPresent(tx, 'stakeholder', { ...wanted, id: stakeholder_id });
  return row;
}

/** Throws 409 with both texts where the caller changed another version than the current one. */
export function refuseStale(
  versions: { given: number; current: number },
  texts: { yours: unknown; theirs: unknown },
): void {
  if (versions.given !== versions.current) throw platformErrors.changedMeanwhile({ ...texts, ...versions });
}
