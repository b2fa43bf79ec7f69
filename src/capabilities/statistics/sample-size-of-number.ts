import { exact, type Figure, notComputable, valueOf } from './figure.ts';

export interface PlannedRegression {
  /** parameters that are considered, not those that will be kept */
  parameters: number;
  /** share of the variation that the model is expected to explain (adjusted) */
  r2Adjusted: number;
}

export interface SampleSizeOfNumber {
  /** so that coefficients need to shrink by no more than a tenth */
  shrinkage: Figure;
  /** so that the explained share looks no more than .05 better than it is */
  optimism: Figure;
  /** so that what is left unexplained is known to within a tenth */
  residual: Figure;
  /** the largest of the three */
  needed: Figure;
}

const shrinkage = 0.9;
const margin = 0.05;
const residualCases = 234;
const most = 1e9;

/**
 * How many cases it takes to develop a model that predicts a number, by a straight line of parameters that are fixed beforehand.
 * Source: Riley et al. (2019), Statistics in Medicine 38:1262, criteria 1 to 3.
 */
export function sampleSizeOfNumber({ parameters, r2Adjusted }: PlannedRegression): SampleSizeOfNumber {
  const isPossible = parameters > 0 && r2Adjusted > 0 && r2Adjusted < 1;
  if (!isPossible) {
    const none = notComputable('out_of_range');
    return { shrinkage: none, optimism: none, residual: none, needed: none };
  }
  const sizes = {
    shrinkage: exact(
      smallestFor((cases) => shrinkageOf({ parameters, r2Adjusted }, cases) >= shrinkage, parameters + 2),
    ),
    optimism: exact(Math.ceil(1 + (parameters * (1 - r2Adjusted)) / margin - 1e-9)),
    residual: exact(residualCases + parameters),
  };
  return { ...sizes, needed: exact(Math.max(...Object.values(sizes).map((size) => valueOf(size) ?? 0))) };
}

/** By which coefficients must be multiplied, with so many cases (Van Houwelingen); it grows with the cases. */
function shrinkageOf({ parameters, r2Adjusted }: PlannedRegression, cases: number): number {
  const apparent = (r2Adjusted * (cases - parameters - 1) + parameters) / (cases - 1);
  return 1 + (parameters - 2) / (cases * Math.log1p(-apparent));
}

/** By halving what lies between too few and enough. */
function smallestFor(isEnough: (cases: number) => boolean, from: number): number {
  let [below, enough] = [from - 1, from];
  while (!isEnough(enough) && enough < most) [below, enough] = [enough, 2 * enough];
  while (enough - below > 1) {
    const middle = Math.floor((below + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else below = middle;
  }
  return enough;
}
