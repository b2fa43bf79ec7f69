import { type CheckId, checkIds, type CheckOutcome } from '../check-contract.ts';
import type { PlanContent } from '../plan-contract.ts';
import { judgeClasses } from './classes.ts';
import { judgeCompleteness } from './completeness.ts';
import { judgeCoverage } from './coverage.ts';
import { judgeFreshness } from './freshness.ts';
import { judgeLabelNoise } from './label-noise.ts';
import { judgeLabels } from './labels.ts';
import { judgeLawful } from './lawful.ts';
import { judgeLeakage } from './leakage.ts';
import { judgeLearningCurve } from './learning-curve.ts';
import type { Judging } from './measured.ts';
import { judgeRepresentativeness } from './representativeness.ts';
import { judgeServing } from './serving.ts';
import { judgeSignal } from './signal.ts';
import { judgeSizeForDevelopment } from './size-development.ts';
import { judgeSizeForEvaluation } from './size-evaluation.ts';
import { judgeStability } from './stability.ts';
import { judgeTimeSpan } from './time-span.ts';
import { judgeValidity } from './validity.ts';

const rules: Record<CheckId, (judging: Judging) => CheckOutcome> = {
  leakage: judgeLeakage,
  serving: judgeServing,
  labels: judgeLabels,
  label_noise: judgeLabelNoise,
  size_development: judgeSizeForDevelopment,
  size_evaluation: judgeSizeForEvaluation,
  classes: judgeClasses,
  coverage: judgeCoverage,
  time_span: judgeTimeSpan,
  freshness: judgeFreshness,
  completeness: judgeCompleteness,
  validity: judgeValidity,
  stability: judgeStability,
  signal: judgeSignal,
  learning_curve: judgeLearningCurve,
  representativeness: judgeRepresentativeness,
  lawful: judgeLawful,
};

/** What is joined to the cases has no target of its own. */
const ofContext: readonly CheckId[] = [
  'serving',
  'coverage',
  'time_span',
  'freshness',
  'completeness',
  'validity',
  'stability',
  'lawful',
];

/** Which checks are asked of a data set in this role. */
export const checksFor = ({ role }: Pick<PlanContent, 'role'>): readonly CheckId[] =>
  role === 'cases' ? checkIds : checkIds.filter((check) => ofContext.includes(check));

/** What each check says of what was measured: the same figures give the same verdicts. */
export const judgeChecks = (judging: Judging): CheckOutcome[] =>
  checksFor(judging.plan).map((check) => rules[check](judging));
