import { type Selectable, sql } from 'kysely';
import type { Context, Services } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { onlyReadable, type ReadableProblems } from '../identity/index.ts';
import type { Locale } from '../../platform/text/locale.ts';
import type { About, MailChoice } from './contract.ts';
import type { Cursor } from './notification-cursor.ts';
import { standardChoice } from './plan-mail.ts';
import { notificationsDb, type NotificationTables } from './tables.ts';

export type StoredNotification = Selectable<NotificationTables['notification']>;

/** The titles of these problems, of those that are not deleted; known above this capability, so it is handed in. */
export type TitlesOf = (db: AnyDb, problemIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Where people talk, as one line in the language of the reader; in the order in which the places were given. */
export type PlacesOf = (
  known: Pick<Services, 'events'> & { db: AnyDb },
  placed: readonly { problemId: string; anchor: NonNullable<About['anchor']> }[],
  locale: Locale,
) => Promise<readonly string[]>;

export interface Wanted {
  userId: string;
  readable: ReadableProblems;
  onlyUnread: boolean;
  after: Cursor | null;
  limit: number;
}

/** Of a problem that somebody can no longer see, nothing; what is about no one problem is theirs. */
const aboutReadable = (readable: ReadableProblems) =>
  sql<boolean>`(problem_id is null or ${onlyReadable(readable, 'problem_id')})`;

export function notificationsOf(db: AnyDb, { userId, readable, onlyUnread, after, limit }: Wanted) {
  return notificationsDb(db)
    .selectFrom('notification')
    .selectAll()
    .where('user_id', '=', userId)
    .where(aboutReadable(readable))
    .$if(onlyUnread, (query) => query.where('read_at', 'is', null))
    .$if(after !== null, (query) => query.where(sql<boolean>`(at, id) < (${after?.at}, ${after?.id})`))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
}

/** More than this nobody counts. */
const mostCounted = 1_000;

export async function countUnreadOf(
  ctx: Context,
  { userId, readable }: Pick<Wanted, 'userId' | 'readable'>,
): Promise<number> {
  const { unread } = await notificationsDb(ctx.db)
    .selectFrom((from) =>
      from
        .selectFrom('notification')
        .select('id')
        .where('user_id', '=', userId)
        .where('read_at', 'is', null)
        .where(aboutReadable(readable))
        .limit(mostCounted)
        .as('counted'),
    )
    .select((eb) => eb.fn.countAll<number>().as('unread'))
    .executeTakeFirstOrThrow();
  return unread;
}

/** What was neither mailed nor read yet, the oldest first. */
export function listUnmailed(db: AnyDb, userId: string): Promise<StoredNotification[]> {
  return notificationsDb(db)
    .selectFrom('notification')
    .selectAll()
    .where('user_id', '=', userId)
    .where('mailed_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(mostCounted)
    .execute();
}

export async function findMailPlan(db: AnyDb, userId: string): Promise<{ choice: MailChoice; dueAt: number | null }> {
  const row = await notificationsDb(db)
    .selectFrom('notification_mail')
    .select(['choice', 'due_at as dueAt'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ?? { choice: standardChoice, dueAt: null };
}
