import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { Delivery, Webhook } from './contract.ts';
import { webhookErrors } from './errors.ts';
import { type DeliveryRow, type WebhookRow, webhooksDb } from './tables.ts';

export function findWebhookRow(db: AnyDb, id: string): Promise<WebhookRow | undefined> {
  return webhooksDb(db).selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Throws 404. */
export async function getWebhookRow(db: AnyDb, id: string): Promise<WebhookRow> {
  const row = await findWebhookRow(db, id);
  if (!row) throw webhookErrors.notFound({ id });
  return row;
}

export async function listWebhooks(db: AnyDb): Promise<Webhook[]> {
  const rows = await webhooksDb(db).selectFrom('webhook').selectAll().orderBy('name').orderBy('id').execute();
  const counts = await webhooksDb(db)
    .selectFrom('webhook_delivery')
    .select((select) => ['webhook_id', select.fn.countAll<number>().as('count')])
    .where('state', '=', 'waiting')
    .groupBy('webhook_id')
    .execute();
  const waiting = new Map(counts.map(({ webhook_id, count }) => [webhook_id, count]));
  return rows.map((row) => shown(row, waiting.get(row.id) ?? 0));
}

export async function showWebhook(db: AnyDb, id: string): Promise<Webhook> {
  const row = await getWebhookRow(db, id);
  const { count } = await webhooksDb(db)
    .selectFrom('webhook_delivery')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('webhook_id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return shown(row, count);
}

export function typesOf({ types }: Pick<WebhookRow, 'types'>): string[] | null {
  return types === null ? null : fromJson<string[]>(types);
}

function shown(row: WebhookRow, waiting: number): Webhook {
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    types: typesOf(row),
    includesPrivate: row.includes_private === 1,
    includesWords: row.includes_words === 1,
    isActive: row.active === 1,
    pausedAt: row.paused_at,
    waiting,
    version: row.version,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

export async function listDeliveries(
  db: AnyDb,
  { webhookId, limit }: { webhookId: string; limit: number },
): Promise<Delivery[]> {
  await getWebhookRow(db, webhookId);
  const rows = await webhooksDb(db)
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
  return rows.map(shownDelivery);
}

/** Throws 404. */
export async function getDelivery(
  db: AnyDb,
  { webhookId, deliveryId }: { webhookId: string; deliveryId: string },
): Promise<DeliveryRow> {
  const row = await webhooksDb(db)
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .where('id', '=', deliveryId)
    .executeTakeFirst();
  if (!row) throw webhookErrors.deliveryNotFound({ id: deliveryId });
  return row;
}

export function shownDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    eventId: row.event_id,
    type: row.type,
    problemId: row.problem_id,
    at: row.at,
    state: row.state,
    attempts: row.attempts,
    nextAt: row.state === 'waiting' ? row.next_at : null,
    attemptedAt: row.attempted_at,
    status: row.status,
    answer: row.answer,
  };
}
