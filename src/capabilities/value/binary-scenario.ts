import { readAmount } from './amount.ts';
import {
  adoptedValue,
  type BinaryFigures,
  type BinaryPerformance,
  decidedValue,
  falsePositiveRateAt,
  nothingValue,
  perfectPerformance,
} from './binary-value.ts';
import type { BinaryValueModel } from './contract.ts';
import { InputList } from './estimate.ts';
import { fixedCost, readOwnRunCost, readProject } from './project.ts';
import type { Baseline, RivalKind, Scenario } from './scenario.ts';

type Draw = ArrayLike<number>;
type Today = Pick<Baseline, 'valuePerYear' | 'recall' | 'falsePositiveRate'>;

const ACT_ON_ALL: BinaryPerformance = { recall: 1, falsePositiveRate: 1 };
const ACT_ON_NOTHING: BinaryPerformance = { recall: 0, falsePositiveRate: 0 };

function readFigures(model: BinaryValueModel, list: InputList): (draw: Draw) => BinaryFigures {
  const project = readProject(model, list);
  const baseRate = list.number('baseRate', model.baseRate);
  const { values } = model;
  const tp = readAmount(values.tp, { path: 'values.tp', group: 'positive' }, list);
  const fn = readAmount(values.fn, { path: 'values.fn', group: 'positive' }, list);
  const fp = readAmount(values.fp, { path: 'values.fp', group: 'negative' }, list);
  const tn = readAmount(values.tn, { path: 'values.tn', group: 'negative' }, list);
  return (draw) => ({
    ...project(draw),
    baseRate: baseRate(draw),
    tp: tp(draw),
    fn: fn(draw),
    fp: fp(draw),
    tn: tn(draw),
  });
}

/** Today's practice, its own running cost taken off; undefined when the model does not describe it. */
function readToday(
  model: BinaryValueModel,
  list: InputList,
): ((draw: Draw, figures: BinaryFigures) => Today) | undefined {
  const { today } = model;
  if (today === undefined) return undefined;
  const runCost = readOwnRunCost(today, list);
  if (today.kind === 'yearly-cost') {
    const cost = list.money('today.costPerYear', today.costPerYear);
    return (draw) => ({ valuePerYear: -cost(draw) - runCost(draw) });
  }
  const recall = list.number('today.recall', today.recall);
  const priced = (draw: Draw, figures: BinaryFigures, performance: BinaryPerformance) => ({
    ...performance,
    valuePerYear: decidedValue(figures, performance) - runCost(draw),
  });
  if (today.kind === 'recall-and-precision') {
    const precision = list.number('today.precision', today.precision);
    return (draw, figures) => {
      const falsePositiveRate = falsePositiveRateAt(figures.baseRate, recall(draw), precision(draw));
      return priced(draw, figures, { recall: recall(draw), falsePositiveRate });
    };
  }
  const rate = list.number('today.falsePositiveRate', today.falsePositiveRate);
  return (draw, figures) => priced(draw, figures, { recall: recall(draw), falsePositiveRate: rate(draw) });
}

/** The binary value model made ready for arithmetic. */
export function readBinaryScenario(model: BinaryValueModel): Scenario & { figures: (draw: Draw) => BinaryFigures } {
  const list = new InputList();
  const figures = readFigures(model, list);
  const today = readToday(model, list);
  const recall = model.expected && list.number('expected.recall', model.expected.recall);
  const rate = model.expected && list.number('expected.falsePositiveRate', model.expected.falsePositiveRate);

  function performance(draw: Draw, at: BinaryFigures): BinaryPerformance {
    return recall && rate ? { recall: recall(draw), falsePositiveRate: rate(draw) } : perfectPerformance(at);
  }
  function rivalValue(draw: Draw, at: BinaryFigures, kind: RivalKind): number {
    if (kind === 'all') return decidedValue(at, ACT_ON_ALL);
    return kind === 'today' && today ? today(draw, at).valuePerYear : nothingValue(at);
  }
  function baselines(draw: Draw): Baseline[] {
    const at = figures(draw);
    const perfect = perfectPerformance(at);
    return [
      { kind: 'nothing', valuePerYear: nothingValue(at), ...ACT_ON_NOTHING },
      { kind: 'all', valuePerYear: decidedValue(at, ACT_ON_ALL), ...ACT_ON_ALL },
      ...(today ? [{ kind: 'today' as const, ...today(draw, at) }] : []),
      { kind: 'perfect', valuePerYear: decidedValue(at, perfect), ...perfect },
    ];
  }
  return {
    inputs: list.inputs,
    performance: model.expected ? 'expected' : 'perfect',
    figures,
    project: figures,
    baselines,
    net: (draw, rival) => {
      const at = figures(draw);
      return adoptedValue(at, performance(draw, at)) - fixedCost(at) - rivalValue(draw, at, rival);
    },
    adoptedPerfectValue: (draw) => {
      const at = figures(draw);
      return adoptedValue(at, perfectPerformance(at));
    },
  };
}
