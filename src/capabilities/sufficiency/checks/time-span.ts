import type { CheckOutcome } from '../check-contract.ts';
import { atLeast, atMost, missing, notAssessed, outcomeOf, told } from './judge-figure.ts';
import type { Judging } from './measured.ts';

const day = 86_400_000;
/** One summer does not say what summers are like. */
const cycles = 2;
const [someOpen, manyOpen] = [0.05, 0.25];

/** Whether it reaches over enough cycles, and how many cases are too young for their truth to be known. */
export function judgeTimeSpan({ plan, measured }: Judging): CheckOutcome {
  const { span, rows } = measured;
  if (plan.moment === null || span === null) return notAssessed('time_span', missing('no_time'));
  const length = (span.last - span.first) / day;
  const season = plan.seasonality_days;
  const figures = [
    told({ key: 'days', value: length, unit: 'days' }),
    ...(season === null
      ? []
      : [atLeast({ key: 'cycles', value: length / season, unit: 'none', warnAt: cycles, failAt: 1 })]),
    ...(span.openRows === null || rows === 0
      ? []
      : [
          atMost({
            key: 'outcome_still_open',
            value: span.openRows / rows,
            unit: 'share',
            warnAt: someOpen,
            failAt: manyOpen,
          }),
        ]),
  ];
  return outcomeOf('time_span', figures, season === null ? [missing('no_seasonality')] : []);
}
