import type { AnyDb } from '../../platform/db/database.ts';
import { hashSnapshot } from '../decisions/index.ts';
import { assess, type Assessed } from './assess.ts';
import type { RiskEvidenceId } from './assessment-contract.ts';
import { nameOfPath } from './classify.ts';
import { listSignatures } from './queries.ts';
import { composeSnapshot, currentConfirmation } from './snapshot-of-risk.ts';

export interface RiskEvidence {
  id: RiskEvidenceId;
  station: 'risk';
  /** the part of the station where it is answered */
  field: 'class' | 'dpia' | 'register' | 'signing';
  isDone: boolean;
}

/** What a gate asks of the risk assessment, done and open; nothing here depends on the day. */
export async function listRiskEvidence(db: AnyDb, problemId: string, _at?: { today: string }): Promise<RiskEvidence[]> {
  const assessed = await assess(db, problemId);
  const [last] = await listSignatures(db, problemId);
  const isFresh = last !== undefined && last.hash === hashSnapshot(composeSnapshot(assessed)).hash;
  return judgeEvidence(assessed, isFresh);
}

export function judgeEvidence(assessed: Assessed, isFresh: boolean): RiskEvidence[] {
  const item = (id: RiskEvidenceId, field: RiskEvidence['field'], isDone: boolean): RiskEvidence => {
    return { id, station: 'risk', field, isDone };
  };
  return [
    item('risk.classified', 'class', isClassified(assessed)),
    item('risk.dpia', 'dpia', isDpiaSettled(assessed)),
    item('risk.register', 'register', isRegisterWritten(assessed)),
    item('risk.signed', 'signing', isFresh),
    item('risk.accepted', 'register', isAccepted(assessed)),
  ];
}

function isClassified({ classified, parts: { ai_act } }: Assessed): boolean {
  const { role } = ai_act.content;
  return (
    classified.class !== 'unassessed' &&
    role !== null &&
    currentConfirmation(ai_act.content, nameOfPath(classified)) !== null
  );
}

/** Where an assessment is needed, the officer has advised (GDPR 35(2)). */
function isDpiaSettled({ dpia, parts }: Assessed): boolean {
  if (dpia.verdict === 'needed') return parts.dpia.content.dpoAdvice.trim() !== '';
  return dpia.verdict === 'not_needed';
}

const isNoneSeen = ({ parts, register }: Assessed): boolean =>
  register.risks.length === 0 && parts.appetite.content.noneSeen.trim() !== '';

function isRegisterWritten(assessed: Assessed): boolean {
  const { risks } = assessed.register;
  return isNoneSeen(assessed) || (risks.length > 0 && risks.every(({ before }) => before !== null));
}

function isAccepted(assessed: Assessed): boolean {
  if (isNoneSeen(assessed)) return true;
  const { risks, standing } = assessed.register;
  const isDecided = risks.every(({ decision, missing }) => {
    return decision !== null && decision !== 'reject' && !missing.includes('acceptedBy');
  });
  return isDecided && (standing === 'within' || standing === 'accepted');
}
