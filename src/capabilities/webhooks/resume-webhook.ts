import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Webhook } from './contract.ts';
import { webhookErrors } from './errors.ts';
import { showWebhook } from './queries.ts';
import { lockWebhook } from './store.ts';
import { webhooksDb } from './tables.ts';
import { hurry } from './wake.ts';

export async function resumeWebhook(ctx: Context, id: string): Promise<Webhook> {
  await change(ctx, async (tx) => {
    if ((await lockWebhook(tx.db, id)).paused_at === null) throw webhookErrors.notPaused();
    await webhooksDb(tx.db).updateTable('webhook').set({ paused_at: null }).where('id', '=', id).execute();
    await hurry(tx, id);
    tx.record({ type: 'webhook.resumed', subject: { kind: 'webhook', id }, problemId: null });
  });
  return showWebhook(ctx.db, id);
}
