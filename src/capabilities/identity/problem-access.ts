import type { Tx } from '../../platform/context/change.ts';
import { identityErrors } from './errors.ts';
import type { ProblemRole } from './permissions.ts';
import { identityDb } from './tables.ts';

/** For the capability that makes problems, in its own transaction: who may see the new problem, and as what. */
export async function openProblemAccess(
  tx: Tx,
  access: { problemId: string; private: boolean; creatorId: string; creatorRoles: readonly ProblemRole[] },
): Promise<void> {
  const { problemId, creatorId: userId } = access;
  await identityDb(tx.db)
    .insertInto('problem_access')
    .values({ problem_id: problemId, private: access.private ? 1 : 0 })
    .execute();
  await insertRoles(tx, { problemId, userId, roles: access.creatorRoles });
  tx.record({
    type: 'problem_access.opened',
    subject: { kind: 'problem', id: problemId },
    problemId,
    data: { private: access.private, roles: access.creatorRoles },
  });
}

/** Hides a problem from everyone without a role in it, or shows it to the organisation again. */
export async function setProblemPrivacy(tx: Tx, access: { problemId: string; private: boolean }): Promise<void> {
  const { problemId } = access;
  const done = await identityDb(tx.db)
    .updateTable('problem_access')
    .set({ private: access.private ? 1 : 0 })
    .where('problem_id', '=', problemId)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw identityErrors.problemNotFound({ id: problemId });
  tx.record({
    type: 'problem_access.changed',
    subject: { kind: 'problem', id: problemId },
    problemId,
    data: { private: access.private },
  });
}

/** Roles that are held already stay as they are. Answers how many are new. */
export async function insertRoles(
  { db, now }: Tx,
  given: { problemId: string; userId: string; roles: readonly ProblemRole[]; givenBy?: string },
): Promise<number> {
  const { problemId, userId, roles, givenBy = null } = given;
  if (roles.length === 0) return 0;
  const result = await identityDb(db)
    .insertInto('problem_role')
    .values(
      roles.map((role) => ({
        problem_id: problemId,
        user_id: userId,
        role,
        given_at: now,
        given_by: givenBy,
        confirmed_by: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0n);
}

/** Answers whether it was held. */
export async function deleteRole(
  { db }: Tx,
  { problemId, userId, role }: { problemId: string; userId: string; role: ProblemRole },
): Promise<boolean> {
  const { numDeletedRows } = await identityDb(db)
    .deleteFrom('problem_role')
    .where('problem_id', '=', problemId)
    .where('user_id', '=', userId)
    .where('role', '=', role)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
