import type { Tx } from '../../platform/context/change.ts';
import { toJson } from '../../platform/json.ts';
import type { PartContents } from './part-contents.ts';
import { findParts, type StoredRisk } from './queries.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import type { RiskFields } from './register-contract.ts';
import { type PartName, riskDb } from './tables.ts';

/** Every write begins here: two of them, or a write and a signature, never cross. */
export async function lockAssessment(tx: Tx, problemId: string): Promise<void> {
  await riskDb(tx.db)
    .insertInto('risk_assessment')
    .values({ problem_id: problemId, changed_at: tx.now })
    .onConflict((conflict) => conflict.column('problem_id').doUpdateSet({ changed_at: tx.now }))
    .execute();
}

/** Changes one part of the version that the caller read; throws 409 with both texts where it is another now. */
export async function changePart<Part extends PartName>(
  tx: Tx,
  { problemId, part, version }: { problemId: string; part: Part; version: number },
  edit: (content: PartContents[Part]) => { content: PartContents[Part]; yours: unknown; theirs: unknown },
): Promise<void> {
  await lockAssessment(tx, problemId);
  const current = (await findParts(tx.db, problemId))[part];
  const { content, yours, theirs } = edit(current.content);
  refuseStale({ given: version, current: current.version }, { yours, theirs });
  const row = { content: toJson(content), version: version + 1, changed_at: tx.now };
  await riskDb(tx.db)
    .insertInto('risk_part')
    .values({ problem_id: problemId, part, ...row })
    .onConflict((conflict) => conflict.columns(['problem_id', 'part']).doUpdateSet(row))
    .execute();
}

/** A risk in the columns that it is kept in. */
export function rowOf(fields: RiskFields) {
  const json = (value: unknown) => (value === null ? null : toJson(value));
  return {
    what: fields.what,
    cause: fields.cause,
    affected: fields.affected,
    likelihood: json(fields.likelihood),
    impact: json(fields.impact),
    control: fields.control,
    residual_likelihood: json(fields.residualLikelihood),
    residual_impact: json(fields.residualImpact),
    decision: fields.decision,
    accepted_by: fields.acceptedBy,
    decision_reason: fields.decisionReason,
    owner: fields.owner,
  };
}

/** Without what identifies it: what people wrote. */
export function fieldsOf({ id: _id, version: _version, ...fields }: StoredRisk): RiskFields {
  return fields;
}
