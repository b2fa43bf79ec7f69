import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { auditErrors } from './errors.ts';
import { listEventsById } from './queries.ts';
import { eraseRows } from './store.ts';

export interface Erasure {
  eventIds: string[];
  /** why; kept as a detail of the event that tells of the erasure */
  reason: string;
}

/**
 * Erases the details of events, with a tombstone: the events stay in the chain, which goes on holding. The erasure is an
 * event itself, also where the details had gone before. Answers how many had details left.
 */
export async function eraseDetails(ctx: Context, { eventIds, reason }: Erasure): Promise<{ erased: number }> {
  const ids = [...new Set(eventIds)];
  const known = new Map((await listEventsById(ctx.db, ids)).map((event) => [event.id, event]));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) throw auditErrors.unknownEvents({ eventIds: unknown });
  return change(ctx, async (tx) => {
    const erased = await eraseRows(tx.db, ids, new Date(tx.now).toISOString());
    for (const { id, problem_id: problemId } of known.values()) {
      const subject = { kind: 'audit_event', id };
      tx.record({ type: 'audit.details_erased', subject, problemId, data: { reason } });
    }
    return { erased: erased.length };
  });
}
