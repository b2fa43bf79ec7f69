import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Delegation } from './contract/delegations.ts';
import { identityErrors } from './errors.ts';
import type { ProblemRole } from './permissions.ts';
import { findStanding } from './problem-queries.ts';
import { getPerson } from './queries.ts';
import { identityDb } from './tables.ts';

interface Given {
  problemId: string;
  role: ProblemRole;
  toUserId: string;
  /** year-month-day, the last day */
  until: string;
  reason: string;
}

/** Lets somebody else sign in one's own role until a day. The name of both stands with the signature. */
export async function delegateRole(ctx: Context, given: Given): Promise<void> {
  const { problemId, role, toUserId, until, reason } = given;
  const { userId } = ctx.actor;
  if (toUserId === userId) throw identityErrors.ownRole();
  const { status } = await getPerson(ctx.db, toUserId);
  if (status !== 'active') throw identityErrors.wrongStatus({ status, expected: 'active' });
  await change(ctx, async (tx) => {
    const [own, other] = [
      await findStanding(tx.db, { problemId, userId }),
      await findStanding(tx.db, { problemId, userId: toUserId }),
    ];
    if (!own?.roles.includes(role)) throw identityErrors.roleNotHeld({ userId, role });
    // Who cannot see a private problem cannot sign in it either.
    if (own.isPrivate && other?.roles.length === 0) throw identityErrors.cannotSee({ userId: toUserId });
    const id = newId(tx.now);
    await identityDb(tx.db)
      .insertInto('role_delegation')
      .values({
        id,
        problem_id: problemId,
        role,
        from_user: userId,
        to_user: toUserId,
        reason,
        until,
        given_at: tx.now,
        ended_at: null,
      })
      .execute();
    const subject = { kind: 'delegation', id };
    tx.record({ type: 'problem_access.role_delegated', subject, problemId, data: { role, toUserId, until } });
  });
}

/** Whoever gave it ends it, or the person it was given to. Ended already is no change, and no event. */
export async function endDelegation(
  ctx: Context,
  { problemId, delegationId }: { problemId: string; delegationId: string },
): Promise<void> {
  const known = (await listDelegations(ctx.db, problemId)).find((each) => each.id === delegationId);
  if (!known) throw identityErrors.delegationNotFound({ id: delegationId });
  if (![known.fromUserId, known.toUserId].includes(ctx.actor.userId)) throw identityErrors.notYourDelegation();
  if (known.endedAt !== null) return;
  await change(ctx, async (tx) => {
    await identityDb(tx.db)
      .updateTable('role_delegation')
      .set({ ended_at: tx.now })
      .where('id', '=', delegationId)
      .execute();
    const subject = { kind: 'delegation', id: delegationId };
    tx.record({ type: 'problem_access.delegation_ended', subject, problemId, data: { role: known.role } });
  });
}

/** The latest first. */
export async function listDelegations(db: AnyDb, problemId: string): Promise<Delegation[]> {
  return identityDb(db)
    .selectFrom('role_delegation')
    .select(['id', 'role', 'from_user as fromUserId', 'to_user as toUserId', 'reason', 'until'])
    .select(['given_at as givenAt', 'ended_at as endedAt'])
    .where('problem_id', '=', problemId)
    .orderBy('given_at', 'desc')
    .orderBy('id')
    .execute();
}
