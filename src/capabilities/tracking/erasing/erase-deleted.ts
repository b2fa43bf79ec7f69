import { change } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import { defineJob } from '../../../platform/jobs/job-handler.ts';
import { trackingErrors } from '../errors.ts';
import {
  countDeleted,
  type DeletedTotals,
  type Erasable,
  listDeletedExperiments,
  type Selection,
} from './deleted-queries.ts';
import { eraseEmptyExperiment, eraseNext } from './erase-next.ts';
import { findHeld } from './list-deleted.ts';
import { type AskedToErase, selectionOf } from './selection.ts';

/** In small transactions: a server that is killed goes on where it was, and others log meanwhile. */
export const eraseDeletedJob = defineJob<Selection>({
  name: 'tracking.erase-deleted',
  run: async (ctx, selection, run) => {
    for (const table of ['run', 'logged_model'] as const) {
      let after: Erasable | null = { experimentId: -1, id: '' };
      while (after) {
        run.signal.throwIfAborted();
        after = await eraseNext(ctx, table, { ...selection, after });
      }
    }
    for (const { id } of await listDeletedExperiments(ctx.db, selection))
      await eraseEmptyExperiment(ctx, id, selection);
  },
});

/**
 * Begins to erase what was deleted, for good, with its files. What something still stands on stays; where it was named, that is
 * refused (409). Answers how much was there to go when it began.
 */
export async function eraseDeleted(ctx: Context, asked: AskedToErase): Promise<DeletedTotals> {
  const selection = selectionOf(ctx, asked);
  const totals = await countDeleted(ctx.db, selection);
  if (totals.experiments + totals.runs + totals.models === 0) throw trackingErrors.nothingDeleted();
  const [held] = selection.only ? await findHeld(ctx, selection) : [];
  if (held) throw trackingErrors.stoodOn({ id: held.id, by: held.by });
  await change(ctx, async (tx) => {
    await ctx.jobs.enqueue(tx, { name: eraseDeletedJob.name, payload: selection, actorId: ctx.actor.userId });
    const subject = { kind: selection.problemId === null ? 'inbox' : 'problem', id: selection.problemId ?? 'inbox' };
    tx.record({ type: 'run.erasing_asked', subject, problemId: selection.problemId, data: { ...totals } });
  });
  return totals;
}
