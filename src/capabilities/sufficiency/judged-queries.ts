import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import { findCountsOf } from '../contracts/index.ts';
import { listReadyVersions } from '../datasets/index.ts';
import type { CheckOutcome, OverallVerdict } from './check-contract.ts';
import type { Measured } from './checks/measured.ts';
import { judgeValidity } from './checks/validity.ts';
import type { PlanContent } from './plan-contract.ts';
import { listPlans } from './plan-queries.ts';
import { isUnanswered, rollUp, type Settled, worstOverall } from './roll-up.ts';
import { findLastRun, type StoredRun } from './run-queries.ts';
import type { Plan } from './sufficiency-contract.ts';
import { sufficiencyDb, type SufficiencyTables } from './tables.ts';

export type StoredAnswer = SufficiencyTables['sufficiency_answer'];

export interface SettledCheck extends Settled {
  said: StoredAnswer | null;
}

export interface JudgedRequirement {
  plan: Plan & { what: string };
  latest: StoredRun | null;
  run: StoredRun | null;
  isStale: boolean;
  checks: SettledCheck[];
  verdict: OverallVerdict | null;
}

/** Every data requirement with what its last finished run says, and what the expert said of it. */
export async function listJudged(db: AnyDb, problemId: string): Promise<JudgedRequirement[]> {
  const versions = await listReadyVersions(db, problemId);
  const judged: JudgedRequirement[] = [];
  for (const plan of await listPlans(db, problemId)) {
    const { dataRequirementId } = plan;
    const latest = (await findLastRun(db, { problemId, dataRequirementId })) ?? null;
    const run = (await findLastRun(db, { problemId, dataRequirementId, state: 'done' })) ?? null;
    const newest = versions.find(({ datasetId }) => datasetId === plan.content.datasetId);
    const isStale = run !== null && (run.plan_version !== plan.version || run.dataset_version_id !== newest?.id);
    const checks = run ? await settle(db, run) : [];
    judged.push({ plan, latest, run, isStale, checks, verdict: rollUp(checks) });
  }
  return judged;
}

/** Overall, as long as everything was judged on what there is now. */
export function overallOf(judged: readonly JudgedRequirement[]): OverallVerdict | null {
  if (judged.some(({ run, isStale, plan }) => run === null || isStale || !plan.isConfirmed)) return null;
  return worstOverall(judged.flatMap(({ verdict }) => (verdict === null ? [] : [verdict])));
}

async function settle(db: AnyDb, run: StoredRun): Promise<SettledCheck[]> {
  const answers = await sufficiencyDb(db)
    .selectFrom('sufficiency_answer')
    .selectAll()
    .where('run_id', '=', run.id)
    .execute();
  return (await outcomesNow(db, run)).map((outcome) => {
    const { check, verdict } = outcome;
    const said = answers.find((each) => each.check_id === check && each.verdict === verdict) ?? null;
    return { check, outcome, answer: said?.answer ?? null, said };
  });
}

/** As they were kept, but that the contract may have been judged after the version was measured. */
async function outcomesNow(db: AnyDb, run: StoredRun): Promise<CheckOutcome[]> {
  const outcomes = run.outcomes === null ? [] : fromJson<CheckOutcome[]>(run.outcomes);
  if (run.measured === null) return outcomes;
  const { problem_id: problemId, dataset_version_id: datasetVersionId } = run;
  const contract = await findCountsOf(db, { problemId, datasetVersionId });
  const measured = { ...fromJson<Measured>(run.measured), contract };
  const plan = fromJson<PlanContent>(run.plan);
  return outcomes.map((each) => (each.check === 'validity' ? judgeValidity({ plan, measured }) : each));
}

export const countUnanswered = (checks: readonly SettledCheck[]): number => checks.filter(isUnanswered).length;
