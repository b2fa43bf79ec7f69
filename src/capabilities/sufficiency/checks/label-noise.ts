import type { CheckOutcome } from '../check-contract.ts';
import { atMost, missing, notAssessed, outcomeOf } from './judge-figure.ts';
import type { Judging } from './measured.ts';

/** Where nobody said how many labels may be wrong. */
export const usualNoise = 0.05;
/** Fewer equal rows say nothing of labels. */
const enoughCompared = 30;

/**
 * Rows that are the same in every feature and yet have another label: of each such group the fewer are wrong, or something is
 * missing that tells them apart. It is a lower bound; a sample that the expert labels anew says more.
 */
export function judgeLabelNoise({ plan, measured }: Judging): CheckOutcome {
  const { clashes } = measured;
  if (plan.target === null) return notAssessed('label_noise', missing('no_target'));
  if (clashes === null) return notAssessed('label_noise', missing('not_computable'));
  if (clashes.compared < enoughCompared) return notAssessed('label_noise', missing('too_few_rows'));
  const limit = plan.noiseBudget ?? usualNoise;
  const value = clashes.minority / clashes.compared;
  return outcomeOf('label_noise', [
    atMost({ key: 'same_case_other_label', value, unit: 'share', warnAt: limit, failAt: Math.min(1, 3 * limit) }),
  ]);
}
