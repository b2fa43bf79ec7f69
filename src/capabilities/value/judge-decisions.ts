import { type CaseTotals, type DecisionPrices, type OtherWay, totalOfAmount } from './decision-prices.ts';
import type { Group } from './mean-interval.ts';
import { indexOfLargest } from './multiclass-value.ts';

/** Cells [truth][decision] of decisions that were taken on cases whose truth is known. */
export type DecidedCells = readonly (readonly CaseTotals[])[];

export interface JudgedWay {
  kind: OtherWay['kind'];
  /** value of one case, decided this other way */
  perCase: number;
}

export interface JudgedDecisions {
  cases: number;
  total: number;
  /** Σ V[truth][decision] / cases: the mean of the rows, whatever the cells (not of a column or a row of the matrix) */
  perCase: number;
  ways: JudgedWay[];
}

const nothing: CaseTotals = { cases: 0, sums: [] };

/** `perfectTotal`: what the best decision on every case brings, where amounts differ by row and only the rows tell. */
export function judgeDecisions(
  prices: DecisionPrices,
  cells: DecidedCells,
  { perfectTotal }: { perfectTotal?: number } = {},
): JudgedDecisions | undefined {
  const truths = prices.truths.map((_, truth) => addTotals(cells[truth] ?? []));
  const { cases } = addTotals(truths);
  if (cases === 0) return undefined;
  let total = 0;
  for (const [truth, row] of prices.amounts.entries())
    for (const [decision, amount] of row.entries())
      total += totalOfAmount(amount, cells[truth]?.[decision] ?? nothing, prices.columns);
  const ways = prices.ways.map((way) => ({ kind: way.kind, perCase: valueOfWay(prices, truths, way) / cases }));
  const perfect = perfectTotal ?? perfectOf(prices, truths);
  const all = [...ways, { kind: 'perfect' as const, perCase: perfect / cases }];
  return { cases, total, perCase: total / cases, ways: [...all, levelOf(prices, all, truths)] };
}

export function addTotals(totals: readonly CaseTotals[]): CaseTotals {
  const width = Math.max(0, ...totals.map(({ sums }) => sums.length));
  return {
    cases: totals.reduce((sum, each) => sum + each.cases, 0),
    sums: Array.from({ length: width }, (_, index) => totals.reduce((sum, each) => sum + (each.sums[index] ?? 0), 0)),
  };
}

/** The same cases, decided at these rates and chosen without regard to their amounts. */
function valueOfWay(prices: DecisionPrices, truths: readonly CaseTotals[], { rates, perCase }: OtherWay): number {
  let total = 0;
  for (const [truth, row] of prices.amounts.entries()) {
    const totals = truths[truth] ?? nothing;
    total += perCase * totals.cases;
    for (const [decision, amount] of row.entries())
      total += (rates[truth]?.[decision] ?? 0) * totalOfAmount(amount, totals, prices.columns);
  }
  return total;
}

function perfectOf({ amounts, columns }: DecisionPrices, truths: readonly CaseTotals[]): number {
  return amounts.reduce((sum, row, truth) => {
    const values = row.map((amount) => totalOfAmount(amount, truths[truth] ?? nothing, columns));
    return sum + (values[indexOfLargest(values)] ?? 0);
  }, 0);
}

/**
 * What the model must bring by case so that the project pays: followed in a share `a` of the cases, with its fixed cost F over
 * N cases a year, it beats the best other way when V₀ + a(V − V₀) − F/N is more than that way brings.
 */
function levelOf(prices: DecisionPrices, ways: readonly JudgedWay[], truths: readonly CaseTotals[]): JudgedWay {
  const { cases } = addTotals(truths);
  const rates = prices.truths.map(() => prices.decisions.map((_, index) => Number(index === prices.fallback)));
  const instead = valueOfWay(prices, truths, { kind: 'nothing', rates, perCase: 0 }) / cases;
  return { kind: 'level', perCase: levelPerCase(prices, ways, instead) };
}

type Followed = Pick<DecisionPrices, 'volumePerYear' | 'fixedCostPerYear' | 'adoption'>;

export function levelPerCase(prices: Followed, ways: readonly JudgedWay[], instead: number): number {
  return levelOver(prices, { rival: bestRival(ways)?.perCase ?? instead, instead });
}

/** The level of one case or of all, over what the best other way brings and what is done where the model is not followed. */
export function levelOver(
  { volumePerYear, fixedCostPerYear, adoption }: Followed,
  { rival, instead }: { rival: number; instead: number },
): number {
  const fixed = volumePerYear > 0 ? fixedCostPerYear / volumePerYear : 0;
  return adoption > 0 ? instead + (rival + fixed - instead) / adoption : rival + fixed;
}

/** The way that the project has to beat; perfect decisions and what was hoped for are none. */
export function bestRival(ways: readonly JudgedWay[]): JudgedWay | undefined {
  const rivals = ways.filter(({ kind }) => kind !== 'perfect' && kind !== 'expected' && kind !== 'level');
  return rivals.toSorted((a, b) => b.perCase - a.perCase)[0];
}

/**
 * One group of cases by truth and decision, each worth the same: first the value itself, then its difference from each other
 * way on the same case. Only where every amount is constant.
 */
export function groupsOfCells(prices: DecisionPrices, cells: DecidedCells, judged: JudgedDecisions): Group[] {
  const rival = bestRival(judged.ways);
  return prices.amounts.flatMap((row, truth) => {
    const values = row.map((amount) => totalOfAmount(amount, { cases: 1, sums: [] }, []));
    const instead = values[prices.fallback] ?? 0;
    const worth = (kind: OtherWay['kind']): number => {
      if (kind === 'perfect') return Math.max(...values);
      if (kind === 'level') return levelOver(prices, { rival: rival ? worth(rival.kind) : instead, instead });
      const way = prices.ways.find((each) => each.kind === kind);
      const rates = way?.rates[truth] ?? [];
      return rates.reduce((sum, rate, decision) => sum + rate * (values[decision] ?? 0), way?.perCase ?? 0);
    };
    return values.map((value, decision) => ({
      cases: cells[truth]?.[decision]?.cases ?? 0,
      means: [value, ...judged.ways.map(({ kind }) => value - worth(kind))],
    }));
  });
}
