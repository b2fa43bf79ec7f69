import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/context/change.ts';
import { lockRow } from '../../platform/db/lock-row.ts';
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

/** Removed or not. Throws 404. */
export function lockAny<T extends Table>(tx: Tx, table: T, wanted: Wanted): Promise<Selectable<StakeholderTables[T]>> {
  return lockRow(stakeholderDb(tx.db), table, { ...wanted, notFound: unknown[table] });
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
