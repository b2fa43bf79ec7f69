import { change, quietly } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { defineJob } from '../../platform/jobs/job-handler.ts';
import { allowanceOf } from './allowance.ts';
import { cloudEventOf, cloudEventType } from './cloud-event.ts';
import { findDestination } from './destination.ts';
import { isOpenProblem } from './may-tell.ts';
import { findWebhookRow } from './queries.ts';
import { secretsInForce } from './secrets.ts';
import { send } from './send.ts';
import { signedHeaders } from './sign.ts';
import { type DeliveryRow, type WebhookRow, webhooksDb } from './tables.ts';
import { deliverJobName, wake, wakeLater } from './wake.ts';

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;
/** After each failed attempt but the last: eight attempts over nearly a day. */
const gaps_ms = [10_000, minute_ms, 5 * minute_ms, 30 * minute_ms, 2 * hour_ms, 6 * hour_ms, 15 * hour_ms];
const kept_ms = 30 * 24 * hour_ms;
/** Then the others get their turn. */
const mostInOneRun = 50;
const gone = 410;

/** Sends to one webhook what waits, in its order: what fails holds up what came after it. */
export const deliverJob = defineJob<{ webhookId: string }>({
  name: deliverJobName,
  run: async (ctx, { webhookId }, { signal }) => {
    for (let sent = 0; sent < mostInOneRun; sent += 1) {
      signal.throwIfAborted();
      if (!(await deliverNext(ctx, webhookId, signal))) return;
    }
    await quietly(ctx, (db) => wake(ctx.jobs, { db, now: ctx.clock.now() }, webhookId));
  },
});

/** False: nothing more can be sent now. */
async function deliverNext(ctx: Context, webhookId: string, signal: AbortSignal): Promise<boolean> {
  const webhook = await findWebhookRow(ctx.db, webhookId);
  if (!webhook || webhook.active === 0 || webhook.paused_at !== null) return false;
  const next = await findNext(ctx, webhookId);
  if (!next) {
    await removeOld(ctx, webhookId);
    return false;
  }
  if (next.next_at > ctx.clock.now()) return false;
  if (!(await mayStillBeTold(ctx, webhook, next))) {
    await settle(ctx, next, { state: 'withheld' });
    return true;
  }
  const attempted = await attempt(ctx, { webhook, next, signal });
  if (attempted.isTaken) {
    await settle(ctx, next, { ...attempted.columns, state: 'delivered' });
    return true;
  }
  const wait_ms = attempted.columns.status === gone ? undefined : gaps_ms[next.attempts];
  if (wait_ms === undefined) await pause(ctx, next, attempted.columns);
  else await tryLater(ctx, next, { ...attempted.columns, next_at: ctx.clock.now() + wait_ms });
  return false;
}

function findNext(ctx: Context, webhookId: string): Promise<DeliveryRow | undefined> {
  return webhooksDb(ctx.db)
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'waiting')
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
}

/** The problem may have become private since. */
async function mayStillBeTold(ctx: Context, webhook: WebhookRow, { problem_id }: DeliveryRow): Promise<boolean> {
  return webhook.includes_private === 1 || problem_id === null || isOpenProblem(ctx.db, problem_id);
}

type Columns = Pick<DeliveryRow, 'attempts' | 'attempted_at' | 'status' | 'answer'>;

interface Attempting {
  webhook: WebhookRow;
  next: DeliveryRow;
  signal: AbortSignal;
}

async function attempt(
  ctx: Context,
  { webhook, next, signal }: Attempting,
): Promise<{ isTaken: boolean; columns: Columns }> {
  const now = ctx.clock.now();
  const columns = { attempts: next.attempts + 1, attempted_at: now };
  try {
    const destination = await findDestination(webhook.url, await allowanceOf(ctx));
    const body = cloudEventOf(next, { ...webhook, publicUrl: ctx.config.publicUrl });
    const signed = { id: next.event_id, timestamp_s: Math.floor(now / 1000), body };
    const headers = { ...signedHeaders(signed, await secretsInForce(ctx, webhook)), 'content-type': cloudEventType };
    const { status, text } = await send(destination, { headers, body, signal });
    return { isTaken: status >= 200 && status < 300, columns: { ...columns, status, answer: text } };
  } catch (error) {
    // Peil stops: that is no failure of the receiver.
    signal.throwIfAborted();
    const { message } = error instanceof Error ? error : new Error(String(error));
    return { isTaken: false, columns: { ...columns, status: null, answer: message.slice(0, 500) } };
  }
}

async function settle(ctx: Context, { id }: DeliveryRow, columns: Partial<DeliveryRow>): Promise<void> {
  await quietly(ctx, (db) =>
    webhooksDb(db).updateTable('webhook_delivery').set(columns).where('id', '=', id).execute(),
  );
}

async function tryLater(
  ctx: Context,
  { id, webhook_id: webhookId }: DeliveryRow,
  columns: Columns & { next_at: number },
): Promise<void> {
  await quietly(ctx, async (db) => {
    await webhooksDb(db).updateTable('webhook_delivery').set(columns).where('id', '=', id).execute();
    await wakeLater(ctx.jobs, { db, now: ctx.clock.now() }, { webhookId, runAt: columns.next_at });
  });
}

/** Nobody takes it: nothing more is sent until an administrator has looked. */
async function pause(ctx: Context, { id, webhook_id: webhookId, type }: DeliveryRow, columns: Columns): Promise<void> {
  await change(ctx, async (tx) => {
    await webhooksDb(tx.db)
      .updateTable('webhook_delivery')
      .set({ ...columns, state: 'failed' })
      .where('id', '=', id)
      .execute();
    await webhooksDb(tx.db).updateTable('webhook').set({ paused_at: tx.now }).where('id', '=', webhookId).execute();
    const { attempts, status } = columns;
    const subject = { kind: 'webhook', id: webhookId };
    tx.record({ type: 'webhook.paused', subject, problemId: null, data: { type, attempts, status } });
  });
}

async function removeOld(ctx: Context, webhookId: string): Promise<void> {
  await quietly(ctx, (db) =>
    webhooksDb(db)
      .deleteFrom('webhook_delivery')
      .where('webhook_id', '=', webhookId)
      .where('state', '<>', 'waiting')
      .where('at', '<', ctx.clock.now() - kept_ms)
      .execute(),
  );
}
