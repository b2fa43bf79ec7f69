import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Delivery } from './contract.ts';
import { webhookErrors } from './errors.ts';
import { isOpenProblem } from './may-tell.ts';
import { getDelivery, shownDelivery } from './queries.ts';
import { lockWebhook, refuseSilent } from './store.ts';
import { webhooksDb } from './tables.ts';

/** With the same id, by which the receiver knows what it has had. */
export async function sendAgain(ctx: Context, asked: { webhookId: string; deliveryId: string }): Promise<Delivery> {
  await change(ctx, async (tx) => {
    const webhook = await lockWebhook(tx.db, asked.webhookId);
    const delivery = await getDelivery(tx.db, asked);
    refuseSilent(webhook);
    if (delivery.state === 'waiting') throw webhookErrors.stillWaiting();
    const { problem_id: problemId } = delivery;
    if (problemId !== null && webhook.includes_private === 0 && !(await isOpenProblem(tx.db, problemId)))
      throw webhookErrors.nowPrivate();
    await webhooksDb(tx.db)
      .updateTable('webhook_delivery')
      .set({ state: 'waiting', attempts: 0, next_at: tx.now })
      .where('id', '=', delivery.id)
      .execute();
    const subject = { kind: 'webhook', id: webhook.id };
    tx.record({ type: 'webhook.sent_again', subject, problemId: null, data: { eventId: delivery.event_id } });
  });
  return shownDelivery(await getDelivery(ctx.db, asked));
}
