import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Delivery } from './contract.ts';
import { shownDelivery } from './queries.ts';
import { lockWebhook, refuseSilent } from './store.ts';
import { webhooksDb } from './tables.ts';

/** An event like any other, so that the whole way is tested; see `queueDeliveries` for whom it goes to. */
export async function testWebhook(ctx: Context, id: string): Promise<Delivery> {
  await change(ctx, async (tx) => {
    refuseSilent(await lockWebhook(tx.db, id));
    const subject = { kind: 'webhook', id };
    tx.record({ type: 'webhook.tested', subject, problemId: null, data: { isTest: true } });
  });
  const row = await webhooksDb(ctx.db)
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', id)
    .where('type', '=', 'webhook.tested')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return shownDelivery(row);
}
