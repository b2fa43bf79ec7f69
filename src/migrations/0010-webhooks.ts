import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

export const webhooksStep: SchemaStep = {
  name: '0010-webhooks',
  up: async (db) => {
    await createWebhook(db);
    await createDelivery(db);
  },
};

async function createWebhook(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('webhook')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('types', 'text')
    .addColumn('includes_private', 'integer', (column) => column.notNull())
    .addColumn('active', 'integer', (column) => column.notNull())
    .addColumn('paused_at', 'bigint')
    .addColumn('previous_secret_until', 'bigint')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
  // Apart from what people edit: every event holds its row until the commit, which is what keeps the order.
  await db.schema
    .createTable('webhook_queue')
    .addColumn('webhook_id', 'text', (column) => column.primaryKey())
    .addColumn('last_position', 'bigint', (column) => column.notNull())
    .execute();
}

async function createDelivery(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('webhook_delivery')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('webhook_id', 'text', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('subject_kind', 'text', (column) => column.notNull())
    .addColumn('subject_id', 'text', (column) => column.notNull())
    .addColumn('problem_id', 'text')
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('attempted_at', 'bigint')
    .addColumn('status', 'integer')
    .addColumn('answer', 'text', (column) => column.notNull())
    .addUniqueConstraint('webhook_delivery_position', ['webhook_id', 'position'])
    .addUniqueConstraint('webhook_delivery_once', ['event_id', 'webhook_id'])
    .execute();
  await db.schema
    .createIndex('webhook_delivery_state')
    .on('webhook_delivery')
    .columns(['webhook_id', 'state', 'position'])
    .execute();
}
