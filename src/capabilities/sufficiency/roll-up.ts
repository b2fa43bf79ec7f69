import type { CheckId, CheckOutcome, ExpertAnswer, OverallVerdict } from './check-contract.ts';

/** Only an explanation makes these right: what is wrong there makes every other figure worthless. */
const explainable: ReadonlySet<CheckId> = new Set(['leakage', 'stability', 'label_noise', 'representativeness']);

/** No answer makes these right: the plan or the data must be another. */
const beyondWords: ReadonlySet<CheckId> = new Set(['lawful', 'serving']);

export interface Settled {
  check: CheckId;
  outcome: CheckOutcome;
  answer: ExpertAnswer | null;
}

/** Whether the expert is asked, and has not answered yet. */
export const isUnanswered = ({ outcome, answer }: Settled): boolean =>
  (outcome.verdict === 'warn' || outcome.verdict === 'fail') && answer === null;

/** What one check means for the requirement, with what the expert said of it. */
export function weightOf({ check, outcome, answer }: Settled): OverallVerdict {
  const isRight = answer === 'as_expected' || answer === 'explained';
  switch (outcome.verdict) {
    case 'pass':
      return 'sufficient';
    case 'not_assessed':
      return 'conditional';
    case 'warn':
      if (answer === 'data_error') return 'insufficient';
      return isRight ? 'sufficient' : 'conditional';
    case 'fail':
      if (!isRight || beyondWords.has(check)) return 'insufficient';
      return explainable.has(check) ? 'sufficient' : 'conditional';
  }
}

const order: readonly OverallVerdict[] = ['insufficient', 'conditional', 'sufficient'];

/** The worst of all; null where there is nothing to judge by. */
export const worstOverall = (verdicts: readonly OverallVerdict[]): OverallVerdict | null =>
  order.find((verdict) => verdicts.includes(verdict)) ?? null;

export const rollUp = (all: readonly Settled[]): OverallVerdict | null => worstOverall(all.map(weightOf));
