import type { AlternativeFigures } from './alternative-fields.ts';
import { readBinaryScenario } from './binary-scenario.ts';
import type { ValueModel } from './contract.ts';
import { type Estimate, likelyDraw } from './estimate.ts';
import { decimalFromNumber, decimalToNumber } from './money.ts';
import { readMulticlassScenario } from './multiclass-scenario.ts';
import { readRegressionScenario } from './regression-scenario.ts';
import type { Baseline, BaselineKind } from './scenario.ts';

/** From what is least favourable to what is most; amounts in cents as text. */
export interface NetRange {
  low: string;
  likely: string;
  high: string;
}

export interface PricedOption {
  /** null for a baseline */
  id: string | null;
  /** null for an alternative */
  baseline: BaselineKind | null;
  valuePerYear: string;
  overNothing: NetRange | null;
  overToday: NetRange | null;
}

export interface Ranking {
  currency: string;
  /** the highest value first; of equals the baseline, since it asks nothing of anybody */
  options: PricedOption[];
  notPriced: { id: string; reason: 'incomplete' | 'needs_yes_or_no' }[];
}

type Corner = 'low' | 'likely' | 'high';
type Complete = Required<AlternativeFigures>;

/**
 * Alternatives to a model, priced by the value model with the same functions as its baselines: what a rule catches is
 * valued as today's practice is. A saving is counted from today's practice where that is described, else from doing
 * nothing. The range takes every figure of the alternative at its worst and at its best; the value model stays at its
 * likely figures, since those move every option together.
 */
export function rankAlternatives(
  model: ValueModel,
  alternatives: readonly { id: string; figures: AlternativeFigures }[],
): Ranking {
  const baselines = baselinesOf(model);
  const over = baselineValues(baselines);
  const ranking: Ranking = { currency: model.currency, options: [], notPriced: [] };
  const priced: { option: PricedOption; value: number }[] = baselines.map(({ kind, valuePerYear: value }) => ({
    option: { id: null, baseline: kind, ...describe({ low: value, likely: value, high: value }, over) },
    value,
  }));
  for (const { id, figures } of alternatives) {
    const values = isComplete(figures) ? priceAlternative(model, figures, over) : 'incomplete';
    if (typeof values === 'string') ranking.notPriced.push({ id, reason: values });
    else priced.push({ option: { id, baseline: null, ...describe(values, over) }, value: values.likely });
  }
  priced.sort((a, b) => b.value - a.value);
  ranking.options = priced.map(({ option }) => option);
  return ranking;
}

function isComplete(figures: AlternativeFigures): figures is Complete {
  return figures.buildCost !== undefined && figures.runCostPerYear !== undefined && figures.brings !== undefined;
}

function baselinesOf(model: ValueModel): Baseline[] {
  const scenario = readScenario(model);
  return scenario.baselines(likelyDraw(scenario.inputs));
}

function readScenario(model: ValueModel) {
  if (model.task === 'binary') return readBinaryScenario(model);
  return model.task === 'multiclass' ? readMulticlassScenario(model) : readRegressionScenario(model);
}

interface BaselineValues {
  nothing: number | null;
  today: number | null;
}

/** Where a task has no case that is left alone, one decision for all cases is what happens when nobody does anything. */
function baselineValues(baselines: readonly Baseline[]): BaselineValues {
  const valueOf = (kind: BaselineKind) => baselines.find((each) => each.kind === kind)?.valuePerYear ?? null;
  return { nothing: valueOf('nothing') ?? valueOf('constant'), today: valueOf('today') };
}

function describe(values: Record<Corner, number>, { nothing, today }: BaselineValues) {
  const net = (rival: number | null): NetRange | null =>
    rival === null
      ? null
      : {
          low: decimalFromNumber(values.low - rival),
          likely: decimalFromNumber(values.likely - rival),
          high: decimalFromNumber(values.high - rival),
        };
  return { valuePerYear: decimalFromNumber(values.likely), overNothing: net(nothing), overToday: net(today) };
}

function priceAlternative(
  model: ValueModel,
  figures: Complete,
  over: BaselineValues,
): Record<Corner, number> | 'needs_yes_or_no' {
  const { brings } = figures;
  if (brings.kind === 'recall-and-precision' && model.task !== 'binary') return 'needs_yes_or_no';
  const valueAt = (corner: Corner): number => {
    const spent = costAt(model, figures, corner);
    if (brings.kind === 'yearly-saving')
      return (over.today ?? over.nothing ?? 0) + moneyAt(brings.savingPerYear, corner) - spent;
    return caughtValue(model, { recall: at(brings.recall, corner), precision: at(brings.precision, corner) }) - spent;
  };
  return { low: valueAt('low'), likely: valueAt('likely'), high: valueAt('high') };
}

/** F of the alternative: what it costs to run a year, and what it costs to build spread over the years of the model. */
function costAt({ depreciationYears }: ValueModel, { buildCost, runCostPerYear }: Complete, corner: Corner): number {
  const worst = ({ low: 'high', likely: 'likely', high: 'low' } as const)[corner];
  return moneyAt(runCostPerYear, worst) + moneyAt(buildCost, worst) / depreciationYears;
}

/** The value of a year in which it is decided so: put in the place of today's practice, and priced as that is. */
function caughtValue(model: ValueModel, { recall, precision }: { recall: number; precision: number }): number {
  if (model.task !== 'binary') throw new RangeError('recall and precision belong to a binary value model');
  const today = { kind: 'recall-and-precision', recall: { likely: recall }, precision: { likely: precision } } as const;
  const priced = baselinesOf({ ...model, today }).find(({ kind }) => kind === 'today');
  if (!priced) throw new RangeError('a binary value model prices the practice that it describes');
  return priced.valuePerYear;
}

function at(estimate: Estimate<number>, corner: Corner): number {
  return estimate[corner] ?? estimate.likely;
}

function moneyAt(estimate: Estimate<string>, corner: Corner): number {
  return decimalToNumber(estimate[corner] ?? estimate.likely);
}
