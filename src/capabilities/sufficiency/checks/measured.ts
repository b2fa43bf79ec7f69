import type { MlTask } from '../../formulation/contract.ts';
import type { PlanContent } from '../plan-contract.ts';

/** Counts of some rows; positives are null where there is no target of two classes. */
export interface Counted {
  rows: number;
  positives: number | null;
}

export interface MeasuredClass {
  value: string;
  rows: number;
  /** groups of rows that belong together, such as customers; null where none were named */
  entities: number | null;
}

export interface MeasuredFeature {
  column: string;
  /** how well it alone tells the classes apart, .5 to 1; null where there are no two classes */
  auc: number | null;
  filled: number;
  distinct: number;
  /** texts and whole numbers may name a case; a measurement is different each time by itself */
  mayName: boolean;
  /** rows in which it was known only after the moment of prediction; null where that was not told */
  lateRows: number | null;
}

export interface MeasuredSplit {
  learning: Counted;
  test: Counted;
  /** entities with rows on both sides; null where none were named */
  sharedEntities: number | null;
  /** different rows, without key and moments, that are on both sides */
  sharedRows: number;
  /** test rows at or before the last moment that was learnt from; null without a moment */
  earlyTestRows: number | null;
  /** learning rows whose truth was known only after the test began; null where that was not told */
  lateLabels: number | null;
}

export interface MeasuredSignal {
  auc: number;
  /** between which the difference in AUC with no knowledge at all (.5) lies, 95 % */
  aucLow: number;
  /** how often shuffled labels did as well */
  chance: number;
  shuffles: number;
  testRows: number;
  testPositives: number;
  /** worth of one case, in euros; null where the value model does not say */
  worth: { model: number; best: 'nothing' | 'all' | 'rule'; baseline: number; low: number } | null;
  /** AUC of the best single feature, as a rule of thumb would use it */
  ruleAuc: number;
  /** share of the labels of the test that the model doubts (confident learning) */
  doubted: number;
}

/** The mean of a column over the hits, or over the others. */
export interface RowAmount {
  /** place in the value model */
  path: string;
  column: string;
  rows: number;
  mean: number;
  /** half of the 95 % interval of the mean */
  reach: number;
}

export interface CurvePoint {
  rows: number;
  /** 1 - AUC on the test */
  error: number;
  weight: number;
}

/** All that was counted of one version for one plan: the rules look at nothing else. */
export interface Measured {
  task: MlTask | '';
  /** when it was judged; epoch milliseconds */
  now: number;
  rows: number;
  /** columns that the plan names and the version does not have */
  absentColumns: readonly string[];
  /** rows with a value of the target; null without a target */
  labelled: number | null;
  positives: number | null;
  classes: readonly MeasuredClass[];
  entities: number | null;
  /** rows that are the same as one before in every column */
  repeatedRows: number;
  repeatedKeys: number | null;
  segments: readonly (Counted & { name: string; column: string; value: string; filled: number })[];
  span: { first: number; last: number; openRows: number | null } | null;
  labelDelay_days: number | null;
  columns: readonly { column: string; missing: number; isCritical: boolean }[];
  contract: { pass: number; warn: number; fail: number; notAssessed: number } | null;
  /** rows whose features occur with more than one label, and of those the fewer */
  clashes: { rows: number; minority: number; compared: number } | null;
  /** rows by what the first and what the second who labelled said; null where there was one */
  raters: readonly (readonly number[])[] | null;
  /** of the cases that name a row here, those that find one; null where this is not joined to them */
  join: { cases: number; found: number } | null;
  /** means of columns that the value model prices by the row */
  rowAmounts: readonly RowAmount[];
  features: readonly MeasuredFeature[];
  split: MeasuredSplit | null;
  months: readonly (Counted & { month: string })[];
  drift: readonly { column: string; month: string; index: number; chance: number }[];
  signal: MeasuredSignal | null;
  curve: readonly CurvePoint[];
  groups: readonly (Counted & { column: string; value: string; missingShare: number })[];
  isOneOff: boolean;
  /** how often the same was brought in: taken out again, it gave the same to the last byte */
  extractions: number;
}

export interface Judging {
  plan: PlanContent;
  measured: Measured;
}

/** Two classes, and which of them is the hit. */
export const isBinary = ({ measured, plan }: Judging): boolean =>
  (measured.task === 'binary' || measured.task === '') && plan.target !== null && plan.positive !== null;
