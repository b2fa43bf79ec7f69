import type { AnyDb } from '../../platform/db/database.ts';
import { listObjectivesOf } from './okr-queries.ts';
import { formulationDb } from './tables.ts';
import type { KeyResultVerdict } from './verdict-contract.ts';

/** The newest first, on key results that are not removed. Of one person in one role, the last one stands. */
export async function listVerdictsOf(db: AnyDb, problemId: string): Promise<KeyResultVerdict[]> {
  const rows = await formulationDb(db)
    .selectFrom('key_result_verdict')
    .selectAll()
    .where('problem_id', '=', problemId)
    .orderBy('number', 'desc')
    .execute();
  if (rows.length === 0) return [];
  const objectives = await listObjectivesOf(db, problemId);
  const versions = new Map(objectives.flatMap(({ keyResults }) => keyResults).map(({ id, version }) => [id, version]));
  const standing = new Set<string>();
  return rows
    .filter((row) => versions.has(row.key_result_id))
    .map(({ id, key_result_id: keyResultId, role, user_id: userId, verdict, reason, at, ...row }) => {
      const giver = `${keyResultId} ${role} ${userId}`;
      const isStanding = !standing.has(giver);
      standing.add(giver);
      const isOnEarlierText = row.key_result_version !== versions.get(keyResultId);
      return { id, keyResultId, role, verdict, reason, userId, at, isStanding, isOnEarlierText };
    });
}
