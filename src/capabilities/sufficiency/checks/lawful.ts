import type { CheckOutcome } from '../check-contract.ts';
import { atMost, missing, outcomeOf } from './judge-figure.ts';
import type { Judging } from './measured.ts';

/** Whether it may be used for this, and whether it comes again: what was taken out once holds back a release (DS9). */
export function judgeLawful({ plan, measured }: Judging): CheckOutcome {
  const { isAllowed, basis, personal, retention } = plan;
  const absent = [
    ...(isAllowed === null || basis.trim() === '' ? [missing('no_purpose')] : []),
    ...(personal.length > 0 && retention.trim() === '' ? [missing('no_retention')] : []),
    ...(measured.extractions < 2 ? [missing('not_again')] : []),
  ];
  const figures = [
    ...(isAllowed === null ? [] : [atMost({ key: 'not_allowed', value: Number(!isAllowed), unit: 'none', failAt: 0 })]),
    atMost({ key: 'taken_out_once', value: Number(measured.isOneOff), unit: 'none', warnAt: 0 }),
  ];
  return outcomeOf('lawful', figures, absent);
}
