import { readAmount } from './amount.ts';
import { countConfusion, ratesOfCounts } from './cases.ts';
import type { MulticlassValueModel } from './contract.ts';
import { InputList, likelyDraw, type Reader } from './estimate.ts';
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
/** @param share of the volume that these figures are of: what costs a sum as a whole costs that much of it */
type Priced = (draw: Draw, figures: MulticlassFigures, share?: number) => number;

interface Part {
  share: number;
  /** of the classes */
  shares: readonly number[];
}

/** The parts at a draw; what a part does not say is as in the whole. */
function readParts({ segments }: MulticlassValueModel, whole: readonly Reader[], list: InputList) {
  const parts = segments?.map((segment, index) => ({
    share: list.number(`segments.${index}.share`, segment.share),
    classes:
      segment.classShares?.map((given, at) => list.number(`segments.${index}.classShares.${at}`, given)) ?? whole,
  }));
  return (draw: Draw): Part[] => {
    const shares = toShares((parts ?? []).map(({ share }) => share(draw)));
    return (parts ?? []).map(({ classes }, index) => ({
      share: shares[index] ?? 0,
      shares: toShares(classes.map((each) => each(draw))),
    }));
  };
}

/** Σ wᵢ·sᵢ: the mix of the whole is that of its parts together. */
function mixOf(parts: readonly Part[]): number[] {
  const classes = parts[0]?.shares.length ?? 0;
  return Array.from({ length: classes }, (_, at) =>
    parts.reduce((sum, { share, shares }) => sum + share * (shares[at] ?? 0), 0),
  );
}

function readFigures(model: MulticlassValueModel, list: InputList) {
  const project = readProject(model, list);
  const shares = model.classes.map(({ share }, index) => list.number(`classes.${index}.share`, share));
  const values = model.values.map((row, truth) =>
    row.map((amount, decision) =>
      readAmount(amount, { path: `values.${truth}.${decision}`, group: String(truth) }, list),
    ),
  );
  const parts = readParts(model, shares, list);
  const figures = (draw: Draw): MulticlassFigures => ({
    ...project(draw),
    shares: model.segments ? mixOf(parts(draw)) : toShares(shares.map((share) => share(draw))),
    values: values.map((row) => row.map((amount) => amount(draw))),
  });
  return { figures, parts };
}

function readToday(model: MulticlassValueModel, list: InputList): Priced | undefined {
  const { today } = model;
  if (today === undefined) return undefined;
  const runCost = readOwnRunCost(today, list);
  if (today.kind !== 'yearly-cost') {
    const rates = today.kind === 'confusion' ? today.rates : ratesOfCounts(countConfusion(today.rows, model));
    return (draw, figures, share = 1) => confusionValue(figures, rates) - share * runCost(draw);
  }
  const cost = list.money('today.costPerYear', today.costPerYear);
  return (draw, _figures, share = 1) => -share * (cost(draw) + runCost(draw));
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
  /** What the model brings in each part over a baseline of the whole: one model, its performance the same everywhere. */
  gains: (draw: Draw, rival: RivalKind) => { share: number; gain: number }[];
}

interface Rival {
  kind: RivalKind;
  /** of the volume that the figures are of */
  share?: number;
}

/** The multi-class value model made ready for arithmetic. */
export function readMulticlassScenario(model: MulticlassValueModel): MulticlassScenario {
  const list = new InputList();
  const { figures, parts } = readFigures(model, list);
  const today = readToday(model, list);
  const expected = readExpected(model, list);
  // Fixed at the likely figures: nobody changes the one decision with every throw of the dice.
  const constant = bestConstantDecision(figures(likelyDraw(list.inputs)));
  const fallback = model.defaultDecision === undefined ? constant : model.decisions.indexOf(model.defaultDecision);

  function adopted(at: MulticlassFigures, value: number): number {
    return (1 - at.adoption) * constantValue(at, fallback) + at.adoption * value;
  }
  function rivalValue(draw: Draw, at: MulticlassFigures, { kind, share = 1 }: Rival): number {
    if (kind === 'today' && today) return today(draw, at, share);
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
      ...kinds.map((kind) => ({ kind, valuePerYear: rivalValue(draw, at, { kind }), ...decisions[kind] })),
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
      return adopted(at, expected(draw, at)) - fixedCost(at) - rivalValue(draw, at, { kind: rival });
    },
    adoptedPerfectValue: (draw) => {
      const at = figures(draw);
      return adopted(at, perfectValue(at));
    },
    gains: (draw, rival) => {
      const whole = figures(draw);
      return parts(draw).map(({ share, shares }) => {
        const at = { ...whole, shares, volume: whole.volume * share };
        return { share, gain: adopted(at, expected(draw, at)) - rivalValue(draw, at, { kind: rival, share }) };
      });
    },
  };
}
