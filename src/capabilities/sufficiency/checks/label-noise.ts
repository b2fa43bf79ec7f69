import { agreementOf, wilsonInterval } from '../../statistics/index.ts';
import type { CheckFigure, CheckOutcome } from '../check-contract.ts';
import { atLeast, atMost, missing, notAssessed, outcomeOf, told } from './judge-figure.ts';
import type { Judging } from './measured.ts';

/** Where nobody said how many labels may be wrong. */
export const usualNoise = 0.05;
/** Fewer equal rows say nothing of labels. */
const enoughCompared = 30;
/** Of two who label: above .6 is called substantial, under .4 at most fair. Source: Landis and Koch (1977). */
const [substantial, fair] = [0.6, 0.4];

/**
 * Whether labels are right, by whatever there is to tell: rows that are the same in every feature and yet have another label, two
 * who labelled the same cases, and a sample that somebody looked at again. What a model doubts is told beside it: where a case
 * is hard, a right label is doubted too.
 */
export function judgeLabelNoise({ plan, measured }: Judging): CheckOutcome {
  if (plan.target === null) return notAssessed('label_noise', missing('no_target'));
  const limit = plan.noiseBudget ?? usualNoise;
  const judged = [...relabelled(plan, limit), ...raters(measured), ...clashes(measured, limit)];
  const doubted = measured.signal
    ? [told({ key: 'doubted_by_model', value: measured.signal.doubted, unit: 'share' })]
    : [];
  return outcomeOf('label_noise', [...judged, ...doubted], judged.length === 0 ? [missing('too_few_rows')] : []);
}

/** So many were wrong in the sample; how many are in all of them lies between the two. */
function relabelled({ relabelled: sample }: Judging['plan'], limit: number): CheckFigure[] {
  const share = sample && wilsonInterval(sample.wrong, sample.cases);
  if (!share) return [];
  return [
    atMost({ key: 'wrong_at_least', value: share.low, unit: 'share', failAt: limit }),
    atMost({ key: 'wrong_at_most', value: share.high, unit: 'share', warnAt: limit }),
  ];
}

function raters({ raters: table }: Judging['measured']): CheckFigure[] {
  const agreement = table && agreementOf(table);
  if (!agreement || agreement.status === 'not_computable') return [];
  return [atLeast({ key: 'two_agree', value: agreement.value, unit: 'index', warnAt: substantial, failAt: fair })];
}

/** A lower bound: of each group the fewer are wrong, or something is missing that tells them apart. */
function clashes({ clashes: found }: Judging['measured'], limit: number): CheckFigure[] {
  if (found === null || found.compared < enoughCompared) return [];
  const value = found.minority / found.compared;
  const given = { key: 'same_case_other_label', value, unit: 'share', warnAt: limit } as const;
  return [atMost({ ...given, failAt: Math.min(1, 3 * limit) })];
}
