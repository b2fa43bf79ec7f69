import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import { newId } from '../../platform/ids.ts';
import { allowanceOf } from './allowance.ts';
import type { createWebhook as endpoint, WebhookFields } from './contract.ts';
import { findDestination } from './destination.ts';
import { webhookErrors } from './errors.ts';
import { listWebhooks, showWebhook } from './queries.ts';
import { keepSecret } from './secrets.ts';
import { newWebhookSecret } from './sign.ts';
import { columnsOf } from './store.ts';
import { webhooksDb } from './tables.ts';

/** Each of them is looked at with every event. */
const limit = 50;

export async function createWebhook(ctx: Context, fields: WebhookFields): Promise<Answer<typeof endpoint>> {
  const { host } = await findDestination(fields.url, await allowanceOf(ctx));
  const secret = newWebhookSecret();
  const id = await change(ctx, async (tx) => {
    if ((await listWebhooks(tx.db)).length >= limit) throw webhookErrors.tooMany({ limit });
    const newest = newId(tx.now);
    const { now } = tx;
    await webhooksDb(tx.db)
      .insertInto('webhook')
      .values({
        id: newest,
        ...columnsOf(fields),
        paused_at: null,
        previous_secret_until: null,
        version: 1,
        created_at: now,
        changed_at: now,
      })
      .execute();
    await webhooksDb(tx.db).insertInto('webhook_queue').values({ webhook_id: newest, last_position: 0 }).execute();
    await keepSecret(ctx, tx, { id: newest, secret });
    // Not the whole address: its path may hold a key of the receiver.
    const { types, includesPrivate, includesWords } = fields;
    const data = { host, types, includesPrivate, includesWords };
    tx.record({ type: 'webhook.created', subject: { kind: 'webhook', id: newest }, problemId: null, data });
    return newest;
  });
  return { webhook: await showWebhook(ctx.db, id), secret };
}
