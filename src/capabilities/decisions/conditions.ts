import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/context/change.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Condition, GateId, Terms } from './contract.ts';
import { decisionErrors } from './errors.ts';
import { type DecisionsTables, decisionsDb } from './tables.ts';

export function newConditions(
  tx: Tx,
  { decisionId, gate, conditions = [] }: { decisionId: string; gate: GateId } & Pick<Terms, 'conditions'>,
): Condition[] {
  const open = { evidence: null, metBy: null, metAt: null };
  return conditions.map((given) => ({
    ...given,
    ownerId: given.ownerId ?? null,
    id: newId(tx.now),
    decisionId,
    gate,
    ...open,
  }));
}

export async function insertConditions(
  db: AnyDb,
  { problemId, decisionId, conditions }: { problemId: string; decisionId: string; conditions: readonly Condition[] },
): Promise<void> {
  if (conditions.length === 0) return;
  const rows = conditions.map(({ id, text, due, blocks, ownerId }, position) => ({
    id,
    decision_id: decisionId,
    problem_id: problemId,
    position,
    text,
    due,
    blocks,
    evidence: null,
    met_by: null,
    met_at: null,
    owner_id: ownerId,
    told: null,
  }));
  await decisionsDb(db).insertInto('decision_condition').values(rows).execute();
}

type Asked = { decisionIds: readonly string[] } | { problemId: string };

/** In the order in which they were set. */
export async function listConditions(db: AnyDb, asked: Asked): Promise<Condition[]> {
  const all = decisionsDb(db)
    .selectFrom('decision_condition')
    .innerJoin('decision', 'decision.id', 'decision_condition.decision_id')
    .selectAll('decision_condition')
    .select(['decision.gate', 'decision.at']);
  const some =
    'problemId' in asked
      ? all.where('decision_condition.problem_id', '=', asked.problemId)
      : all.where('decision_id', 'in', [...asked.decisionIds]);
  const rows = await some.orderBy('decision.at').orderBy('decision_id').orderBy('position').execute();
  return rows.map(asCondition);
}

function asCondition(row: Selectable<DecisionsTables['decision_condition']> & { gate: GateId }): Condition {
  const { id, decision_id, text, due, blocks, gate, evidence, met_by, met_at, owner_id } = row;
  const met = { evidence, metBy: met_by, metAt: met_at };
  return { id, decisionId: decision_id, text, due, blocks, gate, ...met, ownerId: owner_id };
}

interface Meeting {
  problemId: string;
  conditionId: string;
  userId: string;
  /** id of the person who delegated the role */
  onBehalfOf: string | null;
  /** what shows that it is met; null: it is not met after all */
  evidence: string | null;
}

/** The caller holds the lock of the problem. Throws 404 where the problem has no such condition. */
export async function meetCondition(tx: Tx, given: Meeting): Promise<void> {
  const { problemId, conditionId, userId, onBehalfOf, evidence } = given;
  const isMet = evidence !== null;
  const done = await decisionsDb(tx.db)
    .updateTable('decision_condition')
    // What is not met after all is told of anew.
    .set({ evidence, met_by: isMet ? userId : null, met_at: isMet ? tx.now : null, told: null })
    .where('id', '=', conditionId)
    .where('problem_id', '=', problemId)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw decisionErrors.conditionNotFound({ id: conditionId });
  const subject = { kind: 'condition', id: conditionId };
  const type = isMet ? 'gate.condition_met' : 'gate.condition_reopened';
  tx.record({ type, subject, problemId, data: { evidence, onBehalfOf } });
}
