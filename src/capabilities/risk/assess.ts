import type { AnyDb } from '../../platform/db/database.ts';
import { type Classified, classify } from './classify.ts';
import { type DpiaJudgement, judgeDpia } from './judge-dpia.ts';
import { type JudgedRegister, judgeRegister } from './judge-register.ts';
import { findDefaultAppetite, findParts, listStoredRisks, type StoredParts } from './queries.ts';

/** All that was written of a problem's risk, and what follows from it. */
export interface Assessed {
  parts: StoredParts;
  classified: Classified;
  dpia: DpiaJudgement;
  register: JudgedRegister;
}

/** One query after another: within a transaction there is one connection. */
export async function assess(db: AnyDb, problemId: string): Promise<Assessed> {
  const parts = await findParts(db, problemId);
  const risks = await listStoredRisks(db, problemId);
  const organisation = await findDefaultAppetite(db);
  return {
    parts,
    classified: classify(parts.ai_act.content.answers),
    dpia: judgeDpia(parts.dpia.content.answers),
    register: judgeRegister({ risks, frame: parts.appetite.content, organisation }),
  };
}
