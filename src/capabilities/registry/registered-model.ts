import type { KeyValue } from '../tracking/index.ts';

/** Labels that clients know; what is released, a gate decides. */
export const stages = ['None', 'Staging', 'Production', 'Archived'] as const;
export type Stage = (typeof stages)[number];

export interface ModelVersion {
  name: string;
  number: number;
  source: string;
  /** where its files are */
  storageUri: string;
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
