import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import type { rotateWebhookSecret as endpoint } from './contract.ts';
import { showWebhook } from './queries.ts';
import { keepSecret, overlap_ms } from './secrets.ts';
import { newWebhookSecret } from './sign.ts';
import { lockWebhook } from './store.ts';
import { webhooksDb } from './tables.ts';

export async function rotateSecret(ctx: Context, id: string): Promise<Answer<typeof endpoint>> {
  const secret = newWebhookSecret();
  await change(ctx, async (tx) => {
    await lockWebhook(tx.db, id);
    await keepSecret(ctx, tx, { id, secret });
    await webhooksDb(tx.db)
      .updateTable('webhook')
      .set({ previous_secret_until: tx.now + overlap_ms })
      .where('id', '=', id)
      .execute();
    tx.record({ type: 'webhook.secret_rotated', subject: { kind: 'webhook', id }, problemId: null });
  });
  return { webhook: await showWebhook(ctx.db, id), secret };
}
