import { readAmount } from './amount.ts';
import type { RegressionValueModel } from './contract.ts';
import { InputList, type Reader } from './estimate.ts';
import { toShares } from './multiclass-value.ts';
import { fixedCost, readOwnRunCost, readProject } from './project.ts';
import { expectedErrorCost, quantileShift, type RegressionFigures } from './regression-cost.ts';
import type { Baseline, RivalKind, Scenario } from './scenario.ts';

type Draw = ArrayLike<number>;
/** A part of the volume: what costs a sum as a whole costs its share of it, and the model is that of the whole. */
interface Part {
  share: number;
  whole: RegressionFigures;
}
type Priced = (draw: Draw, figures: RegressionFigures, part?: Part) => number;

type Costs = Record<'over' | 'under', number>;

/** The parts at a draw; what a part does not say is as in the whole. */
function readParts({ segments }: RegressionValueModel, whole: Record<'over' | 'under', Reader>, list: InputList) {
  const parts = segments?.map((segment, index) => {
    const path = `segments.${index}`;
    const own = (side: 'over' | 'under') => {
      const amount = segment[`${side}CostPerUnit`];
      const where = { path: `${path}.${side}CostPerUnit`, group: `all of ${path}` };
      return amount === undefined ? whole[side] : readAmount(amount, where, list);
    };
    return { share: list.number(`${path}.share`, segment.share), over: own('over'), under: own('under') };
  });
  return (draw: Draw): (Costs & { share: number })[] => {
    const shares = toShares((parts ?? []).map(({ share }) => share(draw)));
    return (parts ?? []).map(({ over, under }, index) => ({
      share: shares[index] ?? 0,
      over: over(draw),
      under: under(draw),
    }));
  };
}

/** Σ wᵢ·cᵢ: what an error costs in the whole is that of its parts together. */
const costOf = (parts: readonly (Costs & { share: number })[], side: 'over' | 'under'): number =>
  parts.reduce((sum, part) => sum + part.share * part[side], 0);

function readFigures(model: RegressionValueModel, list: InputList) {
  const project = readProject(model, list);
  const over = readAmount(model.overCostPerUnit, { path: 'overCostPerUnit', group: 'all' }, list);
  const under = readAmount(model.underCostPerUnit, { path: 'underCostPerUnit', group: 'all' }, list);
  const tolerance = list.number('tolerance', model.tolerance);
  const steps = model.steps.map(({ side, beyond, cost }, index) => ({
    side,
    beyond,
    cost: list.money(`steps.${index}.cost`, cost),
  }));
  const parts = readParts(model, { over, under }, list);
  const figures = (draw: Draw): RegressionFigures => {
    const drawn = parts(draw);
    return {
      ...project(draw),
      over: model.segments ? costOf(drawn, 'over') : over(draw),
      under: model.segments ? costOf(drawn, 'under') : under(draw),
      tolerance: tolerance(draw),
      steps: steps.map((step) => ({ ...step, cost: step.cost(draw) })),
    };
  };
  return { figures, parts };
}

/** Value a year of Gaussian errors, a cost and so never positive. Without a reader of the bias: the best quantile. */
function priceErrors(sigma: Reader, bias?: Reader): Priced {
  return (draw, figures, part) => {
    const spread = sigma(draw);
    const shift = bias ? bias(draw) : quantileShift(part?.whole ?? figures) * spread;
    return -figures.volume * expectedErrorCost(figures, { sigma: spread, bias: shift });
  };
}

function readToday({ today }: RegressionValueModel, list: InputList): Priced | undefined {
  if (today === undefined) return undefined;
  const runCost = readOwnRunCost(today, list);
  if (today.kind === 'yearly-cost') {
    const cost = list.money('today.costPerYear', today.costPerYear);
    return (draw, _figures, part) => -(part?.share ?? 1) * (cost(draw) + runCost(draw));
  }
  const bias = today.bias ? list.number('today.bias', today.bias) : () => 0;
  const errors = priceErrors(list.number('today.sigma', today.sigma), bias);
  return (draw, figures, part) => errors(draw, figures, part) - (part?.share ?? 1) * runCost(draw);
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
  /** What the model brings in each part over a baseline of the whole: one model, its errors the same everywhere. */
  gains: (draw: Draw, rival: RivalKind) => { share: number; gain: number }[];
}

/** The regression value model made ready for arithmetic. */
export function readRegressionScenario(model: RegressionValueModel): RegressionScenario {
  const list = new InputList();
  const { figures, parts } = readFigures(model, list);
  const today = readToday(model, list);
  const constant = model.targetSigma && priceErrors(list.number('targetSigma', model.targetSigma));
  const expected = readExpected(model, list);
  // Who does not follow the model goes on as today, or predicts one number where nothing is known of today.
  const instead: Priced = today ?? constant ?? (() => 0);

  /** In the cases in which the model is not followed it goes on as it would instead. */
  function followed(at: RegressionFigures, value: number, otherwise: () => number): number {
    return at.adoption === 1 ? value : (1 - at.adoption) * otherwise() + at.adoption * value;
  }
  const adopted = (draw: Draw, at: RegressionFigures, value: number) => followed(at, value, () => instead(draw, at));
  const rivalOf = (kind: RivalKind): Priced => (kind === 'today' ? today : constant) ?? instead;
  const rivalValue = (draw: Draw, at: RegressionFigures, kind: RivalKind) => rivalOf(kind)(draw, at);
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
    gains: (draw, rival) => {
      const whole = figures(draw);
      return parts(draw).map(({ share, over, under }) => {
        const at = { ...whole, over, under, volume: whole.volume * share };
        const part = { share, whole };
        const value = followed(at, expected(draw, at, part), () => instead(draw, at, part));
        return { share, gain: value - rivalOf(rival)(draw, at, part) };
      });
    },
  };
}
