import { normalCdf, normalDensity, normalQuantile } from './normal.ts';
import type { Project } from './project.ts';

/** Costs of one error, positive, by unit of the target; steps are paid once beyond a size of error. */
export interface ErrorCosts {
  over: number;
  under: number;
  tolerance: number;
  steps: readonly { side: 'over' | 'under' | 'both'; beyond: number; cost: number }[];
}

export interface RegressionFigures extends Project, ErrorCosts {}

/** Gaussian error e = prediction − truth; both in units of the target. */
export interface ErrorSpread {
  sigma: number;
  bias: number;
}

/** Past this the error is so one-sided that the cheaper side costs nothing to fifteen digits. */
const FURTHEST_SHIFT = 8;

/** E[(e − τ)⁺] = (b−τ)·Φ((b−τ)/σ) + σ·φ((b−τ)/σ) for e normal with mean b: the expected excess of an error. */
function expectedExcess(tolerance: number, { sigma, bias }: ErrorSpread): number {
  const distance = bias - tolerance;
  if (sigma === 0) return Math.max(0, distance);
  const z = distance / sigma;
  return distance * normalCdf(z) + sigma * normalDensity(z);
}

/** P(e > s): how often an error is larger than s on the one side. */
function chanceBeyond(size: number, { sigma, bias }: ErrorSpread): number {
  if (sigma === 0) return bias > size ? 1 : 0;
  return normalCdf((bias - size) / sigma);
}

/**
 * Expected cost of one case, c_over·E[(e−τ)⁺] + c_under·E[(−e−τ)⁺] + steps, in closed form: the normal loss function
 * of inventory theory, on both sides.
 */
export function expectedErrorCost(costs: ErrorCosts, spread: ErrorSpread): number {
  const mirrored = { sigma: spread.sigma, bias: -spread.bias };
  const steps = costs.steps.reduce((total, { side, beyond, cost }) => {
    const over = side === 'under' ? 0 : chanceBeyond(beyond, spread);
    const under = side === 'over' ? 0 : chanceBeyond(beyond, mirrored);
    return total + cost * (over + under);
  }, 0);
  return (
    costs.over * expectedExcess(costs.tolerance, spread) +
    costs.under * expectedExcess(costs.tolerance, mirrored) +
    steps
  );
}

/** c_under/(c_under + c_over): the quantile of the truth to predict (Koenker and Bassett, 1978); ½ when errors are free. */
export function bestQuantile({ over, under }: Pick<ErrorCosts, 'over' | 'under'>): number {
  const total = over + under;
  return total > 0 ? under / total : 0.5;
}

/** How many σ above the mean the best quantile lies: the bias a good model has on purpose. */
export function quantileShift(costs: Pick<ErrorCosts, 'over' | 'under'>): number {
  return Math.min(FURTHEST_SHIFT, Math.max(-FURTHEST_SHIFT, normalQuantile(bestQuantile(costs))));
}

/** Cost of one realised error, prediction − truth, in units of the target. */
export function errorCost(costs: ErrorCosts, error: number): number {
  return expectedErrorCost(costs, { sigma: 0, bias: error });
}

/** budget/(c·√(2/π)): the σ at which unbiased Gaussian errors of c per unit on both sides use up a budget per case. */
export function symmetricBreakEvenSigma(budgetPerCase: number, costPerUnit: number): number {
  return budgetPerCase / (costPerUnit * Math.sqrt(2 / Math.PI));
}
