import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { OwnDelegation } from './contract/delegations.ts';
import { listOwnDelegations } from './delegation-queries.ts';
import { readableProblems } from './readable-problems.ts';

/** The titles of these problems, of those that are not deleted; known above this capability, so it is handed in. */
export type TitlesOf = (db: AnyDb, problemIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** What somebody gave and was given, each with the title of its problem, as far as they can see it. */
export async function showOwnDelegations(ctx: Context, titlesOf: TitlesOf): Promise<{ delegations: OwnDelegation[] }> {
  const delegations = await listOwnDelegations(ctx.db, ctx.actor.userId);
  const readable = await readableProblems(ctx);
  const isSeen = (id: string) =>
    readable === 'all' || ('ids' in readable ? readable.ids.includes(id) : !readable.hiddenIds.includes(id));
  const ids = [...new Set(delegations.flatMap(({ problemId }) => problemId ?? []))].filter(isSeen);
  const titles = await titlesOf(ctx.db, ids);
  return {
    delegations: delegations.map((each) => ({ ...each, problemTitle: titles.get(each.problemId ?? '') ?? null })),
  };
}
