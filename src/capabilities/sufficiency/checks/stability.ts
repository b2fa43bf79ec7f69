import { compareShares, falseDiscoveryRates } from '../../statistics/index.ts';
import type { CheckFigure, CheckOutcome } from '../check-contract.ts';
import { atMost, missing, notAssessed, outcomeOf, told } from './judge-figure.ts';
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
  const drifts = [...Map.groupBy(beyondChance(measured.drift), ({ column }) => column).values()].flatMap(worstOfColumn);
  return outcomeOf('stability', [...drifts, ...jumps(months)]);
}

type Drift = Measured['drift'][number] & { isChance: boolean };

/** Of the distances that are taken for more than chance at most so many are chance after all. */
const falselyFound = 0.01;

/**
 * Small months lie far apart by chance alone, and of many fields and months some pair does: a distance counts where it is
 * large and, given how many were compared, no chance.
 */
function beyondChance(drift: Measured['drift']): Drift[] {
  const rates = falseDiscoveryRates(drift.map(({ chance }) => chance));
  return drift.map((each, at) => ({ ...each, isChance: (rates[at] ?? 1) > falselyFound }));
}

/** The largest that is no chance; where all of them may be, the largest, told as such. */
function worstOfColumn(all: readonly Drift[]): CheckFigure[] {
  const found = all.filter(({ isChance }) => !isChance);
  const [worst] = (found.length > 0 ? found : all).toSorted((a, b) => b.index - a.index);
  if (!worst) return [];
  const { column, month, index, isChance } = worst;
  const figure = { subject: `${column} · ${month}`, value: index, unit: 'index' } as const;
  if (isChance && index > someDrift) return [told({ key: 'drift_by_chance', ...figure })];
  return [atMost({ key: 'drift', ...figure, warnAt: someDrift, failAt: muchDrift })];
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
    const figure = { subject: month.month, value, unit: 'share' } as const;
    if (isChance && value > someJump) return [told({ key: 'jump_by_chance', ...figure })];
    return [atMost({ key: 'jump_of_target', ...figure, warnAt: someJump, failAt: muchJump })];
  });
}
