import { toJson } from '../../platform/json.ts';
import { addMoney, decimalToNumber, divideMoney, drawYearlyLosses, roundMoney, scaleMoney } from '../value/index.ts';
import type { Impact, Likelihood } from './estimate-fields.ts';
import type { StoredRisk } from './queries.ts';
import type { Loss } from './register-contract.ts';

/** How often and how much, where both are known. */
interface Priced {
  likelihood: Likelihood;
  impact: Impact;
}

export interface RiskPrices {
  /** by the id of the risk; absent while likelihood or impact is missing */
  each: Map<string, Loss>;
  total: Loss;
}

/** Before the control. */
export const beforeControl = ({ likelihood, impact }: StoredRisk): Priced | null => asPriced(likelihood, impact);

/** After it: a figure that the control does not change stays as it was. */
export function afterControl(risk: StoredRisk): Priced | null {
  return asPriced(risk.residualLikelihood ?? risk.likelihood, risk.residualImpact ?? risk.impact);
}

function asPriced(likelihood: Likelihood | null, impact: Impact | null): Priced | null {
  return likelihood === null || impact === null ? null : { likelihood, impact };
}

/**
 * Expected loss a year = times a year × impact, exact at the likely values; a chance within some years counts for its
 * share of one year. The bounds come from draws of the estimates with a fixed seed, in the order of the
 * figures themselves: equal figures have equal bounds, whatever the order of the list.
 */
export function priceRisks(risks: readonly StoredRisk[], read: (risk: StoredRisk) => Priced | null): RiskPrices {
  const known = risks
    .flatMap((risk) => {
      const priced = read(risk);
      return priced ? [{ id: risk.id, ...priced }] : [];
    })
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const drawn = drawYearlyLosses(known.map(asPossibleLoss));
  const each = new Map<string, Loss>();
  let sum = { amount: '0.00', currency: 'any' };
  for (const [index, priced] of known.entries()) {
    const likely = expectedLoss(priced);
    const { p05: low = likely, p95: high = likely } = drawn.each[index] ?? {};
    each.set(priced.id, { likely, low, high });
    sum = addMoney(sum, { ...sum, amount: likely });
  }
  return { each, total: { likely: sum.amount, low: drawn.total.p05, high: drawn.total.p95 } };
}

function orderOf({ likelihood, impact }: Priced): string {
  return toJson([likelihood, impact]);
}

/** In cents, rounded half-even. */
export function expectedLoss({ likelihood, impact }: Priced): string {
  const product = scaleMoney({ amount: impact.likely, currency: 'any' }, likelihood.likely);
  return (likelihood.kind === 'chance' ? divideMoney(product, likelihood.horizonYears) : roundMoney(product)).amount;
}

function asPossibleLoss({ likelihood, impact }: Priced) {
  const years = likelihood.kind === 'chance' ? likelihood.horizonYears : 1;
  return { timesPerYear: numbersOf(likelihood, years), impact: numbersOf(impact, 1) };
}

function numbersOf({ low, likely, high }: Pick<Impact, 'low' | 'likely' | 'high'>, years: number) {
  const number = (decimal: string) => decimalToNumber(decimal) / years;
  return {
    likely: number(likely),
    ...(low === undefined || high === undefined ? {} : { low: number(low), high: number(high) }),
  };
}
