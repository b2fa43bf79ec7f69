import type { Generated } from 'kysely';
import { slice } from '../../platform/db/database.ts';
import type { RunStatus } from './run.ts';

interface Fact {
  run_id: string;
  key: string;
  value: string;
}

export interface TrackingTables {
  experiment: {
    id: Generated<number>;
    name: string;
    /** where artifacts of its runs go, without a slash at its end */
    artifact_root: string;
    /** null: in the inbox */
    problem_id: string | null;
    created_by: string;
    created_at: number;
    changed_at: number;
    deleted_at: number | null;
  };
  experiment_tag: { experiment_id: number; key: string; value: string };
  run: {
    id: string;
    experiment_id: number;
    name: string;
    status: RunStatus;
    client_user: string;
    started_at: number | null;
    ended_at: number | null;
    artifact_uri: string;
    created_by: string;
    created_at: number;
    deleted_at: number | null;
  };
  run_tag: Fact;
  run_param: Fact;
  /** the last point of each metric of a run, by step, then moment, then value */
  run_metric: {
    id: Generated<number>;
    run_id: string;
    experiment_id: number;
    key: string;
    step: number;
    at: number;
    value: number;
    /** 1: not a number, and `value` is 0 */
    is_nan: number;
  };
  artifact: {
    root: string;
    path: string;
    experiment_id: number;
    sha256: string;
    size_bytes: number;
    created_by: string;
    created_at: number;
  };
  metric_point: { metric_id: number; step: number; at: number; value: number; is_nan: number };
}

export const trackingDb = slice<TrackingTables>();
