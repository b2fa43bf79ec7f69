import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { lockPresent } from './lock-row.ts';
import type { Source, SourceState } from './source-contract.ts';
import { getSource } from './source-queries.ts';
import { datasetDb } from './tables.ts';

interface Given {
  problemId: string;
  sourceId: string;
  state: SourceState;
  reason: string;
}

/** Chosen or rejected, with the reason; either can be judged anew. */
export async function judgeSource(ctx: Context, { state, reason, ...place }: Given): Promise<Source> {
  const { problemId, sourceId } = place;
  await change(ctx, async (tx) => {
    await lockPresent(tx, 'data_source', { problemId, id: sourceId });
    const isOpen = state === 'proposed';
    await datasetDb(tx.db)
      .updateTable('data_source')
      .set({
        state,
        state_reason: reason,
        state_by: isOpen ? null : ctx.actor.userId,
        state_at: isOpen ? null : tx.now,
      })
      .where('id', '=', sourceId)
      .execute();
    tx.record({ type: `data_source.${events[state]}`, subject: { kind: 'data_source', id: sourceId }, problemId });
  });
  return getSource(ctx, place);
}

const events = { proposed: 'reopened', chosen: 'chosen', rejected: 'rejected' } as const;
