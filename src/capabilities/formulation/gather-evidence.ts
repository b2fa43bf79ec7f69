import type { AnyDb } from '../../platform/db/database.ts';
import { findLastDecision } from '../decisions/index.ts';
import type { Decision } from '../decisions/contract.ts';
import type { Objective } from './okr-contract.ts';
import { findAlternatives, findOpportunity, type StoredOpportunity, type StoredText } from './text-queries.ts';
import { listObjectivesOf } from './okr-queries.ts';
import { getProblem, type StoredProblem } from './problem-queries.ts';
import { findValueModel, type StoredValueModel } from './value-queries.ts';

/** Everything that a problem says of itself before there is a model. */
export interface Evidence {
  problem: StoredProblem;
  opportunity: StoredOpportunity;
  objectives: Objective[];
  alternatives: StoredText;
  value: StoredValueModel;
  /** at G1 */
  lastDecision: Decision | null;
}

/** One query after another: within a transaction there is one connection. */
export async function gatherEvidence(db: AnyDb, problemId: string): Promise<Evidence> {
  return {
    problem: await getProblem(db, problemId),
    opportunity: await findOpportunity(db, problemId),
    objectives: await listObjectivesOf(db, problemId),
    alternatives: await findAlternatives(db, problemId),
    value: await findValueModel(db, problemId),
    lastDecision: await findLastDecision(db, { problemId, gate: 'g1' }),
  };
}
