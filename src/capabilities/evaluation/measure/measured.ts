import type { CaseTotals } from '../../value/index.ts';
import type { EvaluationCounts } from '../judged-contract.ts';

export interface MeasuredPart {
  kind: 'value' | 'missing' | 'others';
  value: string | null;
  /** [truth][decision] */
  cells: CaseTotals[][];
}

/** What is kept of decisions: all that another value model of constant amounts needs. */
export interface MeasuredDecisions {
  kind: 'decisions';
  counts: EvaluationCounts;
  /** of the ids and truths of the cases, in no order; null without ids. An older release did not tell it */
  caseDigest?: string | null;
  truths: string[];
  decisions: string[];
  cells: CaseTotals[][];
  /** by score, ascending; each from its lowest score to the next. Empty without scores */
  bins: { from: number; mean: number; positives: CaseTotals; negatives: CaseTotals }[];
  isExact: boolean;
  /** scores lie between 0 and 1 */
  isProbability: boolean;
  auc: number | null;
  logLoss: number | null;
  brier: number | null;
  slices: { column: string; parts: MeasuredPart[] }[];
}

export interface MeasuredNumberPart {
  kind: MeasuredPart['kind'];
  value: string | null;
  cases: number;
  meanSize: number;
  total: number | null;
}

/** A tenth of the cases, by what was predicted. */
export interface MeasuredDecile {
  cases: number;
  from: number;
  to: number;
  meanPredicted: number;
  meanTruth: number;
  meanSize: number;
  total: number | null;
}

export interface MeasuredNumbers {
  kind: 'numbers';
  counts: EvaluationCounts;
  caseDigest?: string | null;
  meanError: number;
  meanSize: number;
  rootMeanSquare: number;
  truthVariance: number;
  quantiles: { share: number; error: number }[];
  histogram: { from: number; to: number; cases: number }[];
  deciles: MeasuredDecile[];
  slices: { column: string; parts: MeasuredNumberPart[] }[];
}

export type Measured = MeasuredDecisions | MeasuredNumbers;
