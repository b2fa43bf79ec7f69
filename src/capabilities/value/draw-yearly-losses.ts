import { type Estimate, InputList } from './estimate.ts';
import { decimalFromNumber } from './money.ts';
import { drawNets } from './monte-carlo.ts';
import { summarizeDraws } from './summarize-draws.ts';

/** Something that may happen, so many times a year, and what it costs each time. */
export interface PossibleLoss {
  timesPerYear: Estimate<number>;
  impact: Estimate<number>;
}

/** Amounts in cents: the mean of the draws, and the bounds between which nine of ten lie. */
export interface LossSpread {
  mean: string;
  p05: string;
  p95: string;
}

/**
 * How uncertain the expected loss a year is, of each and of all together, when the estimates are: independent PERT draws
 * of times × impact, with a fixed seed, so that equal estimates give equal bounds. Not the spread of a single year.
 */
export function drawYearlyLosses(
  losses: readonly PossibleLoss[],
  { draws = 10_000, seed = 1 }: { draws?: number; seed?: number } = {},
): { each: LossSpread[]; total: LossSpread } {
  const totals = new Float64Array(draws);
  const each = losses.map((loss, index) => {
    const drawn = drawLoss(loss, { draws, seed: seed + index });
    for (let at = 0; at < draws; at += 1) totals[at] = (totals[at] ?? 0) + (drawn[at] ?? 0);
    return spreadOf(drawn);
  });
  return { each, total: spreadOf(totals) };
}

function drawLoss({ timesPerYear, impact }: PossibleLoss, { draws, seed }: { draws: number; seed: number }) {
  const list = new InputList();
  const [times, amount] = [list.number('timesPerYear', timesPerYear), list.number('impact', impact)];
  const net = (draw: ArrayLike<number>) => times(draw) * amount(draw);
  return lastOf(drawNets({ inputs: list.inputs, net, shape: 'pert', seed, draws }));
}

function spreadOf(drawn: Float64Array): LossSpread {
  const { mean, p05, p95 } = lastOf(summarizeDraws(drawn, 1));
  return { mean: decimalFromNumber(mean), p05: decimalFromNumber(p05), p95: decimalFromNumber(p95) };
}

function lastOf<T>(steps: Generator<unknown, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
