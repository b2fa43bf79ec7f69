import { readAmount } from './amount.ts';
import { countConfusion, ratesOfCounts } from './cases.ts';
import type { MulticlassValueModel } from './contract.ts';
import { InputList, likelyDraw } from './estimate.ts';
import {
  accuracyValue,
  bestConstantDecision,
  confusionValue,
  constantValue,
  type MulticlassFigures,
  perfectValue,
  toShares,
} from './multiclass-value.ts';
import { fixedCost, readOwnRunCost, readProject } from './project.ts';
import type { Baseline, RivalKind, Scenario } from './scenario.ts';

type Draw = ArrayLike<number>;
type Priced = (draw: Draw, figures: MulticlassFigures) => number;

function readFigures(model: MulticlassValueModel, list: InputList): (draw: Draw) => MulticlassFigures {
  const project = readProject(model, list);
  const shares = model.classes.map(({ share }, index) => list.number(`classes.${index}.share`, share));
  const values = model.values.map((row, truth) =>
    row.map((amount, decision) =>
      readAmount(amount, { path: `values.${truth}.${decision}`, group: String(truth) }, list),
    ),
  );
  return (draw) => ({
    ...project(draw),
    shares: toShares(shares.map((share) => share(draw))),
    values: values.map((row) => row.map((amount) => amount(draw))),
  });
}

function readToday(model: MulticlassValueModel, list: InputList): Priced | undefined {
  const { today } = model;
  if (today === undefined) return undefined;
  const runCost = readOwnRunCost(today, list);
  if (today.kind !== 'yearly-cost') {
    const rates = today.kind === 'confusion' ? today.rates : ratesOfCounts(countConfusion(today.rows, model));
    return (draw, figures) => confusionValue(figures, rates) - runCost(draw);
  }
  const cost = list.money('today.costPerYear', today.costPerYear);
  return (draw) => -cost(draw) - runCost(draw);
}

function readExpected({ expected }: MulticlassValueModel, list: InputList): Priced {
  if (expected === undefined) return (_draw, figures) => perfectValue(figures);
  if (expected.kind === 'confusion') return (_draw, figures) => confusionValue(figures, expected.rates);
  const accuracy = list.number('expected.accuracy', expected.accuracy);
  return (draw, figures) => accuracyValue(figures, accuracy(draw));
}

export interface MulticlassScenario extends Scenario {
  figures: (draw: Draw) => MulticlassFigures;
  /** Value a year of the cases in which the model is not followed, if that were all of them. */
  defaultValue: (draw: Draw) => number;
}

/** The multi-class value model made ready for arithmetic. */
export function readMulticlassScenario(model: MulticlassValueModel): MulticlassScenario {
  const list = new InputList();
  const figures = readFigures(model, list);
  const today = readToday(model, list);
  const expected = readExpected(model, list);
  // Fixed at the likely figures: nobody changes the one decision with every throw of the dice.
  const constant = bestConstantDecision(figures(likelyDraw(list.inputs)));
  const fallback = model.defaultDecision === undefined ? constant : model.decisions.indexOf(model.defaultDecision);

  function adopted(at: MulticlassFigures, value: number): number {
    return (1 - at.adoption) * constantValue(at, fallback) + at.adoption * value;
  }
  function rivalValue(draw: Draw, at: MulticlassFigures, kind: RivalKind): number {
    if (kind === 'today' && today) return today(draw, at);
    return constantValue(at, kind === 'nothing' ? fallback : constant);
  }
  function named(decision: number): { decision: string } {
    return { decision: model.decisions[decision] ?? '' };
  }
  function baselines(draw: Draw): Baseline[] {
    const kinds: RivalKind[] = [
      ...(model.defaultDecision === undefined ? [] : ['nothing' as const]),
      'constant',
      ...(today ? ['today' as const] : []),
    ];
    const at = figures(draw);
    const decisions = { nothing: named(fallback), constant: named(constant), all: {}, today: {} };
    return [
      ...kinds.map((kind) => ({ kind, valuePerYear: rivalValue(draw, at, kind), ...decisions[kind] })),
      { kind: 'perfect', valuePerYear: perfectValue(at) },
    ];
  }
  return {
    inputs: list.inputs,
    performance: model.expected ? 'expected' : 'perfect',
    figures,
    project: figures,
    baselines,
    defaultValue: (draw) => constantValue(figures(draw), fallback),
    net: (draw, rival) => {
      const at = figures(draw);
      return adopted(at, expected(draw, at)) - fixedCost(at) - rivalValue(draw, at, rival);
    },
    adoptedPerfectValue: (draw) => {
      const at = figures(draw);
      return adopted(at, perfectValue(at));
    },
  };
}
