import type { KeyValue, MetricPoint } from './run.ts';

export const modelStatuses = ['PENDING', 'READY', 'UPLOAD_FAILED'] as const;
export type ModelStatus = (typeof modelStatuses)[number];

/** Measured of a model, by a run, on data where it says on which. */
export interface ModelMetric extends MetricPoint {
  runId: string;
  datasetName: string;
  datasetDigest: string;
}

/** A model that a client has logged: files, and what is known of them. */
export interface LoggedModel {
  id: string;
  experimentId: number;
  name: string;
  modelType: string;
  sourceRunId: string | null;
  status: ModelStatus;
  artifactUri: string;
  createdAt: number;
  changedAt: number;
  isDeleted: boolean;
  params: readonly KeyValue[];
  tags: readonly KeyValue[];
  metrics: readonly ModelMetric[];
}
