import { exact, type Figure, notComputable, valueOf } from './figure.ts';

export interface PlannedModel {
  /** parameters that are considered, not those that will be kept */
  parameters: number;
  /** share of the variation that the model is expected to explain (Cox and Snell) */
  r2CoxSnell: number;
  /** share of the cases that are positive */
  prevalence: number;
}

export interface SampleSize {
  /** so that coefficients need to shrink by no more than a tenth */
  shrinkage: Figure;
  /** so that the explained share looks no more than .05 better than it is */
  optimism: Figure;
  /** so that the prevalence itself is known to within .05 */
  prevalence: Figure;
  /** the largest of the three */
  needed: Figure;
}

const shrinkage = 0.9;
const margin = 0.05;

/**
 * How many cases it takes to develop a model for two classes whose form is fixed beforehand; flexible learners take more.
 * Source: Riley et al. (2020), BMJ 368:m441, criteria 1 to 3.
 */
export function sampleSizeFor({ parameters, r2CoxSnell, prevalence }: PlannedModel): SampleSize {
  const isPossible = parameters > 0 && prevalence > 0 && prevalence < 1 && r2CoxSnell > 0;
  const largest = isPossible ? largestR2(prevalence) : 0;
  if (!isPossible || r2CoxSnell >= largest) {
    const none = notComputable('out_of_range');
    return { shrinkage: none, optimism: none, prevalence: none, needed: none };
  }
  const forShrinkage = (s: number) => exact(Math.ceil(parameters / ((s - 1) * Math.log1p(-r2CoxSnell / s))));
  const sizes = {
    shrinkage: r2CoxSnell < shrinkage ? forShrinkage(shrinkage) : notComputable('out_of_range'),
    optimism: forShrinkage(r2CoxSnell / (r2CoxSnell + margin * largest)),
    prevalence: exact(Math.ceil((1.96 / margin) ** 2 * prevalence * (1 - prevalence))),
  };
  return { ...sizes, needed: exact(Math.max(...Object.values(sizes).map((size) => valueOf(size) ?? 0))) };
}

/** The most that Cox and Snell's share can be: it does not reach 1. */
function largestR2(prevalence: number): number {
  const logLikelihood = prevalence * Math.log(prevalence) + (1 - prevalence) * Math.log(1 - prevalence);
  return 1 - Math.exp(2 * logLikelihood);
}
