import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { Decision, GateId, NamedPerson } from './contract.ts';
import { listConditions } from './conditions.ts';
import { decisionErrors } from './errors.ts';
import { listSigned } from './signed.ts';
import { type DecisionsTables, decisionsDb } from './tables.ts';

/** The newest first. */
export async function listDecisionsOf(db: AnyDb, problemId: string): Promise<Decision[]> {
  const rows = await decisionsDb(db)
    .selectFrom('decision')
    .selectAll()
    .where('problem_id', '=', problemId)
    .orderBy('at', 'desc')
    .orderBy('gate', 'desc')
    .orderBy('number', 'desc')
    .orderBy('id')
    .execute();
  return withPeople(db, rows);
}

/** The latest decision at one gate; null where none was taken. */
export async function findLastDecision(
  db: AnyDb,
  { problemId, gate }: { problemId: string; gate: GateId },
): Promise<Decision | null> {
  const row = await decisionsDb(db)
    .selectFrom('decision')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('gate', '=', gate)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const [decision = null] = row ? await withPeople(db, [row]) : [];
  return decision;
}

/** The latest decision at each gate, for gates at which one was taken. */
export async function findLastDecisions(db: AnyDb, problemId: string): Promise<Map<GateId, Decision>> {
  const rows = await decisionsDb(db)
    .selectFrom('decision')
    .selectAll()
    .where('problem_id', '=', problemId)
    .orderBy('number')
    .execute();
  const latest = new Map(rows.map((row) => [row.gate, row]));
  const decisions = await withPeople(db, [...latest.values()]);
  return new Map(decisions.map((decision) => [decision.gate, decision]));
}

/** Throws 404 where the problem has no such decision. */
export async function getDecision(
  db: AnyDb,
  { problemId, decisionId }: { problemId: string; decisionId: string },
): Promise<Decision & { snapshot: Record<string, unknown> }> {
  const row = await decisionsDb(db)
    .selectFrom('decision')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('id', '=', decisionId)
    .executeTakeFirst();
  const [decision] = row ? await withPeople(db, [row]) : [];
  if (!decision) throw decisionErrors.notFound({ id: decisionId });
  const snapshot = await findSnapshot(db, { problemId, hash: decision.snapshotHash });
  return { ...decision, snapshot: snapshot ?? {} };
}

/** The evidence under this hash, as far as it was shown; null where it never was, or was cleared away. */
export async function findSnapshot(
  db: AnyDb,
  { problemId, hash }: { problemId: string; hash: string },
): Promise<Record<string, unknown> | null> {
  const row = await decisionsDb(db)
    .selectFrom('evidence_snapshot')
    .select('snapshot')
    .where('problem_id', '=', problemId)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row ? fromJson<Record<string, unknown>>(row.snapshot) : null;
}

async function withPeople(db: AnyDb, rows: readonly Selectable<DecisionsTables['decision']>[]): Promise<Decision[]> {
  if (rows.length === 0) return [];
  const people = await decisionsDb(db)
    .selectFrom('decision_person')
    .selectAll()
    .where(
      'decision_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('position')
    .execute();
  const conditions = await listConditions(db, { decisionIds: rows.map((row) => row.id) });
  const signedOn = await listSigned(
    db,
    rows.flatMap((row) => row.proposal_id ?? []),
  );
  return rows.map((row) => ({
    ...asDecision(row),
    ...signedOn(row.proposal_id),
    people: people.filter((person) => person.decision_id === row.id).map(asPerson),
    conditions: conditions.filter((condition) => condition.decisionId === row.id),
  }));
}

function asPerson(row: Selectable<DecisionsTables['decision_person']>): NamedPerson {
  const { user_id, name, role, meaning, on_behalf_of, at } = row;
  return {
    ...(user_id === null ? {} : { userId: user_id }),
    ...(name === null ? {} : { name }),
    role,
    meaning,
    ...(on_behalf_of === null ? {} : { onBehalfOf: on_behalf_of }),
    at,
  };
}

function asDecision(
  row: Selectable<DecisionsTables['decision']>,
): Omit<Decision, 'people' | 'conditions' | 'signOffs' | 'waivers'> {
  const { redirect_kind, redirect_text } = row;
  return {
    id: row.id,
    gate: row.gate,
    number: row.number,
    outcome: row.outcome,
    reasons: row.reasons,
    redirect: redirect_kind === null ? null : { kind: redirect_kind, text: redirect_text ?? '' },
    reviewDate: row.review_date,
    lessons: row.lessons,
    recordedBy: row.recorded_by,
    at: row.at,
    snapshotHash: row.snapshot_hash,
    proposalId: row.proposal_id,
    policy: row.policy === null ? null : fromJson<Decision['policy']>(row.policy),
  };
}
