import { benefitPerHit, harmPerFalseAlarm } from './binary-value.ts';
import type { readBinaryScenario } from './binary-scenario.ts';
import type { MulticlassValueModel, RegressionValueModel } from './contract.ts';
import { traceFrontier } from './frontier.ts';
import { quantileShift, bestQuantile } from './regression-cost.ts';
import { findMaximumSigma } from './maximum-sigma.ts';
import { findMinimumAuc } from './minimum-auc.ts';
import { decimalFromNumber } from './money.ts';
import { indexOfLargest } from './multiclass-value.ts';
import type { MulticlassScenario } from './multiclass-scenario.ts';
import { findPayingRegion } from './paying-region.ts';
import type { RegressionScenario } from './regression-scenario.ts';
import { findRequiredAccuracy } from './required-accuracy.ts';
import { isoCostSlope } from './required-recall.ts';
import type { BreakEven } from './result-contract.ts';
import type { RivalKind, Scenario } from './scenario.ts';
import { findThreshold } from './threshold.ts';

type Draw = ArrayLike<number>;
type BreakEvenOf<Task> = Extract<BreakEven, { task: Task }>;

/** The rivals of a scenario with their value at a draw. */
function listRivals(scenario: Scenario, draw: Draw): { rival: RivalKind; rivalValue: number }[] {
  return scenario
    .baselines(draw)
    .flatMap(({ kind, valuePerYear }) => (kind === 'perfect' ? [] : [{ rival: kind, rivalValue: valuePerYear }]));
}

export function findBinaryBreakEven(
  scenario: ReturnType<typeof readBinaryScenario>,
  draw: Draw,
): BreakEvenOf<'binary'> {
  const figures = scenario.figures(draw);
  const slope = isoCostSlope(figures);
  const against = listRivals(scenario, draw).map(({ rival, rivalValue }) => {
    const auc = findMinimumAuc(figures, rivalValue);
    return {
      rival,
      frontier: traceFrontier(figures, rivalValue),
      region: findPayingRegion(figures, rivalValue),
      minimumAuc:
        auc.kind === 'impossible' ? { ...auc, shortfallPerYear: decimalFromNumber(auc.shortfallPerYear) } : auc,
    };
  });
  return {
    task: 'binary',
    benefitPerHit: decimalFromNumber(benefitPerHit(figures)),
    harmPerFalseAlarm: decimalFromNumber(harmPerFalseAlarm(figures)),
    threshold: findThreshold(figures),
    ...(slope === undefined ? {} : { isoCostSlope: slope }),
    against,
  };
}

export function findMulticlassBreakEven(
  model: MulticlassValueModel,
  scenario: MulticlassScenario,
  draw: Draw,
): BreakEvenOf<'multiclass'> {
  const figures = scenario.figures(draw);
  const defaultValue = scenario.defaultValue(draw);
  return {
    task: 'multiclass',
    bestDecisions: figures.values.map((row, truth) => {
      const best = indexOfLargest(row);
      const [name, decision] = [model.classes[truth]?.name ?? '', model.decisions[best] ?? ''];
      return { truth: name, decision, value: decimalFromNumber(row[best] ?? 0) };
    }),
    against: listRivals(scenario, draw).map(({ rival, rivalValue }) => ({
      rival,
      accuracy: findRequiredAccuracy(figures, { defaultValue, rivalValue }),
    })),
  };
}

export function findRegressionBreakEven(
  model: RegressionValueModel,
  scenario: RegressionScenario,
  draw: Draw,
): BreakEvenOf<'regression'> {
  const figures = scenario.figures(draw);
  const insteadValue = scenario.insteadValue(draw);
  return {
    task: 'regression',
    unit: model.unit,
    bestQuantile: bestQuantile(figures),
    against: listRivals(scenario, draw).map(({ rival, rivalValue }) => ({
      rival,
      sigmaAtBestQuantile: findMaximumSigma(figures, { insteadValue, rivalValue, shift: quantileShift(figures) }),
      sigmaUnbiased: findMaximumSigma(figures, { insteadValue, rivalValue, shift: 0 }),
    })),
  };
}
