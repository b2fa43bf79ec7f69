/** What is known of experiments and runs, in the words of Peil. */
export const runStatuses = ['RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'] as const;
export type RunStatus = (typeof runStatuses)[number];

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
}
