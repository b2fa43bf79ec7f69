import type { Context } from '../../platform/context/context.ts';
import { oneOf } from '../../platform/db/one-of.ts';
import { readableOrInbox } from './standing.ts';
import { trackingDb } from './tables.ts';

/** What can be the id of an experiment, each once. */
export const experimentIdsIn = (given: readonly string[]): number[] => [
  ...new Set(given.filter((id) => /^\d{1,9}$/.test(id)).map(Number)),
];

/** Of these experiments those that there are and that the actor may see. */
export async function listReadable(ctx: Context, ids: readonly string[]): Promise<number[]> {
  const known = experimentIdsIn(ids);
  if (known.length === 0) return [];
  const isReadable = await readableOrInbox(ctx, 'problem_id');
  const rows = await trackingDb(ctx.db)
    .selectFrom('experiment')
    .select('id')
    .where(oneOf(ctx.db, 'id', known))
    .where(isReadable)
    .execute();
  return rows.map(({ id }) => id);
}
