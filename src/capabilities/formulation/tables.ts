import { slice } from '../../platform/db/database.ts';
import type { OpportunityField } from './opportunity-contract.ts';
import type { Phase } from './problem-contract.ts';

export interface FormulationTables {
  problem: {
    id: string;
    title: string;
    phase: Phase;
    /** of the title */
    version: number;
    created_by: string;
    created_at: number;
    changed_at: number;
    deleted_at: number | null;
  };
  opportunity_text: {
    problem_id: string;
    field: OpportunityField;
    text: string;
    changed_in_version: number;
    changed_at: number;
  };
  alternatives: { problem_id: string; text: string; version: number; changed_at: number };
  objective: {
    id: string;
    problem_id: string;
    text: string;
    position: number;
    version: number;
    removed_at: number | null;
  };
  key_result: {
    id: string;
    problem_id: string;
    objective_id: string;
    metric: string;
    unit: string;
    /** decimal strings */
    baseline: string | null;
    target: string | null;
    /** year-month-day */
    by_date: string | null;
    source: string;
    position: number;
    version: number;
    removed_at: number | null;
  };
  value_model: {
    problem_id: string;
    /** JSON: a draft, complete or not */
    model: string;
    hash: string;
    /** JSON: AtStake; null while it is not complete */
    at_stake: string | null;
    version: number;
    changed_at: number;
  };
  level: { problem_id: string; number: number; snapshot: string; hash: string; decision_id: string; at: number };
  /** a projection: written by `keepProblemSummaries` only */
  problem_summary: {
    problem_id: string;
    title: string;
    /** the keys are what is searched: one form of writing for what is written and what is looked for */
    title_key: string;
    opportunity_key: string;
    decision_key: string;
    phase: Phase;
    is_private: number;
    /** what a go still needs, by station, and all together */
    opportunity_open: number;
    requirements_open: number;
    value_open: number;
    decision_open: number;
    open_items: number;
    /** when the first key result must be reached; once that day is past, one more item is open than is counted here */
    first_date: string | null;
    /** JSON: AtStake */
    at_stake: string | null;
    /** for sorting only: money is not compared by it */
    at_stake_rank: number;
    /** JSON: the part of the last decision that the list shows */
    last_decision: string | null;
    created_at: number;
    changed_at: number;
    is_deleted: number;
  };
}

export const formulationDb = slice<FormulationTables>();
