import { compareShares } from '../../statistics/index.ts';
import type { CheckFigure, CheckOutcome } from '../check-contract.ts';
import { atMost, missing, notAssessed, outcomeOf } from './judge-figure.ts';
import type { Counted, Judging, Measured } from './measured.ts';

export const [someDrift, muchDrift] = [0.1, 0.2];
/** With fewer rows in a month its distance is mostly chance. */
export const leastOfMonth = 100;
const [someJump, muchJump] = [0.05, 0.15];
/** So unlikely by chance, in any of the months, that something happened. */
const surprising = 0.001;

/** Whether one month looks like the one before, in each field and in the target; what breaks is listed for the expert. */
export function judgeStability({ plan, measured }: Judging): CheckOutcome {
  if (plan.moment === null) return notAssessed('stability', missing('no_time'));
  const months = measured.months.filter(({ rows }) => rows >= leastOfMonth);
  if (months.length < 2) return notAssessed('stability', missing('too_few_rows'));
  const drifts = [...Map.groupBy(measured.drift, ({ column }) => column).values()].flatMap(worstOfColumn);
  return outcomeOf('stability', [...drifts, ...jumps(months)]);
}

function worstOfColumn(all: Measured['drift']): CheckFigure[] {
  const worst = all.reduce<Measured['drift'][number] | undefined>(
    (most, each) => (most && most.index >= each.index ? most : each),
    undefined,
  );
  if (!worst) return [];
  const { column, month, index } = worst;
  const subject = `${column} · ${month}`;
  return [atMost({ key: 'drift', subject, value: index, unit: 'index', warnAt: someDrift, failAt: muchDrift })];
}

type Month = Measured['months'][number];

/** A jump of the share of hits counts where it is large and no chance. */
function jumps(months: readonly Month[]): CheckFigure[] {
  return months.flatMap((month, at) => {
    const before = months[at - 1];
    if (!before || month.positives === null || before.positives === null) return [];
    const shareOf = ({ rows, positives }: Counted) => (positives ?? 0) / rows;
    const value = Math.abs(shareOf(month) - shareOf(before));
    const { chance } = compareShares(
      { count: month.positives, total: month.rows },
      { count: before.positives, total: before.rows },
    );
    const isChance = chance.status === 'not_computable' || chance.value > surprising;
    const limits = isChance ? {} : { warnAt: someJump, failAt: muchJump };
    return [atMost({ key: 'jump_of_target', subject: month.month, value, unit: 'share', ...limits })];
  });
}
