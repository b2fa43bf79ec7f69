import type { AnyDb } from '../../platform/db/database.ts';
import type { ProblemRole, ProblemStanding } from './permissions.ts';
import { identityDb, type UserStatus } from './tables.ts';

/** What this person is in this problem; null where there is no such problem. */
export async function findStanding(
  db: AnyDb,
  { problemId, userId }: { problemId: string; userId: string },
): Promise<ProblemStanding | null> {
  const rows = await identityDb(db)
    .selectFrom('problem_access')
    .leftJoin('problem_role', (join) =>
      join.onRef('problem_role.problem_id', '=', 'problem_access.problem_id').on('problem_role.user_id', '=', userId),
    )
    .select(['problem_access.private', 'problem_role.role', 'given_by', 'confirmed_by'])
    .where('problem_access.problem_id', '=', problemId)
    .execute();
  const [first] = rows;
  if (!first) return null;
  const waiting = rows.filter((row) => row.given_by === userId && row.confirmed_by === null);
  return {
    isPrivate: first.private === 1,
    roles: rows.flatMap((row) => row.role ?? []),
    unconfirmed: waiting.flatMap((row) => row.role ?? []),
  };
}

export interface PersonInProblem {
  userId: string;
  name: string;
  status: UserStatus;
  roles: ProblemRole[];
  unconfirmed: ProblemRole[];
  given: { role: ProblemRole; by: string | null; at: number; confirmedBy: string | null }[];
}

export async function listPeopleOfProblem(db: AnyDb, problemId: string): Promise<PersonInProblem[]> {
  const rows = await identityDb(db)
    .selectFrom('problem_role')
    .innerJoin('user_account', 'user_account.id', 'problem_role.user_id')
    .select(['user_account.id', 'name', 'status', 'role', 'given_by', 'given_at', 'confirmed_by'])
    .where('problem_id', '=', problemId)
    .orderBy('name')
    .orderBy('user_account.id')
    .orderBy('role')
    .execute();
  const people = new Map<string, PersonInProblem>();
  for (const { id, name, status, role, given_by, given_at, confirmed_by } of rows) {
    const person = people.get(id) ?? { userId: id, name, status, roles: [], unconfirmed: [], given: [] };
    person.roles.push(role);
    if (given_by === id && confirmed_by === null) person.unconfirmed.push(role);
    person.given.push({ role, by: given_by, at: given_at, confirmedBy: confirmed_by });
    people.set(id, person);
  }
  return [...people.values()];
}

export interface RolesInProblem {
  problemId: string;
  roles: ProblemRole[];
}

/** Where this person has which roles, the latest problems first. */
export async function listRolesOfPerson(db: AnyDb, userId: string): Promise<RolesInProblem[]> {
  const rows = await identityDb(db)
    .selectFrom('problem_role')
    .select(['problem_id as problemId', 'role'])
    .where('user_id', '=', userId)
    .orderBy('problem_id', 'desc')
    .orderBy('role')
    .execute();
  const problems = new Map<string, ProblemRole[]>();
  for (const { problemId, role } of rows) problems.set(problemId, [...(problems.get(problemId) ?? []), role]);
  return [...problems].map(([problemId, roles]) => ({ problemId, roles }));
}

/** Private problems in which this person has no role. */
export async function listHiddenProblems(db: AnyDb, userId: string): Promise<string[]> {
  const rows = await identityDb(db)
    .selectFrom('problem_access')
    .select('problem_id')
    .where('private', '=', 1)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('problem_role')
            .select('role')
            .whereRef('problem_role.problem_id', '=', 'problem_access.problem_id')
            .where('user_id', '=', userId),
        ),
      ),
    )
    .execute();
  return rows.map((row) => row.problem_id);
}

/** Every problem that this person can see. */
export async function listVisibleProblems(db: AnyDb, userId: string): Promise<string[]> {
  const rows = await identityDb(db)
    .selectFrom('problem_access')
    .select('problem_id')
    .where((eb) =>
      eb.or([
        eb('private', '=', 0),
        eb.exists(
          eb
            .selectFrom('problem_role')
            .select('role')
            .whereRef('problem_role.problem_id', '=', 'problem_access.problem_id')
            .where('user_id', '=', userId),
        ),
      ]),
    )
    .execute();
  return rows.map((row) => row.problem_id);
}

export async function countProblems(db: AnyDb): Promise<number> {
  const { count } = await identityDb(db)
    .selectFrom('problem_access')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** People who can still sign in and have a role in this problem. */
export async function countActivePeople(
  db: AnyDb,
  { problemId, except }: { problemId: string; except: { userId: string; role: ProblemRole } },
): Promise<number> {
  const { count } = await identityDb(db)
    .selectFrom('problem_role')
    .innerJoin('user_account', 'user_account.id', 'problem_role.user_id')
    .where('problem_id', '=', problemId)
    .where('status', '=', 'active')
    .where((eb) => eb.not(eb.and([eb('user_id', '=', except.userId), eb('role', '=', except.role)])))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Who has one of these roles in this problem, each once. */
export async function listHolders(
  db: AnyDb,
  { problemId, roles }: { problemId: string; roles: readonly string[] },
): Promise<string[]> {
  if (roles.length === 0) return [];
  const rows = await identityDb(db)
    .selectFrom('problem_role')
    .select('user_id')
    .distinct()
    .where('problem_id', '=', problemId)
    .where('role', 'in', roles as readonly ProblemRole[])
    .execute();
  return rows.map((row) => row.user_id);
}

/** Of these people, those who are here, or invited, and may see this problem. */
export async function listReaders(
  db: AnyDb,
  { problemId, userIds }: { problemId: string; userIds: readonly string[] },
): Promise<string[]> {
  if (userIds.length === 0) return [];
  const rows = await identityDb(db)
    .selectFrom('user_account')
    .innerJoin('problem_access', (join) => join.on('problem_access.problem_id', '=', problemId))
    .select('user_account.id')
    .where('user_account.id', 'in', userIds)
    .where('status', 'in', ['active', 'invited'])
    .where((eb) =>
      eb.or([
        eb('private', '=', 0),
        eb.exists(
          eb
            .selectFrom('problem_role')
            .select('role')
            .whereRef('problem_role.user_id', '=', 'user_account.id')
            .where('problem_role.problem_id', '=', problemId),
        ),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}
