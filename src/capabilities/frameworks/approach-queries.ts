import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import type { Approach, Vote } from './approach-contract.ts';
import { frameworksErrors } from './errors.ts';
import { frameworksDb, type FrameworksTables } from './tables.ts';

/** Those that are not removed, in order, each with its votes. */
export async function listApproaches(db: AnyDb, problemId: string): Promise<Approach[]> {
  const rows = await frameworksDb(db)
    .selectFrom('approach')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const votes = await listVotes(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row, position) => asApproach(row, { position, votes: votes.get(row.id) ?? [] }));
}

/** Throws 404 where the board of this problem has no such approach. */
export async function getApproach(
  db: AnyDb,
  { problemId, approachId }: { problemId: string; approachId: string },
): Promise<Approach> {
  const found = (await listApproaches(db, problemId)).find(({ id }) => id === approachId);
  if (!found) throw frameworksErrors.approachNotFound({ id: approachId });
  return found;
}

async function listVotes(db: AnyDb, ids: readonly string[]): Promise<Map<string, Vote[]>> {
  if (ids.length === 0) return new Map();
  const rows = await frameworksDb(db)
    .selectFrom('approach_vote')
    .selectAll()
    .where('approach_id', 'in', ids)
    .orderBy('at')
    .orderBy('user_id')
    .execute();
  return Map.groupBy(
    rows.map(({ approach_id, user_id, role, choice, reason, at }) => ({
      approachId: approach_id,
      userId: user_id,
      role,
      choice,
      reason,
      at,
    })),
    ({ approachId }) => approachId,
  ) as Map<string, Vote[]>;
}

type Row = Selectable<FrameworksTables['approach']>;

function asApproach(row: Row, { position, votes }: { position: number; votes: readonly Vote[] }): Approach {
  return {
    id: row.id,
    position,
    kind: row.kind,
    title: row.title,
    idea: row.idea,
    pros: row.pros,
    cons: row.cons,
    suggestion: row.suggestion,
    votes: votes.map(({ userId, role, choice, reason, at }) => ({ userId, role, choice, reason, at })),
    createdBy: row.created_by,
    version: row.version,
  };
}
