import type { AnyDb } from '../../platform/db/database.ts';
import type { Condition, Decision } from '../decisions/contract.ts';
import { findLastDecision, listConditions } from '../decisions/index.ts';
import type { FormulationGate } from './gate-contract.ts';
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
  /** the latest at each gate */
  decided: Readonly<Record<FormulationGate, Decision | null>>;
  /** conditions of earlier gates that are not met yet */
  openConditions: Condition[];
}

/** One query after another: within a transaction there is one connection. */
export async function gatherEvidence(db: AnyDb, problemId: string): Promise<Evidence> {
  return {
    problem: await getProblem(db, problemId),
    opportunity: await findOpportunity(db, problemId),
    objectives: await listObjectivesOf(db, problemId),
    alternatives: await findAlternatives(db, problemId),
    value: await findValueModel(db, problemId),
    decided: {
      g0: await findLastDecision(db, { problemId, gate: 'g0' }),
      g1: await findLastDecision(db, { problemId, gate: 'g1' }),
    },
    openConditions: (await listConditions(db, { problemId })).filter(({ metAt }) => metAt === null),
  };
}
