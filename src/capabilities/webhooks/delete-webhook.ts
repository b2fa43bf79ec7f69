import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { forgetSecrets } from './secrets.ts';
import { lockWebhook } from './store.ts';
import { webhooksDb } from './tables.ts';

export async function deleteWebhook(ctx: Context, id: string): Promise<void> {
  await change(ctx, async (tx) => {
    await lockWebhook(tx.db, id);
    const db = webhooksDb(tx.db);
    await db.deleteFrom('webhook').where('id', '=', id).execute();
    await db.deleteFrom('webhook_delivery').where('webhook_id', '=', id).execute();
    // The row of the queue stays: an event on its way holds it, and finds it.
    await forgetSecrets(ctx, tx, id);
    tx.record({ type: 'webhook.deleted', subject: { kind: 'webhook', id }, problemId: null });
  });
}
