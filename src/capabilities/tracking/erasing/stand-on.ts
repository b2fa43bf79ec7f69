import type { Tx } from '../../../platform/context/change.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import { trackingErrors } from '../errors.ts';
import { trackingDb } from '../tables.ts';
import type { ErasableTable } from './deleted-queries.ts';

/** Held until the end of the change, since writing them to themselves is a lock that both databases know. Answers those that are there. */
export async function lockThings(tx: Tx, table: ErasableTable, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await trackingDb(tx.db)
    .updateTable(table)
    .set((is) => ({ status: is.ref('status') }) as never)
    .where(oneOf(tx.db, 'id', ids))
    .returning('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

interface StoodOn {
  runId: string | null;
  modelId: string | null;
  /** it is only told beside the model, whose files these are */
  mayRunBeGone?: boolean;
}

/**
 * For whoever makes something that stands on a run or a logged model: neither of them, nor a file of theirs, is erased until that
 * is committed, and whoever erases then sees it. Throws 404 for what is gone already.
 */
export async function standOn(tx: Tx, { runId, modelId, mayRunBeGone = false }: StoodOn): Promise<void> {
  if (runId !== null && !(await lockThings(tx, 'run', [runId])).has(runId) && !mayRunBeGone)
    throw trackingErrors.runNotFound({ id: runId });
  if (modelId !== null && !(await lockThings(tx, 'logged_model', [modelId])).has(modelId))
    throw trackingErrors.modelNotFound({ id: modelId });
}
