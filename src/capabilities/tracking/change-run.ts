import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { trackingErrors } from './errors.ts';
import { getRunRow, type RunRow } from './run-queries.ts';
import { nextRevision } from './run-revision.ts';
import { demandTracking } from './standing.ts';
import { trackingDb } from './tables.ts';

/** A run with the problem of its experiment. */
export type HeldRun = RunRow & { problem_id: string | null };

/** What has happened to the run, for the record. */
export interface RunHappening {
  what: 'updated' | 'deleted' | 'restored' | 'untagged' | 'linked';
  data?: Readonly<Record<string, unknown>>;
}

type Work = (tx: Tx, run: HeldRun) => Promise<RunHappening>;

/** A change of one run, held until its end. Throws 404 for an unknown run, and what the actor may not. */
export async function changeRun(ctx: Context, id: string, work: Work): Promise<void> {
  await change(ctx, async (tx) => {
    const { problem_id } = await getRunRow(tx.db, id);
    await demandTracking(ctx, 'write', problem_id);
    // A lock that both databases know.
    const row = await trackingDb(tx.db)
      .updateTable('run')
      .set({ revision: nextRevision })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const { what, data = {} } = await work(tx, { ...row, problem_id });
    tx.record({ type: `run.${what}`, subject: { kind: 'run', id }, problemId: problem_id, data });
  });
}

/** As `changeRun`, of one that is not deleted. Throws 409 for one that is. */
export function changeActiveRun(ctx: Context, id: string, work: Work): Promise<void> {
  return changeRun(ctx, id, (tx, run) => {
    if (run.deleted_at !== null) throw trackingErrors.runDeleted({ id });
    return work(tx, run);
  });
}
