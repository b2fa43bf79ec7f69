import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context/context.ts';
import { toJson } from '../../platform/json.ts';
import { memoryOf } from './memory.ts';
import { modeOf } from './mode.ts';
import { countProblems, listHiddenProblems, listVisibleProblems } from './problem-queries.ts';

/** Which problems may be shown: all, all but a few, or only these; whichever is shortest. */
export type ReadableProblems = 'all' | { hiddenIds: readonly string[] } | { ids: readonly string[] };

/** For lists over many problems: join it in with `onlyReadable`. Remembered until access to some problem changes. */
export async function readableProblems(ctx: Context): Promise<ReadableProblems> {
  if (ctx.actor.via === 'system' || (await modeOf(ctx)) === 'personal') return 'all';
  const { userId } = ctx.actor;
  const found = await memoryOf(ctx).readable.get(userId, () => read(ctx, userId));
  return found ?? { ids: [] };
}

async function read(ctx: Context, userId: string): Promise<ReadableProblems> {
  const hiddenIds = await listHiddenProblems(ctx.db, userId);
  if (hiddenIds.length === 0) return 'all';
  const isMostHidden = hiddenIds.length > 500 && hiddenIds.length * 2 > (await countProblems(ctx.db));
  return isMostHidden ? { ids: await listVisibleProblems(ctx.db, userId) } : { hiddenIds };
}

/**
 * The condition on a column that holds a problem's id. The ids are the keys of one JSON parameter, since SQLite takes
 * no more than 32,766 parameters and PostgreSQL 65,535, and both databases read JSON by a function of this name.
 * @example query.where(onlyReadable(await readableProblems(ctx), 'problem.id'))
 */
export function onlyReadable(readable: ReadableProblems, column: string): RawBuilder<boolean> {
  if (readable === 'all') return sql<boolean>`1 = 1`;
  const [ids, operator] = 'ids' in readable ? [readable.ids, sql`in`] : [readable.hiddenIds, sql`not in`];
  if (ids.length === 0) return 'ids' in readable ? sql<boolean>`1 = 0` : sql<boolean>`1 = 1`;
  const keys = toJson(Object.fromEntries(ids.map((id) => [id, 1])));
  return sql<boolean>`${sql.ref(column)} ${operator} (select key from json_each(${keys}))`;
}
