import { change, type Tx } from '../../platform/context/change.ts';
import type { Context, Services } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import type { EventBus } from '../../platform/events/event-bus.ts';
import type { handOverRoles as endpoint } from './contract/users.ts';
import { identityErrors } from './errors.ts';
import { giveRoles } from './give-problem-role.ts';
import { listRolesOfPerson, type RolesInProblem } from './problem-queries.ts';
import { getPerson } from './queries.ts';

export interface Leaving {
  userId: string;
  toUserId: string;
}

/** What is somebody's by name in capabilities above, given to somebody else; answers how much that was. */
export type HandOverWork = (tx: Tx, leaving: Leaving) => Promise<{ items: number; conditions: number }>;

/** One for each Peil that runs: it lives and goes with its event bus. */
const installed = new WeakMap<EventBus, HandOverWork>();

/** Joins what capabilities above hand over to the roles; once, at the composition root. */
export function installHandOver({ events }: Pick<Services, 'events'>, handOverWork: HandOverWork): void {
  installed.set(events, handOverWork);
}

/**
 * For leavers: whoever takes over gets every role that the other has and that they lack, so that what waits for a signature
 * waits for them, and what is the other's by name. What was signed stays signed, by who signed it.
 */
export async function handOverRoles(ctx: Context, leaving: Leaving): Promise<Answer<typeof endpoint>> {
  const { userId, toUserId } = leaving;
  if (userId === toUserId) throw identityErrors.ownRole();
  const [from, to] = [await getPerson(ctx.db, userId), await getPerson(ctx.db, toUserId)];
  if (from.status === 'erased') throw identityErrors.wrongStatus({ status: from.status, expected: 'not erased' });
  if (to.status !== 'active') throw identityErrors.wrongStatus({ status: to.status, expected: 'active' });
  try {
    return await change(ctx, (tx) => handOver(tx, { ...leaving, givenBy: ctx.actor.userId, ctx }));
  } catch (error) {
    // Who has everything already takes nothing over: no change, and no event.
    if (error instanceof NothingToTakeOver) return { problems: 0, roles: 0, items: 0, conditions: 0 };
    throw error;
  }
}

class NothingToTakeOver extends Error {}

async function handOver(
  tx: Tx,
  { userId, toUserId, givenBy, ctx }: Leaving & { givenBy: string; ctx: Context },
): Promise<Answer<typeof endpoint>> {
  const lacking = await listLacking(tx.db, { userId, toUserId });
  for (const { problemId, roles } of lacking) await giveRoles(tx, { problemId, userId: toUserId, roles, givenBy });
  const work = await installed.get(ctx.events)?.(tx, { userId, toUserId });
  const { items = 0, conditions = 0 } = work ?? {};
  if (lacking.length + items + conditions === 0) throw new NothingToTakeOver();
  return { problems: lacking.length, roles: lacking.flatMap(({ roles }) => roles).length, items, conditions };
}

async function listLacking(db: AnyDb, { userId, toUserId }: Leaving): Promise<RolesInProblem[]> {
  const held = new Map((await listRolesOfPerson(db, toUserId)).map(({ problemId, roles }) => [problemId, roles]));
  return (await listRolesOfPerson(db, userId))
    .map(({ problemId, roles }) => ({ problemId, roles: roles.filter((role) => !held.get(problemId)?.includes(role)) }))
    .filter(({ roles }) => roles.length > 0);
}
