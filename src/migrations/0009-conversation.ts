import { sql } from 'kysely';
import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

export const conversationStep: SchemaStep = {
  name: '0009-conversation',
  up: async (db) => {
    await createThreads(db);
    await createComments(db);
    await createNotifications(db);
  },
};

async function createThreads(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('conversation_thread')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('anchor_kind', 'text', (column) => column.notNull())
    .addColumn('anchor_id', 'text', (column) => column.notNull())
    // Empty where the anchor is the whole thing: an index finds no null by equality.
    .addColumn('anchor_field', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('opened_by', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('last_at', 'bigint', (column) => column.notNull())
    .addColumn('comment_count', 'integer', (column) => column.notNull())
    .addColumn('shown_count', 'integer', (column) => column.notNull())
    .addColumn('answer_id', 'text')
    .addColumn('resolved_by', 'text')
    .addColumn('resolved_at', 'bigint')
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  const index = (name: string, columns: string, where = '') =>
    sql.raw(`create index ${name} on conversation_thread (${columns}) ${where}`).execute(db);
  await index('conversation_thread_state', 'problem_id, state, last_at, id');
  await index('conversation_thread_recent', 'problem_id, last_at, id');
  await index('conversation_thread_anchor', 'problem_id, anchor_kind, anchor_id, anchor_field, last_at, id');
  await index('conversation_thread_steering', 'problem_id, state, last_at, id', `where kind = 'steering'`);
}

async function createComments(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('conversation_comment')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('thread_id', 'text', (column) => column.notNull().references('conversation_thread.id'))
    .addColumn('problem_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text')
    .addColumn('author_id', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('edited_at', 'bigint')
    .addColumn('removed_at', 'bigint')
    .addColumn('erased_at', 'bigint')
    .addUniqueConstraint('conversation_comment_position', ['thread_id', 'position'])
    .execute();
  // What a comment said before it was edited: apart, so that a list never reads it, and erasable with the comment.
  await db.schema
    .createTable('conversation_earlier_text')
    .addColumn('comment_id', 'text', (column) => column.notNull().references('conversation_comment.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('written_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversation_earlier_text_key', ['comment_id', 'version'])
    .execute();
  await db.schema
    .createTable('conversation_participant')
    .addColumn('thread_id', 'text', (column) => column.notNull().references('conversation_thread.id'))
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversation_participant_key', ['thread_id', 'user_id'])
    .execute();
}

async function createNotifications(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('notification')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('problem_id', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('read_at', 'bigint')
    .addColumn('mailed_at', 'bigint')
    .addUniqueConstraint('notification_once', ['event_id', 'user_id'])
    .execute();
  const index = (name: string, columns: string, where = '') =>
    sql.raw(`create index ${name} on notification (${columns}) ${where}`).execute(db);
  await index('notification_of_person', 'user_id, at, id');
  await index('notification_unread', 'user_id, at, id', 'where read_at is null');
  await index('notification_unmailed', 'user_id, at, id', 'where mailed_at is null');
  await db.schema
    .createTable('notification_mail')
    .addColumn('user_id', 'text', (column) => column.primaryKey())
    .addColumn('choice', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .execute();
}
