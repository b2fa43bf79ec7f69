import type { AnyDb } from '../../platform/db/database.ts';
import type { Delegation } from './contract/delegations.ts';
import { identityDb } from './tables.ts';

/** Year-month-day, in UTC. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

const shown = (db: AnyDb) =>
  identityDb(db)
    .selectFrom('role_delegation')
    .select(['id', 'problem_id as problemId', 'role', 'from_user as fromUserId', 'to_user as toUserId'])
    .select(['reason', 'until', 'given_at as givenAt', 'ended_at as endedAt'])
    .orderBy('given_at', 'desc')
    .orderBy('id');

export async function findDelegation(db: AnyDb, id: string): Promise<Delegation | null> {
  return (await shown(db).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Of one problem, and of those who have a role in it for everywhere; the latest first. */
export async function listDelegations(db: AnyDb, problemId: string): Promise<Delegation[]> {
  return shown(db)
    .where((eb) =>
      eb.or([
        eb('problem_id', '=', problemId),
        eb.and([
          eb('problem_id', 'is', null),
          eb.exists(
            eb
              .selectFrom('problem_role')
              .select('problem_role.role')
              .where('problem_role.problem_id', '=', problemId)
              .whereRef('problem_role.user_id', '=', 'role_delegation.from_user'),
          ),
        ]),
      ]),
    )
    .execute();
}

/** What somebody gave and was given, in every problem and for everywhere; the latest first. */
export async function listOwnDelegations(db: AnyDb, userId: string): Promise<Delegation[]> {
  return shown(db)
    .where((eb) => eb.or([eb('from_user', '=', userId), eb('to_user', '=', userId)]))
    .limit(200)
    .execute();
}
