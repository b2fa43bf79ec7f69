import type { PredictionColumns } from '../../src/capabilities/evaluation/contract.ts';
import type { addVariant } from '../../src/capabilities/tracking/contract.ts';
import type { Endpoint, Request } from '../../src/platform/endpoint/define-endpoint.ts';

type Body<E extends Endpoint> = Request<E>['body'];

/** What was tried with the data: variants of the model, their runs, and how good their predictions are. */
export interface WrittenRuns {
  experiment: string;
  /** a parent stands before what is made from it, and is named by its name */
  variants: readonly (Omit<Body<typeof addVariant>, 'parentId'> & { parent: string | null })[];
  runs: readonly WrittenRun[];
  /** the part of the data that is predicted, and which column of the tables is what */
  part: string;
  columns: Pick<PredictionColumns, 'truth' | 'segments'> & { id: string };
  /** in this order, so that an evaluation is held against one before it */
  evaluations: readonly WrittenEvaluation[];
  registered: WrittenModel;
}

export interface WrittenRun {
  name: string;
  /** what was tried, in the words of who did */
  note: string;
  by: string;
  variant: string;
  /** done when it is needed: it takes a while */
  learn: () => Promise<LearntRun>;
  /** absent: nobody can say which code it was */
  code?: { name: string; hash: () => Promise<string> };
}

/** What a run has to show, all of it computed from the data. */
export interface LearntRun {
  took_ms: number;
  params: Readonly<Record<string, string | number>>;
  points: readonly { key: string; value: number; step: number; after_ms: number }[];
  /** everything that the model is made of, as JSON */
  model: object;
  /** its tables of predictions, by the place of the file */
  tables: Readonly<Record<string, string>>;
  /** from this score on crew is called in; null: the decision is predicted as such */
  threshold: number | null;
}

export interface WrittenEvaluation {
  run: string;
  artifact: string;
  /** absent: all cases of the part */
  segment?: string;
  /** the run whose own predictions in a table of the same place it is held against, case by case */
  champion?: string;
}

export interface WrittenModel {
  name: string;
  description: string;
  /** its versions by their runs, the first one first */
  versions: readonly { run: string; description: string }[];
  /** runs by alias */
  aliases: Readonly<Record<string, string>>;
}
