import type { MulticlassValueModel, RegressionValueModel } from './contract.ts';
import { likelyDraw } from './estimate.ts';
import { decimalFromNumber } from './money.ts';
import { readMulticlassScenario } from './multiclass-scenario.ts';
import { fixedCost } from './project.ts';
import { readRegressionScenario } from './regression-scenario.ts';
import type { ValueResult } from './result-contract.ts';
import { findBestRival, type Scenario } from './scenario.ts';

type Segments = NonNullable<ValueResult['segments']>;

/** What a scenario with parts can say of each of them. */
interface WithParts extends Scenario {
  /** what the model brings in each part over a baseline of the whole, before the fixed cost */
  gains: (
    draw: ArrayLike<number>,
    rival: ReturnType<typeof findBestRival>['kind'],
  ) => { share: number; gain: number }[];
}

/** The parts of a model with several decisions: the mix of classes differs, the model does not. */
export const describeMulticlassSegments = (model: MulticlassValueModel): Segments =>
  describe(readMulticlassScenario(model), model);

/** The parts of a model of how much: what an error costs differs, the errors do not. */
export const describeRegressionSegments = (model: RegressionValueModel): Segments =>
  describe(readRegressionScenario(model), model);

function describe(
  scenario: WithParts,
  { segments = [], volumePerYear }: Pick<MulticlassValueModel, 'volumePerYear'> & { segments?: { name: string }[] },
): Segments {
  const draw = likelyDraw(scenario.inputs);
  const { kind } = findBestRival(scenario.baselines(draw));
  const parts = scenario.gains(draw, kind);
  const wherePays = parts.reduce((sum, { gain }) => sum + Math.max(0, gain), 0) - fixedCost(scenario.project(draw));
  return {
    parts: parts.map(({ share, gain }, index) => ({
      name: segments[index]?.name ?? '',
      share,
      casesPerYear: volumePerYear.likely * share,
      gainPerYear: decimalFromNumber(gain),
      pays: gain > 0,
    })),
    netWherePays: decimalFromNumber(wherePays),
  };
}
