import type { CheckOutcome } from '../check-contract.ts';
import { atLeast, atMost, missing, notAssessed, outcomeOf } from './judge-figure.ts';
import type { Judging } from './measured.ts';

const [fewLabels, tooFewLabels] = [0.95, 0.5];

/** Whether the truth is there, and whether it is the truth: who said it, by which rule, in place of what. */
export function judgeLabels({ plan, measured }: Judging): CheckOutcome {
  const { labelled, rows } = measured;
  if (plan.target === null || labelled === null) return notAssessed('labels', missing('no_target'));
  if (rows === 0) return notAssessed('labels', missing('too_few_rows'));
  const present = { key: 'labelled', value: labelled / rows, unit: 'share' } as const;
  const figures = [
    atLeast({ ...present, warnAt: fewLabels, failAt: tooFewLabels }),
    ...(plan.isProxy === null ? [] : [atMost({ key: 'proxy', value: Number(plan.isProxy), unit: 'none', warnAt: 0 })]),
  ];
  const absent = [
    ...(plan.labelledBy.trim() === '' || plan.labelPolicy.trim() === '' ? [missing('no_labeller')] : []),
    ...(plan.isProxy === null ? [missing('no_truth')] : []),
  ];
  return outcomeOf('labels', figures, absent);
}
