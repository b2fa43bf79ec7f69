/** What is known of experiments and runs, in the words of Peil. */
export const runStatuses = ['RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'] as const;
export type RunStatus = (typeof runStatuses)[number];

/** What a run is made of: without one of these nobody can tell what it was, nor make it again. */
export const factNames = ['time', 'result', 'model', 'hyperparameters', 'data', 'code'] as const;
export type FactName = (typeof factNames)[number];

export interface KeyValue {
  key: string;
  value: string;
}

/** One point of a metric. `value` may be NaN; infinities are kept as the largest finite numbers. */
export interface MetricPoint {
  key: string;
  value: number;
  /** epoch milliseconds, as the client says */
  at: number;
  step: number;
}

/** A point as a client logs it; where it is of a model, with which, and on which data it was measured. */
export interface LoggedPoint extends MetricPoint {
  modelId: string | null;
  datasetName: string | null;
  datasetDigest: string | null;
}

export interface Experiment {
  id: number;
  name: string;
  artifactRoot: string;
  /** null: in the inbox */
  problemId: string | null;
  createdAt: number;
  changedAt: number;
  isDeleted: boolean;
  tags: readonly KeyValue[];
}

export interface RunInfo {
  id: string;
  experimentId: number;
  name: string;
  status: RunStatus;
  clientUser: string;
  startedAt: number | null;
  endedAt: number | null;
  artifactUri: string;
  isDeleted: boolean;
}

export interface Run extends RunInfo {
  /** the last point of each, by key */
  metrics: readonly MetricPoint[];
  params: readonly KeyValue[];
  tags: readonly KeyValue[];
  /** data that it was given */
  datasets: readonly KnownInput[];
  /** models that it was given, and that it made */
  modelsIn: readonly ModelLink[];
  modelsOut: readonly ModelLink[];
}

export interface ModelLink {
  modelId: string;
  step: number;
}

/** Data that a run was given, as the client describes it. */
export interface DatasetInput {
  name: string;
  digest: string;
  sourceType: string;
  source: string;
  schema: string | null;
  profile: string | null;
  tags: readonly KeyValue[];
}

/** As it is kept: with the version of a data set that is meant, where that is known. */
export interface KnownInput extends DatasetInput {
  version: { id: string; sha256: string } | null;
}
