import type { Source, SourceExperiment } from './source.ts';
import type { Speaker } from './speak.ts';

/** What is here of what was there; a difference is a sentence that names it. */
export interface Brought {
  experiments: number;
  runs: number;
  params: number;
  points: number;
  datasets: number;
  models: number;
  modelMetrics: number;
  /** links of runs to models that they were given */
  modelsGiven: number;
  files: number;
  files_bytes: number;
  registeredModels: number;
  versions: number;
  aliases: number;
  /** of these, what is deleted here as it was there */
  deletedExperiments: number;
  deletedRuns: number;
  deletedModels: number;
  /** left out, and why */
  leftOut: string[];
  differences: string[];
}

export const nothingBrought = (): Brought => ({
  experiments: 0,
  runs: 0,
  params: 0,
  points: 0,
  datasets: 0,
  models: 0,
  modelMetrics: 0,
  modelsGiven: 0,
  files: 0,
  files_bytes: 0,
  registeredModels: 0,
  versions: 0,
  aliases: 0,
  deletedExperiments: 0,
  deletedRuns: 0,
  deletedModels: 0,
  leftOut: [],
  differences: [],
});

export interface ModelHere {
  id: string;
  /** there */
  experimentId: string;
}

export interface Bringing {
  source: Source;
  to: Speaker;
  brought: Brought;
  /** also deleted experiments and logged models; deleted runs of the others come along as such anyway */
  withDeleted: boolean;
  /** ids here, by ids there */
  runs: Map<string, string>;
  models: Map<string, ModelHere>;
  /** ids there of the models that runs were given, by ids of these runs there */
  modelsGiven: Map<string, readonly string[]>;
  progress: (share: number) => void;
}

export interface Place {
  experiment: SourceExperiment;
  /** here */
  experimentId: string;
}
