import type { AnyDb } from '../../platform/db/database.ts';
import type { Condition, Decision, PolicyGate } from '../decisions/contract.ts';
import { findLastDecisions, listConditions } from '../decisions/index.ts';
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
  decided: Readonly<Record<PolicyGate, Decision | null>>;
  /** conditions of earlier gates that are not met yet */
  openConditions: Condition[];
}

/** One query after another: within a transaction there is one connection. */
export async function gatherEvidence(db: AnyDb, problemId: string): Promise<Evidence> {
  const problem = await getProblem(db, problemId);
  const last = await findLastDecisions(db, problemId);
  return {
    problem,
    opportunity: await findOpportunity(db, problemId),
    objectives: await listObjectivesOf(db, problemId),
    alternatives: await findAlternatives(db, problemId),
    value: await findValueModel(db, problemId),
    decided: {
      g0: last.get('g0') ?? null,
      g1: last.get('g1') ?? null,
      g2: last.get('g2') ?? null,
      g3: last.get('g3') ?? null,
    },
    openConditions: (await listConditions(db, { problemId })).filter(({ metAt }) => metAt === null),
  };
}
