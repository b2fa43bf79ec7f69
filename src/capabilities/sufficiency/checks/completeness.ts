import type { CheckOutcome } from '../check-contract.ts';
import { atLeast, missing, outcomeOf } from './judge-figure.ts';
import type { Judging } from './measured.ts';

/** Fields that must be there may be empty once in a hundred; of the others half, before they are of little use. */
export const criticalShare = 0.99;
const [failingCritical, usualShare] = [0.95, 0.5];

/** How much of each column is filled in; values that mean that there is none count as missing. Of what is joined, how many cases find it. */
export function judgeCompleteness({ plan, measured }: Judging): CheckOutcome {
  const { rows, columns, absentColumns, join } = measured;
  const figures =
    rows === 0
      ? []
      : columns.map(({ column, missing: without, isCritical }) =>
          atLeast({
            key: isCritical ? 'filled_critical' : 'filled',
            subject: column,
            value: 1 - without / rows,
            unit: 'share',
            ...(isCritical ? { warnAt: criticalShare, failAt: failingCritical } : { warnAt: usualShare }),
          }),
        );
  const joined =
    join === null || join.cases === 0
      ? []
      : [
          atLeast({
            key: 'joined',
            value: join.found / join.cases,
            unit: 'share',
            warnAt: criticalShare,
            failAt: failingCritical,
          }),
        ];
  const isApart = plan.role === 'context' && joined.length === 0;
  return outcomeOf(
    'completeness',
    [...joined, ...figures],
    [...absentColumns.map((column) => missing('column_missing', column)), ...(isApart ? [missing('no_join')] : [])],
  );
}
