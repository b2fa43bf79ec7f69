import type { z } from 'zod';
import type { Context } from '../../platform/context/context.ts';
import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import { fromJson } from '../../platform/json.ts';
import { readableProblems } from '../identity/index.ts';
import type { About, countUnread as countEndpoint, listNotifications as listEndpoint } from './contract.ts';
import { readCursor, writeCursor } from './notification-cursor.ts';
import { countUnreadOf, notificationsOf, type PlacesOf, type StoredNotification, type TitlesOf } from './queries.ts';

type Asked = z.output<NonNullable<typeof listEndpoint.query>>;

/** What the actor must know of; of a problem that they can no longer see, nothing. */
export async function listNotifications(
  ctx: Context,
  { show, cursor, limit }: Asked,
  { titlesOf, placesOf }: { titlesOf: TitlesOf; placesOf: PlacesOf },
): Promise<Answer<typeof listEndpoint>> {
  const rows = await notificationsOf(ctx.db, {
    userId: ctx.actor.userId,
    readable: await readableProblems(ctx),
    onlyUnread: show === 'unread',
    after: cursor === undefined ? null : readCursor(cursor),
    limit: limit + 1,
  }).execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const titles = await titlesOf(ctx.db, [...new Set(page.flatMap(({ problem_id }) => problem_id ?? []))]);
  const places = await placesIn(ctx, page, placesOf);
  return {
    notifications: page.map((row) => ({
      id: row.id,
      kind: row.kind,
      at: row.at,
      actorId: row.actor_id,
      problemId: row.problem_id,
      problemTitle: titles.get(row.problem_id ?? '') ?? null,
      about: fromJson<About>(row.about),
      place: places.get(row.id) ?? null,
      isRead: row.read_at !== null,
    })),
    next: rows.length > limit && last ? writeCursor(last) : null,
  };
}

/** What those about a conversation are about, by id of the notification. */
async function placesIn(
  ctx: Context,
  page: readonly StoredNotification[],
  placesOf: PlacesOf,
): Promise<Map<string, string>> {
  const placed = page.flatMap(({ id, problem_id: problemId, about }) => {
    const { anchor } = fromJson<About>(about);
    return anchor === null || problemId === null ? [] : [{ id, problemId, anchor }];
  });
  const said = await placesOf(ctx, placed, ctx.locale);
  return new Map(placed.map(({ id }, at) => [id, said[at] ?? '']));
}

export async function countUnread(ctx: Context): Promise<Answer<typeof countEndpoint>> {
  const { userId } = ctx.actor;
  return { unread: await countUnreadOf(ctx, { userId, readable: await readableProblems(ctx) }) };
}
