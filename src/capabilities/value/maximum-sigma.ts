import { fixedCost } from './project.ts';
import { expectedErrorCost, type RegressionFigures } from './regression-cost.ts';
import type { Required } from './required.ts';

const LARGEST_SIGMA = 1e15;

function whyNoSigma({ volume, adoption }: RegressionFigures): Required {
  if (volume === 0) return { kind: 'impossible', reason: 'no-cases' };
  return { kind: 'impossible', reason: adoption === 0 ? 'no-adoption' : 'perfect-is-not-enough' };
}

/**
 * The largest standard deviation of the error with which a model pays; `shift` is its bias in σ (0: unbiased, or the
 * shift of the best quantile). For a fixed shift the cost only rises with σ, so bisection finds it; `any` when costs
 * stay below the budget however large the errors.
 */
export function findMaximumSigma(
  figures: RegressionFigures,
  at: { insteadValue: number; rivalValue: number; shift: number },
): Required {
  const { adoption, volume } = figures;
  const budget = (1 - adoption) * at.insteadValue - at.rivalValue - fixedCost(figures);
  const surplus = (sigma: number) =>
    budget - adoption * volume * expectedErrorCost(figures, { sigma, bias: at.shift * sigma });
  if (surplus(0) < 0) return whyNoSigma(figures);
  if (surplus(LARGEST_SIGMA) >= 0) return { kind: 'any' };
  let [low, high] = [0, LARGEST_SIGMA];
  for (let step = 0; step < 200 && high - low > 1e-14 * high; step += 1) {
    // The middle of the exponents first, so that a σ of 0.01 and one of a million take equally many steps.
    const middle = high > 4 * low ? Math.sqrt(Math.max(low, 1e-15) * high) : (low + high) / 2;
    if (surplus(middle) >= 0) low = middle;
    else high = middle;
  }
  return { kind: 'required', value: low };
}
