import type { CheckOutcome } from '../check-contract.ts';
import { atMost, missing, notAssessed, outcomeOf, told } from './judge-figure.ts';
import type { Judging } from './measured.ts';

const day = 86_400_000;

/** How old the newest row is, beside how old it may be; and how long the truth takes. */
export function judgeFreshness({ plan, measured }: Judging): CheckOutcome {
  const { span, now, labelDelay_days } = measured;
  if (plan.moment === null || span === null) return notAssessed('freshness', missing('no_time'));
  // Moments in the future are of a plan or a slip of a clock: they are not newer than now.
  const age = Math.max(0, now - span.last) / day;
  const limit = plan.maxAge_days;
  const delay = labelDelay_days === null ? [] : [told({ key: 'label_delay', value: labelDelay_days, unit: 'days' })];
  const newest = { key: 'age_of_newest', value: age, unit: 'days' } as const;
  if (limit === null) return outcomeOf('freshness', [told(newest), ...delay], [missing('no_age')]);
  return outcomeOf('freshness', [atMost({ ...newest, warnAt: limit, failAt: 2 * limit }), ...delay]);
}
