import type { AnyDb } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';
import type { WebhookFields } from './contract.ts';
import { webhookErrors } from './errors.ts';
import { typesOf } from './queries.ts';
import { type WebhookRow, webhooksDb } from './tables.ts';

export function columnsOf(fields: WebhookFields) {
  return {
    name: fields.name,
    url: fields.url,
    types: fields.types === null ? null : toJson(fields.types),
    includes_private: fields.includesPrivate ? 1 : 0,
    includes_words: fields.includesWords ? 1 : 0,
    active: fields.isActive ? 1 : 0,
  };
}

export function fieldsOf(row: WebhookRow): WebhookFields {
  const { name, url, active } = row;
  return {
    name,
    url,
    types: typesOf(row),
    includesPrivate: row.includes_private === 1,
    includesWords: row.includes_words === 1,
    isActive: active === 1,
  };
}

/** Holds the row until the commit, so that two changes follow one another. Throws 404. */
export async function lockWebhook(db: AnyDb, id: string): Promise<WebhookRow> {
  const row = await webhooksDb(db)
    .updateTable('webhook')
    .set((set) => ({ version: set.ref('version') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw webhookErrors.notFound({ id });
  return row;
}

/** Throws 409 where nothing would be sent. */
export function refuseSilent({ active, paused_at }: WebhookRow): void {
  if (active === 0) throw webhookErrors.notActive();
  if (paused_at !== null) throw webhookErrors.paused();
}
