import type { AnyDb } from '../../platform/db/database.ts';
import type { RiskClass } from './ai-act-contract.ts';
import { classify } from './classify.ts';
import { findParts } from './queries.ts';

/** The class under the EU AI Act, for who needs nothing else; `unassessed` while a question is open. */
export async function findRiskClass(db: AnyDb, problemId: string): Promise<RiskClass> {
  const { ai_act } = await findParts(db, problemId);
  return classify(ai_act.content.answers).class;
}
