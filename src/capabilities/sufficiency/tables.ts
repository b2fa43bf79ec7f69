import { slice } from '../../platform/db/database.ts';
import type { VersionRunColumns } from '../datasets/index.ts';
import type { CheckId, CheckVerdict, ExpertAnswer } from './check-contract.ts';

/** Of a run: by which plan the data is judged, and what came of it. */
export interface OwnOfRun {
  requirement_id: string;
  plan_version: number;
  /** JSON: PlanContent, as it was then */
  plan: string;
  dataset_id: string;
  method_version: number;
  /** JSON: Measured */
  measured: string | null;
  /** JSON: CheckOutcome[] */
  outcomes: string | null;
}

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
  sufficiency_run: VersionRunColumns & OwnOfRun;
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
