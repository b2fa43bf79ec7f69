import { readBinaryScenario } from './binary-scenario.ts';
import { actingValue, type BinaryFigures, decidedValue } from './binary-value.ts';
import { shareWithRoom } from './capacity.ts';
import { summarizeCases } from './cases.ts';
import type { BinaryValueModel, MulticlassValueModel, RegressionValueModel, ValueModel } from './contract.ts';
import { likelyDraw } from './estimate.ts';
import { decimalFromNumber } from './money.ts';
import { describeMulticlassSegments, describeRegressionSegments } from './other-segments.ts';
import { fixedCost } from './project.ts';
import { findRequiredPrecision } from './required-precision.ts';
import type { ValueResult } from './result-contract.ts';
import { findBestRival, type RivalKind } from './scenario.ts';
import { listSegments } from './segments.ts';
import { findThreshold } from './threshold.ts';

type Parts = Pick<ValueResult, 'cases' | 'capacity' | 'segments'>;

/** The parts that follow from the likely figures alone; none for a model that asks for none. */
export function describeParts(model: ValueModel): Parts {
  const cases = model.task === 'regression' ? undefined : summarizeCases(model);
  if (model.task !== 'binary') return { ...(cases ? { cases } : {}), ...describeOtherSegments(model) };
  return {
    ...(cases ? { cases } : {}),
    ...(model.capacity ? { capacity: describeCapacity(model) } : {}),
    ...(model.segments ? { segments: describeSegments(model) } : {}),
  };
}

function describeOtherSegments(model: MulticlassValueModel | RegressionValueModel): Pick<Parts, 'segments'> {
  if (!model.segments) return {};
  return {
    segments: model.task === 'multiclass' ? describeMulticlassSegments(model) : describeRegressionSegments(model),
  };
}

function readLikely(model: BinaryValueModel) {
  const scenario = readBinaryScenario(model);
  const draw = likelyDraw(scenario.inputs);
  const figures = scenario.figures(draw);
  const best = findBestRival(scenario.baselines(draw));
  return { scenario, draw, figures, best };
}

function describeCapacity(model: BinaryValueModel): NonNullable<Parts['capacity']> {
  const { scenario, draw, figures, best } = readLikely(model);
  const room = shareWithRoom(figures);
  return {
    casesPerYear: figures.capacity ?? figures.volume,
    shareOfCases: room,
    isBinding: scenario.isFull(draw),
    highestRecall: room >= figures.baseRate ? 1 : room / figures.baseRate,
    reachableRecall: scenario.performanceAt(draw).recall,
    precisionNeeded: findRequiredPrecision(figures, best.valuePerYear),
  };
}

/**
 * Each part with what the model brings in it over the best baseline of the whole: one model at one threshold, its
 * performance the same in every part. The gains add up to the net value and the fixed cost.
 */
function describeSegments(model: BinaryValueModel): NonNullable<Parts['segments']> {
  const { scenario, draw, figures, best } = readLikely(model);
  const performance = scenario.performanceAt(draw);
  const segments = listSegments(model);
  const gains = segments.map(({ share, ...cases }) => {
    const at: BinaryFigures = { ...figures, ...cases, volume: figures.volume * share };
    const withModel =
      decidedValue(at, { recall: 0, falsePositiveRate: 0 }) + at.adoption * actingValue(at, performance);
    return withModel - rivalIn(at, share, { kind: best.kind, scenario, draw });
  });
  const wherePays = gains.reduce((sum, gain) => sum + Math.max(0, gain), 0) - fixedCost(figures);
  return {
    baseRate: figures.baseRate,
    parts: segments.map(({ share, baseRate, ...values }, index) => ({
      name: model.segments?.[index]?.name ?? '',
      share,
      casesPerYear: figures.volume * share,
      baseRate,
      threshold: findThreshold(values),
      gainPerYear: decimalFromNumber(gains[index] ?? 0),
      pays: (gains[index] ?? 0) > 0,
    })),
    netWherePays: decimalFromNumber(wherePays),
  };
}

interface Rival {
  kind: RivalKind;
  scenario: ReturnType<typeof readBinaryScenario>;
  draw: number[];
}

/** Value of the baseline in one part. What today costs as a whole is spread evenly over the cases. */
function rivalIn(at: BinaryFigures, share: number, { kind, scenario, draw }: Rival): number {
  const baseline = scenario.baselines(draw).find((each) => each.kind === kind);
  if (baseline?.recall === undefined || baseline.falsePositiveRate === undefined)
    return share * (baseline?.valuePerYear ?? 0);
  const { recall, falsePositiveRate, valuePerYear } = baseline;
  const performance = { recall, falsePositiveRate };
  const extra = valuePerYear - decidedValue(scenario.figures(draw), performance);
  return decidedValue(at, performance) + share * extra;
}
