import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { findSnapshot, hashSnapshot } from '../decisions/index.ts';
import { reauthenticate } from '../identity/index.ts';
import { assess } from './assess.ts';
import type { RiskAssessment, RiskEvidenceId } from './assessment-contract.ts';
import { riskErrors } from './errors.ts';
import { judgeEvidence } from './list-risk-evidence.ts';
import { nameDifferences } from './name-differences.ts';
import { listSignatures } from './queries.ts';
import { showAssessment } from './show-assessment.ts';
import { composeSnapshot } from './snapshot-of-risk.ts';
import { lockAssessment } from './store.ts';
import { riskDb } from './tables.ts';

/** What must be there before it can be signed. Rejecting a risk is a judgement too, so it does not keep one from signing. */
const asked: readonly RiskEvidenceId[] = ['risk.classified', 'risk.dpia', 'risk.register'];

/** The signature is given in person, and bound to the very content that the signer read. */
export async function signAssessment(
  ctx: Context,
  { problemId, hash, meaning, password }: { problemId: string; hash: string; meaning: string; password?: string },
): Promise<RiskAssessment> {
  await reauthenticate(ctx, password);
  await change(ctx, async (tx) => {
    await lockAssessment(tx, problemId);
    const assessed = await assess(tx.db, problemId);
    const snapshot = composeSnapshot(assessed);
    const content = hashSnapshot(snapshot);
    if (content.hash !== hash) {
      const read = await findSnapshot(tx.db, { problemId, hash });
      const changed = read ? nameDifferences(read, snapshot, ctx.locale) : [];
      throw riskErrors.contentChanged({ hash: content.hash, changed });
    }
    const open = judgeEvidence(assessed, false).filter(({ id, isDone }) => asked.includes(id) && !isDone);
    if (open.length > 0) throw riskErrors.incomplete({ open: open.map(({ id }) => id) });
    const [last] = await listSignatures(tx.db, problemId);
    if (last?.hash === hash) throw riskErrors.alreadySigned();
    const number = (last?.number ?? 0) + 1;
    const row = { number, stage: 'begin' as const, content: content.text, hash, class: assessed.classified.class };
    await riskDb(tx.db)
      .insertInto('risk_signature')
      .values({ problem_id: problemId, ...row, meaning, signed_by: ctx.actor.userId, at: tx.now })
      .execute();
    const data = { number, stage: row.stage, hash, class: row.class };
    const subject = { kind: 'problem', id: problemId };
    tx.record({ type: 'risk_assessment.signed', subject, problemId, data });
  });
  return showAssessment(ctx, problemId);
}
