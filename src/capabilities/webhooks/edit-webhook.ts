import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { platformErrors } from '../../platform/errors/platform-errors.ts';
import { allowanceOf } from './allowance.ts';
import type { Webhook, WebhookFields } from './contract.ts';
import { findDestination } from './destination.ts';
import { showWebhook } from './queries.ts';
import { columnsOf, fieldsOf, lockWebhook } from './store.ts';
import { webhooksDb } from './tables.ts';
import { hurry } from './wake.ts';

interface Edit {
  webhookId: string;
  version: number;
  fields: Partial<WebhookFields>;
}

export async function editWebhook(ctx: Context, { webhookId: id, version, fields }: Edit): Promise<Webhook> {
  await showWebhook(ctx.db, id);
  if (fields.url !== undefined) await findDestination(fields.url, await allowanceOf(ctx));
  await change(ctx, async (tx) => {
    const current = await lockWebhook(tx.db, id);
    const theirs = fieldsOf(current);
    const yours = { ...theirs, ...fields };
    if (version !== current.version)
      throw platformErrors.changedMeanwhile({ yours, theirs, given: version, current: current.version });
    await webhooksDb(tx.db)
      .updateTable('webhook')
      .set({ ...columnsOf(yours), version: version + 1, changed_at: tx.now })
      .where('id', '=', id)
      .execute();
    if (!yours.isActive) await withholdWaiting(tx, id);
    else if (current.paused_at === null) await hurry(tx, id);
    const { name: _name, url: _url, ...data } = fields;
    const subject = { kind: 'webhook', id };
    tx.record({
      type: 'webhook.edited',
      subject,
      problemId: null,
      data: { ...data, fields: Object.keys(fields), version: version + 1 },
    });
  });
  return showWebhook(ctx.db, id);
}

/** Switched off is off: switched on again it does not tell old news. */
async function withholdWaiting(tx: Tx, id: string): Promise<void> {
  await webhooksDb(tx.db)
    .updateTable('webhook_delivery')
    .set({ state: 'withheld' })
    .where('webhook_id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}
