import type { Readable } from 'node:stream';

export interface KeyValue {
  key: string;
  value: string;
}

export interface SourcePoint {
  key: string;
  value: number;
  at: number;
  step: number;
}

export interface SourceFile {
  path: string;
  size_bytes: number;
  open: () => Promise<Readable>;
}

export interface SourceExperiment {
  id: string;
  name: string;
  tags: readonly KeyValue[];
  isDeleted: boolean;
}

export interface SourceDataset {
  name: string;
  digest: string;
  sourceType: string;
  source: string;
  schema: string | null;
  profile: string | null;
  tags: readonly KeyValue[];
}

export interface SourceRun {
  id: string;
  name: string;
  status: string;
  clientUser: string;
  startedAt: number | null;
  endedAt: number | null;
  isDeleted: boolean;
  artifactUri: string;
  params: readonly KeyValue[];
  tags: readonly KeyValue[];
  points: readonly SourcePoint[];
  datasets: readonly SourceDataset[];
  /** ids of models that it was given */
  modelsGiven: readonly string[];
  /** that it made, deleted ones too */
  models: readonly SourceModel[];
  /** ids of models that it made, which are deleted there and not handed out */
  modelsKeptBack: readonly string[];
  files: readonly SourceFile[];
}

export interface SourceModel {
  id: string;
  name: string;
  modelType: string;
  isReady: boolean;
  isDeleted: boolean;
  /** of its run, when it was made */
  step: number;
  artifactUri: string;
  params: readonly KeyValue[];
  tags: readonly KeyValue[];
  files: readonly SourceFile[];
}

/** What a run measured of a model; name and digest are empty where no data is named. */
export interface SourceModelPoint extends SourcePoint {
  runId: string;
  datasetName: string;
  datasetDigest: string;
}

export interface SourceVersion {
  number: number;
  source: string;
  /** where its files are */
  storage: string;
  runId: string | null;
  description: string;
  stage: string;
  tags: readonly KeyValue[];
}

export interface SourceRegistered {
  name: string;
  description: string;
  tags: readonly KeyValue[];
  aliases: readonly { alias: string; number: number }[];
  versions: readonly SourceVersion[];
}

/** Where MLflow kept things: a server, the file of its database, or a folder. */
export interface Source {
  experiments(): Promise<SourceExperiment[]>;
  /** ids, deleted ones too */
  runIds(experimentId: string): Promise<string[]>;
  run(experimentId: string, runId: string): Promise<SourceRun>;
  /** models that no run made */
  looseModels(experimentId: string): Promise<SourceModel[]>;
  modelPoints(experimentId: string, modelId: string): Promise<SourceModelPoint[]>;
  registered(): Promise<SourceRegistered[]>;
  close(): void;
}
