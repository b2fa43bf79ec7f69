import type { Context } from '../../platform/context/context.ts';
import { identityErrors } from './errors.ts';
import { memoryOf } from './memory.ts';
import { modeOf } from './mode.ts';
import { isAnywhere, isByDelegation, isInPerson, judge, type Permission, type ProblemStanding } from './permissions.ts';
import { findStanding } from './problem-queries.ts';
import { findPerson, type Person } from './queries.ts';
import { isDelegate, rolesAnywhere } from './signing-roles.ts';

/**
 * Throws unless the actor may: 401 for nobody, 403 without the role, 404 for a problem they may not know of.
 * Routes are held to this already; operations call it where the problem is known only from the body.
 */
export async function demand(ctx: Context, permission: Permission, problemId: string | null = null): Promise<void> {
  const { actor } = ctx;
  if (isInPerson(permission) && actor.via === 'token') throw identityErrors.inPersonOnly();
  // The owner of personal mode holds every role; Peil itself was let in by who started it.
  if (isTrusted(ctx) || (await modeOf(ctx)) === 'personal') return;
  const person = await activePerson(ctx);
  const problem = problemId === null ? await standingAnywhere(ctx, permission) : await standingIn(ctx, problemId);
  const verdict = judge(permission, person.organisationRole, problem);
  if (verdict === 'invisible') throw identityErrors.problemNotFound({ id: problemId ?? '' });
  if (verdict === 'allowed' || (await mayOnBehalf(ctx, permission, problemId))) return;
  throw refusal(permission, person, problem);
}

/** A role of one's own that nobody has confirmed yet is a reason that can be mended. */
function refusal(permission: Permission, { organisationRole }: Person, problem: ProblemStanding | null): Error {
  const isWaiting = judge(permission, organisationRole, problem && { ...problem, unconfirmed: [] }) === 'allowed';
  return isWaiting ? identityErrors.roleWaits({ permission }) : identityErrors.notAllowed({ permission });
}

/** What somebody is in any problem, where that matters: as far as the role counts. */
async function standingAnywhere(ctx: Context, permission: Permission): Promise<ProblemStanding | null> {
  return isAnywhere(permission) ? { isPrivate: false, roles: await rolesAnywhere(ctx.db, ctx.actor.userId) } : null;
}

/** What somebody has no role for they may still do for one who has it. */
async function mayOnBehalf(ctx: Context, permission: Permission, problemId: string | null): Promise<boolean> {
  return problemId !== null && isByDelegation(permission) && isDelegate(ctx, problemId);
}

/**
 * For capabilities that know a problem by its id only: throws 404 where there is none. In a team the permission of the
 * address has seen to it already; the owner of personal mode may do everything, also where there is nothing.
 */
export async function refuseUnknownProblem(ctx: Context, problemId: string): Promise<void> {
  if ((await standingIn(ctx, problemId)) === null) throw identityErrors.problemNotFound({ id: problemId });
}

async function activePerson(ctx: Context): Promise<Person> {
  const { userId } = ctx.actor;
  const person = await memoryOf(ctx).people.get(userId, () => findPerson(ctx.db, userId));
  if (person?.status !== 'active') throw identityErrors.signInFirst();
  return person;
}

function isTrusted({ actor }: Context): boolean {
  return actor.via === 'system' && actor.userId === 'system';
}

/** What the actor is in this problem; null where there is no such problem. */
export function standingIn(ctx: Context, problemId: string): Promise<ProblemStanding | null> {
  const { userId } = ctx.actor;
  return memoryOf(ctx).problems.get(`${problemId} ${userId}`, () => findStanding(ctx.db, { problemId, userId }));
}
