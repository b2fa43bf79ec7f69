import type { Amount, RegressionValueModel } from './contract.ts';
import { type DecisionPrices, likelyAmount, readProjectFigures, runCostPerCase } from './decision-prices.ts';
import { levelPerCase, type JudgedWay } from './judge-decisions.ts';
import { decimalToNumber } from './money.ts';
import { type ErrorCosts, expectedErrorCost, quantileShift } from './regression-cost.ts';

/** A value model of errors made ready to price predictions whose truth is known, at its likely figures. */
export interface ErrorPrices extends Pick<DecisionPrices, 'volumePerYear' | 'fixedCostPerYear' | 'adoption'> {
  currency: string;
  unit: string;
  /** cost of an error of one unit; by row where its column says so */
  over: Amount;
  under: Amount;
  /** the same, by row at the mean that was estimated */
  costs: ErrorCosts;
  columns: readonly string[];
  model: RegressionValueModel;
}

export function readErrorPrices(model: RegressionValueModel): ErrorPrices {
  const { overCostPerUnit: over, underCostPerUnit: under } = model;
  const columns = [over, under].flatMap((amount) => (amount.kind === 'per-row' ? [amount.column] : []));
  return {
    currency: model.currency,
    unit: model.unit,
    ...readProjectFigures(model),
    over,
    under,
    costs: {
      over: likelyAmount(over),
      under: likelyAmount(under),
      tolerance: model.tolerance.likely,
      steps: model.steps.map(({ side, beyond, cost }) => ({
        side,
        beyond,
        cost: decimalToNumber(cost.likely),
      })),
    },
    columns: [...new Set(columns)],
    model,
  };
}

/**
 * What the predictions are held against. `constantPerCase` is what one prediction for every case costs in the data themselves,
 * as a value; today's errors and those that were expected are Gaussian, as the value model has them.
 */
export function waysOfErrors(prices: ErrorPrices, constantPerCase: number): JudgedWay[] {
  const { model, costs } = prices;
  const today = todayPerCase(prices);
  const { expected } = model;
  const ways: JudgedWay[] = [
    { kind: 'constant', perCase: constantPerCase },
    ...(today === undefined ? [] : [{ kind: 'today' as const, perCase: today }]),
    ...(expected
      ? [{ kind: 'expected' as const, perCase: -gaussian(costs, expected.sigma.likely, expected.bias?.likely) }]
      : []),
    { kind: 'perfect', perCase: 0 },
  ];
  return [...ways, { kind: 'level', perCase: levelPerCase(prices, ways, today ?? constantPerCase) }];
}

function todayPerCase({ model, costs }: ErrorPrices): number | undefined {
  const { today } = model;
  if (today === undefined) return undefined;
  const beside = runCostPerCase(model);
  return today.kind === 'yearly-cost' ? beside : beside - gaussian(costs, today.sigma.likely, today.bias?.likely ?? 0);
}

/** Without a bias the best quantile is predicted, which is one on purpose. */
const gaussian = (costs: ErrorCosts, sigma: number, bias = quantileShift(costs) * sigma): number =>
  expectedErrorCost(costs, { sigma, bias });
