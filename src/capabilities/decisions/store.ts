import type { AnyDb } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';
import { insertConditions } from './conditions.ts';
import type { Decision } from './contract.ts';
import type { HashedSnapshot } from './snapshot-hash.ts';
import { decisionsDb } from './tables.ts';

/** Evidence nobody decided on is kept for the latest so many readings of a problem's gates. */
const keptReadings = 20;

export async function insertSnapshot(
  db: AnyDb,
  { problemId, hashed, now }: { problemId: string; hashed: HashedSnapshot; now: number },
): Promise<void> {
  const known = await decisionsDb(db)
    .selectFrom('evidence_snapshot')
    .select('hash')
    .where('problem_id', '=', problemId)
    .where('hash', '=', hashed.hash)
    .executeTakeFirst();
  if (known) return;
  await decisionsDb(db)
    .insertInto('evidence_snapshot')
    .values({ problem_id: problemId, hash: hashed.hash, snapshot: hashed.text, shown_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Clears away readings that are old and that neither a decision nor a sign-off stands on. */
export async function clearOldSnapshots(db: AnyDb, problemId: string): Promise<void> {
  const undecided = await decisionsDb(db)
    .selectFrom('evidence_snapshot')
    .select('hash')
    .where('problem_id', '=', problemId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('decision')
            .select('id')
            .whereRef('decision.problem_id', '=', 'evidence_snapshot.problem_id')
            .whereRef('decision.snapshot_hash', '=', 'evidence_snapshot.hash'),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('gate_sign_off')
            .select('id')
            .whereRef('gate_sign_off.problem_id', '=', 'evidence_snapshot.problem_id')
            .whereRef('gate_sign_off.snapshot_hash', '=', 'evidence_snapshot.hash'),
        ),
      ),
    )
    .orderBy('shown_at', 'desc')
    .orderBy('hash')
    .execute();
  const old = undecided.slice(keptReadings);
  if (old.length === 0) return;
  await decisionsDb(db)
    .deleteFrom('evidence_snapshot')
    .where('problem_id', '=', problemId)
    .where(
      'hash',
      'in',
      old.map((row) => row.hash),
    )
    .execute();
}

export async function insertDecision(db: AnyDb, problemId: string, decision: Decision): Promise<void> {
  const { people, redirect } = decision;
  await decisionsDb(db)
    .insertInto('decision')
    .values({
      id: decision.id,
      problem_id: problemId,
      gate: decision.gate,
      number: decision.number,
      outcome: decision.outcome,
      reasons: decision.reasons,
      redirect_kind: redirect?.kind ?? null,
      redirect_text: redirect?.text ?? null,
      review_date: decision.reviewDate,
      recorded_by: decision.recordedBy,
      at: decision.at,
      snapshot_hash: decision.snapshotHash,
      lessons: decision.lessons,
      proposal_id: decision.proposalId,
      policy: decision.policy && toJson(decision.policy),
    })
    .execute();
  const rows = people.map(
    ({ userId = null, name = null, role, meaning, onBehalfOf = null, at = decision.at }, position) => ({
      decision_id: decision.id,
      position,
      user_id: userId,
      name,
      role,
      meaning,
      on_behalf_of: onBehalfOf,
      at,
    }),
  );
  await decisionsDb(db).insertInto('decision_person').values(rows).execute();
  await insertConditions(db, { problemId, decisionId: decision.id, conditions: decision.conditions });
}
