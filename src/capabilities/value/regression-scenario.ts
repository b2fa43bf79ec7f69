import { readAmount } from './amount.ts';
import type { RegressionValueModel } from './contract.ts';
import { InputList, type Reader } from './estimate.ts';
import { fixedCost, readOwnRunCost, readProject } from './project.ts';
import { expectedErrorCost, quantileShift, type RegressionFigures } from './regression-cost.ts';
import type { Baseline, RivalKind, Scenario } from './scenario.ts';

type Draw = ArrayLike<number>;
type Priced = (draw: Draw, figures: RegressionFigures) => number;

function readFigures(model: RegressionValueModel, list: InputList): (draw: Draw) => RegressionFigures {
  const project = readProject(model, list);
  const over = readAmount(model.overCostPerUnit, { path: 'overCostPerUnit', group: 'all' }, list);
  const under = readAmount(model.underCostPerUnit, { path: 'underCostPerUnit', group: 'all' }, list);
  const tolerance = list.number('tolerance', model.tolerance);
  const steps = model.steps.map(({ side, beyond, cost }, index) => ({
    side,
    beyond,
    cost: list.money(`steps.${index}.cost`, cost),
  }));
  return (draw) => ({
    ...project(draw),
    over: over(draw),
    under: under(draw),
    tolerance: tolerance(draw),
    steps: steps.map((step) => ({ ...step, cost: step.cost(draw) })),
  });
}

/** Value a year of Gaussian errors, a cost and so never positive. Without a reader of the bias: the best quantile. */
function priceErrors(sigma: Reader, bias?: Reader): Priced {
  return (draw, figures) => {
    const spread = sigma(draw);
    const shift = bias ? bias(draw) : quantileShift(figures) * spread;
    return -figures.volume * expectedErrorCost(figures, { sigma: spread, bias: shift });
  };
}

function readToday({ today }: RegressionValueModel, list: InputList): Priced | undefined {
  if (today === undefined) return undefined;
  const runCost = readOwnRunCost(today, list);
  if (today.kind === 'yearly-cost') {
    const cost = list.money('today.costPerYear', today.costPerYear);
    return (draw) => -cost(draw) - runCost(draw);
  }
  const bias = today.bias ? list.number('today.bias', today.bias) : () => 0;
  const errors = priceErrors(list.number('today.sigma', today.sigma), bias);
  return (draw, figures) => errors(draw, figures) - runCost(draw);
}

function readExpected({ expected }: RegressionValueModel, list: InputList): Priced {
  if (expected === undefined) return () => 0;
  const bias = expected.bias && list.number('expected.bias', expected.bias);
  return priceErrors(list.number('expected.sigma', expected.sigma), bias);
}

export interface RegressionScenario extends Scenario {
  figures: (draw: Draw) => RegressionFigures;
  /** Value a year of the cases in which the model is not followed, if that were all of them. */
  insteadValue: (draw: Draw) => number;
}

/** The regression value model made ready for arithmetic. */
export function readRegressionScenario(model: RegressionValueModel): RegressionScenario {
  const list = new InputList();
  const figures = readFigures(model, list);
  const today = readToday(model, list);
  const constant = model.targetSigma && priceErrors(list.number('targetSigma', model.targetSigma));
  const expected = readExpected(model, list);
  // Who does not follow the model goes on as today, or predicts one number where nothing is known of today.
  const instead: Priced = today ?? constant ?? (() => 0);

  function adopted(draw: Draw, at: RegressionFigures, value: number): number {
    return at.adoption === 1 ? value : (1 - at.adoption) * instead(draw, at) + at.adoption * value;
  }
  function rivalValue(draw: Draw, at: RegressionFigures, kind: RivalKind): number {
    const priced = kind === 'today' ? today : constant;
    return (priced ?? instead)(draw, at);
  }
  function baselines(draw: Draw): Baseline[] {
    const at = figures(draw);
    return [
      ...(constant ? [{ kind: 'constant' as const, valuePerYear: rivalValue(draw, at, 'constant') }] : []),
      ...(today ? [{ kind: 'today' as const, valuePerYear: rivalValue(draw, at, 'today') }] : []),
      { kind: 'perfect', valuePerYear: 0 },
    ];
  }
  return {
    inputs: list.inputs,
    performance: model.expected ? 'expected' : 'perfect',
    figures,
    project: figures,
    baselines,
    insteadValue: (draw) => instead(draw, figures(draw)),
    net: (draw, rival) => {
      const at = figures(draw);
      return adopted(draw, at, expected(draw, at)) - fixedCost(at) - rivalValue(draw, at, rival);
    },
    adoptedPerfectValue: (draw) => adopted(draw, figures(draw), 0),
  };
}
