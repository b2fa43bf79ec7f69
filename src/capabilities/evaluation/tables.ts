import { slice } from '../../platform/db/database.ts';
import type { EvaluationTask } from './evaluation-contract.ts';

export interface EvaluationTables {
  /** what was measured of predictions, and what it is worth; never changed once it is finished */
  evaluation: {
    id: string;
    problem_id: string;
    run_id: string;
    /** as it was called */
    run_name: string;
    model_id: string | null;
    /** JSON: Asked */
    asked: string;
    task: EvaluationTask;
    /** blob of the predictions */
    predictions_sha256: string;
    dataset_version_id: string | null;
    /** JSON: PricedBy, with the value model itself; null where there was none */
    priced_by: string | null;
    /** the evaluation whose predictions these are too, under another value model */
    rescored_from: string | null;
    state: 'waiting' | 'running' | 'done' | 'failed';
    job_id: string | null;
    /** JSON: Measured */
    measured: string | null;
    /** JSON: Judged */
    judged: string | null;
    /** JSON: Brief, the little of it that lists read; null where there is no result */
    brief: string | null;
    /** null where the data is not known, and so nothing compares */
    protocol_key: string | null;
    euro_key: string | null;
    /** JSON: code, en, nl */
    failure: string | null;
    begun_by: string;
    begun_at: number;
    finished_at: number | null;
  };
  /** two of one ranking, held against each other case by case; kept in one direction */
  evaluation_pair: {
    own_id: string;
    other_id: string;
    /** that both have */
    cases: number;
    /** euros a month of the own over the other */
    difference: number;
    low: number;
    high: number;
  };
}

export const evaluationDb = slice<EvaluationTables>();
