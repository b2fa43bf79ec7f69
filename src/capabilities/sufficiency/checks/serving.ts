import type { CheckOutcome } from '../check-contract.ts';
import { atMost, missing, notAssessed, outcomeOf } from './judge-figure.ts';
import type { Judging } from './measured.ts';

/** Whether every field can be had at the moment of prediction: what comes too late or never is of no use, however good. */
export function judgeServing({ plan, measured }: Judging): CheckOutcome {
  if (plan.serving.length === 0) return notAssessed('serving', missing('no_serving'));
  const said = new Map(plan.serving.map(({ column, available }) => [column, available]));
  const figures = measured.features.flatMap(({ column }) => {
    const available = said.get(column);
    if (available === undefined) return [];
    const isLost = available === 'too_late' || available === 'never';
    const given = { subject: column, unit: 'none', value: isLost || available === 'other' ? 1 : 0 } as const;
    return isLost
      ? [atMost({ ...given, key: available === 'never' ? 'never_available' : 'too_late', failAt: 0 })]
      : [atMost({ ...given, key: 'other_source', warnAt: 0 })];
  });
  const unsaid = measured.features.filter(({ column }) => !said.has(column));
  return outcomeOf(
    'serving',
    figures,
    unsaid.map(({ column }) => missing('no_serving', column)),
  );
}
