import { addMoney, compareDecimals, decimalToNumber, type Money, roundMoney, scaleMoney } from '../../value/index.ts';

/** What a route costs, as decimal strings in one currency. */
export interface RouteCosts {
  /** once: making it, or fitting what was bought into what is there */
  build: string;
  /** once: collecting and labelling data */
  data: string;
  /** each year, however much it is used: servers, subscriptions */
  run: string;
  /** each year: people who keep it right */
  maintain: string;
  /** for each prediction: a price, or what one costs to compute */
  perCall: string;
  /** once, at the end: moving to something else */
  exit: string;
}

export interface Usage {
  /** predictions in the first year */
  callsPerYear: number;
  /** by how much that grows each year: 0.1 is ten per cent */
  growth: string;
  years: number;
}

export interface RouteTotal {
  once: string;
  fixed: string;
  calls: string;
  total: string;
  /** after each year, with the exit in the last one */
  cumulative: string[];
}

const cents = (amount: string, currency: string) => roundMoney({ amount, currency }).amount;
const sum = (currency: string, amounts: readonly string[]) =>
  amounts.reduce((total, amount) => addMoney(total, { amount, currency }), { amount: '0', currency }).amount;

/** How many predictions each year brings, rounded to whole ones. */
export function callsByYear({ callsPerYear, growth, years }: Usage): number[] {
  const factor = 1 + decimalToNumber(growth);
  return Array.from({ length: years }, (_, year) => Math.round(callsPerYear * factor ** year));
}

/** What a route costs over the years, exact to the cent. */
export function totalOf(costs: RouteCosts, usage: Usage, currency: string): RouteTotal {
  const money = (amount: string): Money => ({ amount, currency });
  const once = sum(currency, [costs.build, costs.data]);
  const yearly = sum(currency, [costs.run, costs.maintain]);
  const byYear = callsByYear(usage).map((calls) => scaleMoney(money(costs.perCall), calls).amount);
  const cumulative: string[] = [];
  let total = once;
  for (const [year, calls] of byYear.entries()) {
    total = sum(currency, [total, yearly, calls, ...(year === usage.years - 1 ? [costs.exit] : [])]);
    cumulative.push(cents(total, currency));
  }
  return {
    once: cents(once, currency),
    fixed: cents(fixedOf(costs, usage, currency), currency),
    calls: cents(sum(currency, byYear), currency),
    total: cents(total, currency),
    cumulative,
  };
}

/** What is paid whether it is used or not. */
function fixedOf(costs: RouteCosts, { years }: Usage, currency: string): string {
  const yearly = { amount: sum(currency, [costs.run, costs.maintain]), currency };
  return sum(currency, [costs.build, costs.data, costs.exit, scaleMoney(yearly, years).amount]);
}

/**
 * The number of predictions over all years from which the first route is the cheaper one:
 * V* = (fixed of its own - fixed of the other) / (price a call of the other - its own). It must start dearer and cost
 * less a call; else one of them is cheaper at any volume, and there is no crossing: null.
 */
export function crossoverVolume(
  { own, other }: { own: RouteCosts; other: RouteCosts },
  usage: Usage,
  currency: string,
): number | null {
  const dearer = difference(fixedOf(own, usage, currency), fixedOf(other, usage, currency), currency);
  const saved = difference(other.perCall, own.perCall, currency);
  if (compareDecimals(dearer, '0') <= 0 || compareDecimals(saved, '0') <= 0) return null;
  return Math.ceil(decimalToNumber(dearer) / decimalToNumber(saved) - 1e-9);
}

function difference(a: string, b: string, currency: string): string {
  return addMoney({ amount: a, currency }, scaleMoney({ amount: b, currency }, -1)).amount;
}
