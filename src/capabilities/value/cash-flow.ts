/** What one future of the project looks like, by year; money in the currency of the model. */
export interface Future {
  buildCost: number;
  runCost: number;
  /** value with the model over the rival, before the cost of the project */
  benefit: number;
  discountRate: number;
  monthsToOutcome: number;
}

/** Part of year t (1, 2, …) in which decisions already have their outcome. */
function shareOfYear(year: number, { monthsToOutcome }: Future): number {
  return Math.min(12, Math.max(0, 12 * year - monthsToOutcome)) / 12;
}

/** The flows of year t: benefit once outcomes are there, running cost from the start. */
export function yearlyFlow(future: Future, year: number) {
  const benefit = future.benefit * shareOfYear(year, future);
  const net = benefit - future.runCost;
  return { benefit, runCost: future.runCost, net, discounted: net / (1 + future.discountRate) ** year };
}

/** NPV = −I + Σ (benefitₜ − runₜ)/(1 + d)ᵗ: building now, each year's flow at its end. */
export function netPresentValue(future: Future, years: number): number {
  let total = -future.buildCost;
  for (let year = 1; year <= years; year += 1) total += yearlyFlow(future, year).discounted;
  return total;
}

/** Cash flow up to the end of a month, not discounted. */
export function cumulatedFlow({ buildCost, runCost, benefit, monthsToOutcome }: Future, month: number): number {
  return -buildCost - (runCost * month) / 12 + (benefit * Math.max(0, month - monthsToOutcome)) / 12;
}

/** Months until the cumulated cash flow is no longer negative; undefined when that never comes. */
export function paybackMonths({ buildCost, runCost, benefit, monthsToOutcome }: Future): number | undefined {
  if (buildCost === 0 && (runCost === 0 || (monthsToOutcome === 0 && benefit >= runCost))) return 0;
  if (benefit <= runCost) return undefined;
  return (12 * buildCost + benefit * monthsToOutcome) / (benefit - runCost);
}
