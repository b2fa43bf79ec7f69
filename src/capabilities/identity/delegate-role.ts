import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { dayOf, findDelegation } from './delegation-queries.ts';
import { identityErrors } from './errors.ts';
import type { ProblemRole } from './permissions.ts';
import { findStanding } from './problem-queries.ts';
import { getPerson } from './queries.ts';
import { identityDb } from './tables.ts';

interface Given {
  /** null: wherever one has a role */
  problemId: string | null;
  /** null: every role that one has */
  role: ProblemRole | null;
  toUserId: string;
  /** year-month-day, the last day */
  until: string;
  reason: string;
}

/** Lets somebody else sign in one's own role until a day. The name of both stands with the signature. */
export async function delegateRole(ctx: Context, given: Given): Promise<void> {
  const { problemId, toUserId, until } = given;
  const { userId } = ctx.actor;
  if (toUserId === userId) throw identityErrors.ownRole();
  const today = dayOf(ctx.clock.now());
  if (until < today) throw identityErrors.delegationPassed({ given: until, today });
  const { status } = await getPerson(ctx.db, toUserId);
  if (status !== 'active') throw identityErrors.wrongStatus({ status, expected: 'active' });
  await change(ctx, async (tx) => {
    if (problemId !== null) await refuseImpossible(ctx, tx, { ...given, problemId });
    await insertDelegation(ctx, tx, given);
  });
}

async function refuseImpossible(
  ctx: Context,
  tx: Tx,
  { problemId, role, toUserId }: Given & { problemId: string },
): Promise<void> {
  const { userId } = ctx.actor;
  const own = await findStanding(tx.db, { problemId, userId });
  const other = await findStanding(tx.db, { problemId, userId: toUserId });
  const isHeld = role === null ? (own?.roles.length ?? 0) > 0 : own?.roles.includes(role);
  if (!isHeld) throw identityErrors.roleNotHeld({ userId, role: role ?? '*' });
  // Who cannot see a private problem cannot sign in it either.
  if (own?.isPrivate && other?.roles.length === 0) throw identityErrors.cannotSee({ userId: toUserId });
}

async function insertDelegation(ctx: Context, tx: Tx, given: Given): Promise<void> {
  const { problemId, role, toUserId, until, reason } = given;
  const id = newId(tx.now);
  await identityDb(tx.db)
    .insertInto('role_delegation')
    .values({
      id,
      problem_id: problemId,
      role,
      from_user: ctx.actor.userId,
      to_user: toUserId,
      reason,
      until,
      given_at: tx.now,
      ended_at: null,
    })
    .execute();
  const subject = { kind: 'delegation', id };
  tx.record({ type: 'problem_access.role_delegated', subject, problemId, data: { role, toUserId, until } });
}

/** Whoever gave it ends it, or the person it was given to. Ended already is no change, and no event. */
export async function endDelegation(
  ctx: Context,
  { problemId, delegationId }: { problemId: string | null; delegationId: string },
): Promise<void> {
  const known = await findDelegation(ctx.db, delegationId);
  const { userId } = ctx.actor;
  const isMine = known !== null && [known.fromUserId, known.toUserId].includes(userId);
  // Under a problem everybody who reads it sees its delegations; elsewhere one sees one's own.
  const isSeen = known !== null && (problemId === null ? isMine : known.problemId === problemId || isMine);
  if (!isSeen) throw identityErrors.delegationNotFound({ id: delegationId });
  if (!isMine) throw identityErrors.notYourDelegation();
  if (known.endedAt !== null) return;
  await change(ctx, (tx) => recordEnd(tx, known));
}

/** For who leaves: nothing is signed by them any more, nor on their behalf. */
export async function endDelegationsOf(tx: Tx, userId: string): Promise<void> {
  const rows = await identityDb(tx.db)
    .selectFrom('role_delegation')
    .select(['id', 'problem_id as problemId', 'role'])
    .where((eb) => eb.or([eb('from_user', '=', userId), eb('to_user', '=', userId)]))
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute();
  for (const row of rows) await recordEnd(tx, row);
}

async function recordEnd(
  tx: Tx,
  { id, problemId, role }: { id: string; problemId: string | null; role: ProblemRole | null },
): Promise<void> {
  await identityDb(tx.db).updateTable('role_delegation').set({ ended_at: tx.now }).where('id', '=', id).execute();
  const subject = { kind: 'delegation', id };
  tx.record({ type: 'problem_access.delegation_ended', subject, problemId, data: { role } });
}
