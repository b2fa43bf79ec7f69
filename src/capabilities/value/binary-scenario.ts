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
import { countOutcomes, estimateOf, falsePositiveRateOf, recallOf } from './cases.ts';
import {
  capacityPerYear,
  exceedsCapacity,
  performanceAtCapacity,
  perfectWithinCapacity,
  shareWithRoom,
  withinCapacity,
} from './capacity.ts';
import { readCaseFigures } from './segments.ts';
import { InputList, likelyDraw } from './estimate.ts';
import { fixedCost, readOwnRunCost, readProject } from './project.ts';
import type { Baseline, RivalKind, Scenario } from './scenario.ts';

type Draw = ArrayLike<number>;
type Today = Pick<Baseline, 'valuePerYear' | 'recall' | 'falsePositiveRate'>;

const ACT_ON_NOTHING: BinaryPerformance = { recall: 0, falsePositiveRate: 0 };

function readFigures(model: BinaryValueModel, list: InputList): (draw: Draw) => BinaryFigures {
  const project = readProject(model, list);
  const cases = readCaseFigures(model, list);
  const room = readRoom(model, list);
  if (room === undefined) return (draw) => ({ ...project(draw), ...cases(draw) });
  return (draw) => ({ ...project(draw), ...cases(draw), ...room(draw) });
}

/** How many cases a year can be acted on, and how sure the surest of them are. */
function readRoom({ capacity }: BinaryValueModel, list: InputList) {
  if (capacity === undefined) return undefined;
  const cases = list.number('capacity.cases', capacity.cases);
  const precision = capacity.precision && list.number('capacity.precision', capacity.precision);
  return (draw: Draw) => ({
    capacity: capacityPerYear(cases(draw), capacity.per),
    ...(precision ? { precisionAtCapacity: precision(draw) } : {}),
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
  const counts = today.kind === 'cases' ? countOutcomes(today.rows) : undefined;
  const recall = list.number(
    'today.recall',
    today.kind === 'cases' ? estimateOf(counts && recallOf(counts)) : today.recall,
  );
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
  const rate = list.number(
    'today.falsePositiveRate',
    today.kind === 'cases' ? estimateOf(counts && falsePositiveRateOf(counts)) : today.falsePositiveRate,
  );
  return (draw, figures) => priced(draw, figures, { recall: recall(draw), falsePositiveRate: rate(draw) });
}

export interface BinaryScenario extends Scenario {
  figures: (draw: Draw) => BinaryFigures;
  /** Of the model the team expects, else of a perfect one, in the cases there is room for. */
  performanceAt: (draw: Draw) => BinaryPerformance;
  /** The model points at more cases than there is room for. */
  isFull: (draw: Draw) => boolean;
  today: ((draw: Draw, figures: BinaryFigures) => Today) | undefined;
}

/** The binary value model made ready for arithmetic. */
export function readBinaryScenario(model: BinaryValueModel): BinaryScenario {
  const list = new InputList();
  const figures = readFigures(model, list);
  const today = readToday(model, list);
  const recall = model.expected && list.number('expected.recall', model.expected.recall);
  const rate = model.expected && list.number('expected.falsePositiveRate', model.expected.falsePositiveRate);

  function performance(draw: Draw, at: BinaryFigures): BinaryPerformance {
    if (recall && rate) return withinCapacity(at, { recall: recall(draw), falsePositiveRate: rate(draw) });
    return at.precisionAtCapacity === undefined || shareWithRoom(at) === 1
      ? perfectWithinCapacity(at)
      : performanceAtCapacity(at, at.precisionAtCapacity);
  }
  /** Acting on every case, or on as many as there is room for without choosing. */
  function actOnAll(at: BinaryFigures): BinaryPerformance {
    return { recall: shareWithRoom(at), falsePositiveRate: shareWithRoom(at) };
  }
  function rivalValue(draw: Draw, at: BinaryFigures, kind: RivalKind): number {
    if (kind === 'all') return decidedValue(at, actOnAll(at));
    return kind === 'today' && today ? today(draw, at).valuePerYear : nothingValue(at);
  }
  function baselines(draw: Draw): Baseline[] {
    const at = figures(draw);
    const perfect = perfectWithinCapacity(at);
    return [
      { kind: 'nothing', valuePerYear: nothingValue(at), ...ACT_ON_NOTHING },
      { kind: 'all', valuePerYear: decidedValue(at, actOnAll(at)), ...actOnAll(at) },
      ...(today ? [{ kind: 'today' as const, ...today(draw, at) }] : []),
      { kind: 'perfect', valuePerYear: decidedValue(at, perfect), ...perfect },
    ];
  }
  return {
    inputs: list.inputs,
    performance:
      model.expected || (model.capacity?.precision && shareWithRoom(figures(likelyDraw(list.inputs))) < 1)
        ? 'expected'
        : 'perfect',
    figures,
    performanceAt: (draw) => performance(draw, figures(draw)),
    isFull: (draw) => {
      const at = figures(draw);
      if (shareWithRoom(at) === 1) return false;
      if (recall && rate) return exceedsCapacity(at, { recall: recall(draw), falsePositiveRate: rate(draw) });
      return at.precisionAtCapacity !== undefined || exceedsCapacity(at, perfectPerformance(at));
    },
    today,
    project: figures,
    baselines,
    net: (draw, rival) => {
      const at = figures(draw);
      return adoptedValue(at, performance(draw, at)) - fixedCost(at) - rivalValue(draw, at, rival);
    },
    adoptedPerfectValue: (draw) => {
      const at = figures(draw);
      return adoptedValue(at, perfectWithinCapacity(at));
    },
  };
}
