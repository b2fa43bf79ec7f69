import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { dayOf } from './delegation-queries.ts';
import { modeOf } from './mode.ts';
import { type ProblemRole, problemRoles } from './permissions.ts';
import { identityDb } from './tables.ts';

export interface SigningRole {
  role: ProblemRole;
  /** id of the person who delegated it; null for one's own */
  onBehalfOf: string | null;
}

/** In personal mode one person holds every role, and four eyes are waived. */
export async function isPersonal(services: Parameters<typeof modeOf>[0]): Promise<boolean> {
  return (await modeOf(services)) === 'personal';
}

export interface Bearer {
  userId: string;
  role: ProblemRole;
  /** year-month-day, the last day of a role that was delegated; null for one's own */
  until: string | null;
  /** another person had a hand in giving it; absent: as `true` */
  isCounting?: boolean;
}

/**
 * Who bears which role in this problem, their own roles first. Who has left bears none, and a role that its giver no longer
 * holds, or that does not count, is not delegated.
 */
export async function listBearers(db: AnyDb, problemId: string): Promise<Bearer[]> {
  const held = await identityDb(db)
    .selectFrom('problem_role')
    .innerJoin('user_account', 'user_account.id', 'problem_role.user_id')
    .select(['user_id as userId', 'role', 'given_by', 'confirmed_by'])
    .where('problem_id', '=', problemId)
    .where('status', 'in', ['active', 'invited'])
    .orderBy('given_at')
    .orderBy('user_id')
    .orderBy('role')
    .execute();
  const waiting = held.filter(({ userId, given_by, confirmed_by }) => given_by === userId && confirmed_by === null);
  const isHeld = (userId: string, role: ProblemRole) =>
    held.some((each) => each.userId === userId && each.role === role);
  const delegated = (await listPassedOn(db, problemId)).flatMap(({ userId, from_user, role, until }) => {
    const theirs = held.filter((each) => each.userId === from_user && !waiting.includes(each));
    const passed = theirs.filter((each) => role === null || each.role === role);
    return passed.filter((each) => !isHeld(userId, each.role)).map((each) => ({ userId, role: each.role, until }));
  });
  // The one that holds the longest, where somebody was given the same twice.
  const once = new Map(delegated.toReversed().map((each) => [`${each.userId} ${each.role}`, each]));
  const own = held.map((each) => ({
    userId: each.userId,
    role: each.role,
    until: null,
    ...(waiting.includes(each) ? { isCounting: false } : {}),
  }));
  return [...own, ...[...once.values()].toReversed()];
}

/** What was passed on in this problem, and everywhere to those who can see it; the longest first. */
function listPassedOn(db: AnyDb, problemId: string) {
  return identityDb(db)
    .selectFrom('role_delegation')
    .innerJoin('problem_access', (join) => join.on('problem_access.problem_id', '=', problemId))
    .select(['to_user as userId', 'from_user', 'role', 'until'])
    .where((eb) =>
      eb.or([
        eb('role_delegation.problem_id', '=', problemId),
        eb.and([
          eb('role_delegation.problem_id', 'is', null),
          eb.or([
            eb('private', '=', 0),
            eb.exists(
              eb
                .selectFrom('problem_role')
                .select('problem_role.role')
                .where('problem_role.problem_id', '=', problemId)
                .whereRef('problem_role.user_id', '=', 'role_delegation.to_user'),
            ),
          ]),
        ]),
      ]),
    )
    .where('ended_at', 'is', null)
    .orderBy('until', 'desc')
    .orderBy('role_delegation.id')
    .execute();
}

/**
 * The roles in which somebody may sign in this problem: their own as far as another person had a hand in giving them, and
 * those that were delegated to them and have not ended.
 * @param today year-month-day
 */
export async function signingRolesOf(
  ctx: Context,
  db: AnyDb,
  { problemId, userId, today }: { problemId: string; userId: string; today: string },
): Promise<SigningRole[]> {
  if (await isPersonal(ctx)) return problemRoles.map((role) => ({ role, onBehalfOf: null }));
  const own = await confirmedRoles(db, { problemId, userId });
  const delegations = await identityDb(db)
    .selectFrom('role_delegation')
    .select(['role', 'from_user'])
    .where((eb) => eb.or([eb('problem_id', '=', problemId), eb('problem_id', 'is', null)]))
    .where('to_user', '=', userId)
    .where('ended_at', 'is', null)
    .where('until', '>=', today)
    .orderBy('given_at')
    .execute();
  const delegated: SigningRole[] = [];
  for (const { role, from_user } of delegations) {
    // Nobody passes on what they no longer hold themselves.
    const still = await confirmedRoles(db, { problemId, userId: from_user });
    const passed = role === null ? still : still.filter((each) => each === role);
    for (const each of passed) {
      const isKnown = delegated.some((known) => known.role === each && known.onBehalfOf === from_user);
      if (!isKnown) delegated.push({ role: each, onBehalfOf: from_user });
    }
  }
  return [...own.map((role) => ({ role, onBehalfOf: null })), ...delegated];
}

/** Whether the actor may sign here on behalf of somebody. */
export async function isDelegate(ctx: Context, problemId: string): Promise<boolean> {
  const today = dayOf(ctx.clock.now());
  const roles = await signingRolesOf(ctx, ctx.db, { problemId, userId: ctx.actor.userId, today });
  return roles.some(({ onBehalfOf }) => onBehalfOf !== null);
}

/** The roles that somebody has in any problem, and that count there. */
export function rolesAnywhere(db: AnyDb, userId: string): Promise<ProblemRole[]> {
  return confirmedRoles(db, { problemId: null, userId });
}

/** @param problemId null: in any problem */
async function confirmedRoles(
  db: AnyDb,
  { problemId, userId }: { problemId: string | null; userId: string },
): Promise<ProblemRole[]> {
  const rows = await identityDb(db)
    .selectFrom('problem_role')
    .innerJoin('user_account', 'user_account.id', 'problem_role.user_id')
    .select(['role', 'given_by', 'confirmed_by'])
    .$if(problemId !== null, (query) => query.where('problem_id', '=', problemId))
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
    .execute();
  const counting = rows.filter((row) => row.given_by !== userId || row.confirmed_by !== null);
  return [...new Set(counting.map((row) => row.role))];
}
