import { slice } from '../../platform/db/database.ts';
import type { CheckId, CheckVerdict, ExpertAnswer } from './check-contract.ts';
import type { RunState, RunTrigger } from './sufficiency-contract.ts';

export interface SufficiencyTables {
  /** one for each data requirement that somebody planned */
  sufficiency_plan: {
    requirement_id: string;
    problem_id: string;
    /** as in the content, to be found by */
    dataset_id: string | null;
    /** JSON: PlanContent */
    content: string;
    version: number;
    changed_at: number;
    confirmed_by: string | null;
    confirmed_at: number | null;
    /** the version that was confirmed: any change makes that stale */
    confirmed_version: number | null;
  };
  sufficiency_run: {
    id: string;
    problem_id: string;
    requirement_id: string;
    plan_version: number;
    /** JSON: PlanContent, as it was then */
    plan: string;
    dataset_id: string;
    dataset_version_id: string;
    dataset_version_number: number;
    method_version: number;
    trigger: RunTrigger;
    state: RunState;
    job_id: string | null;
    /** JSON: Measured */
    measured: string | null;
    /** JSON: CheckOutcome[] */
    outcomes: string | null;
    /** JSON: code, en, nl */
    failure: string | null;
    begun_by: string;
    begun_at: number;
    finished_at: number | null;
  };
  sufficiency_answer: {
    run_id: string;
    check_id: CheckId;
    /** what the check said when it was answered: of another verdict the answer does not count */
    verdict: CheckVerdict;
    answer: ExpertAnswer;
    reason: string;
    answered_by: string;
    answered_at: number;
  };
}

export const sufficiencyDb = slice<SufficiencyTables>();
