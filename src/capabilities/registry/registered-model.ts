import type { KeyValue } from '../tracking/index.ts';
import type { Stage } from './stages.ts';

export interface ModelVersion {
  name: string;
  number: number;
  source: string;
  /** where its files are */
  storageUri: string;
  /** where the files that it keeps were taken from; null: it keeps none */
  filesFrom: string | null;
  runId: string | null;
  loggedModelId: string | null;
  runLink: string;
  description: string;
  stage: Stage;
  createdBy: string;
  createdAt: number;
  changedAt: number;
  tags: readonly KeyValue[];
  aliases: readonly string[];
}

export interface RegisteredModel {
  name: string;
  description: string;
  problemId: string | null;
  createdAt: number;
  changedAt: number;
  tags: readonly KeyValue[];
  aliases: readonly { alias: string; number: number }[];
  /** the highest of each stage */
  latest: readonly ModelVersion[];
}
