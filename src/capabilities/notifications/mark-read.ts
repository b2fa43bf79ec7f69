import { quietly } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { notificationsDb } from './tables.ts';

/** Some, or all that there are by now. Only one's own: ids of others' are as if they were not there. */
export async function markRead(
  ctx: Context,
  { ids }: { ids?: readonly string[] },
): Promise<{ marked: number; markedAt: number }> {
  const markedAt = ctx.clock.now();
  const { numUpdatedRows } = await quietly(ctx, (db) =>
    notificationsDb(db)
      .updateTable('notification')
      .set({ read_at: markedAt })
      .where('user_id', '=', ctx.actor.userId)
      .where('read_at', 'is', null)
      .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
      .executeTakeFirst(),
  );
  return { marked: Number(numUpdatedRows), markedAt };
}

export async function markUnread(
  ctx: Context,
  which: { ids: readonly string[] } | { markedAt: number },
): Promise<{ marked: number }> {
  const { numUpdatedRows } = await quietly(ctx, (db) =>
    notificationsDb(db)
      .updateTable('notification')
      .set({ read_at: null })
      .where('user_id', '=', ctx.actor.userId)
      .where('read_at', 'is not', null)
      .where((eb) => ('ids' in which ? eb('id', 'in', which.ids) : eb('read_at', '=', which.markedAt)))
      .executeTakeFirst(),
  );
  return { marked: Number(numUpdatedRows) };
}
