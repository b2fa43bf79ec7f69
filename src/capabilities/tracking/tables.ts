import type { Generated } from 'kysely';
import { slice } from '../../platform/db/database.ts';
import type { ModelStatus } from './model.ts';
import type { RunStatus } from './run.ts';

interface Fact {
  run_id: string;
  key: string;
  value: string;
}

interface FactOfModel {
  model_id: string;
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
    /** another one after each change of what is known of it: see `run-revision.ts` */
    revision: number;
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
  logged_model: {
    id: string;
    experiment_id: number;
    name: string;
    model_type: string;
    source_run_id: string | null;
    status: ModelStatus;
    artifact_uri: string;
    created_by: string;
    created_at: number;
    changed_at: number;
    deleted_at: number | null;
  };
  logged_model_param: FactOfModel;
  logged_model_tag: FactOfModel;
  /** the last that was measured of a model, by the run and the data; where no data is named, its name and digest are empty */
  logged_model_metric: {
    model_id: string;
    run_id: string;
    key: string;
    dataset_name: string;
    dataset_digest: string;
    step: number;
    at: number;
    value: number;
    is_nan: number;
  };
  run_dataset: {
    run_id: string;
    name: string;
    digest: string;
    source_type: string;
    source: string;
    schema: string | null;
    profile: string | null;
    context: string | null;
    /** JSON: KeyValue[] */
    tags: string;
    /** of the problem's own data, where it is known which is meant */
    version_id: string | null;
    version_sha256: string | null;
  };
  run_model: { run_id: string; model_id: string; direction: 'in' | 'out'; step: number };
  /** names by which experiments and models belong to a problem */
  naming_rule: {
    id: string;
    problem_id: string;
    pattern: string;
    pattern_key: string;
    created_by: string;
    created_at: number;
  };
  /** declared branches of a model; a run names its own by the tag `peil.variant` */
  model_variant: {
    id: string;
    problem_id: string;
    parent_id: string | null;
    name: string;
    name_key: string;
    note: string;
    /** of these null is as the parent */
    segment: string | null;
    window_from: string | null;
    window_to: string | null;
    data: string | null;
    /** JSON: KeyValue[] */
    params: string;
    created_by: string;
    created_at: number;
    version: number;
    removed_at: number | null;
  };
  artifact_upload: {
    id: string;
    place: string;
    parts: number;
    token_sha256: string;
    begun_by: string;
    last_at: number;
  };
  /** views of the table of runs that a team keeps */
  run_view: {
    id: string;
    problem_id: string;
    name: string;
    name_key: string;
    /** JSON: ShownRuns */
    shown: string;
    created_by: string;
    created_at: number;
    removed_at: number | null;
  };
  metric_point: { metric_id: number; step: number; at: number; value: number; is_nan: number };
}

export const trackingDb = slice<TrackingTables>();
