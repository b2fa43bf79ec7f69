import type { Input } from './estimate.ts';
import type { Project } from './project.ts';

/**
 * What a project is compared with. `nothing`: nobody acts (or the default decision); `all`: act on every case;
 * `constant`: one decision or prediction for every case; `today`: as it is decided now; `perfect`: every truth known.
 */
export type BaselineKind = 'nothing' | 'all' | 'constant' | 'today' | 'perfect';

/** A baseline a project can be measured against; perfect decisions are a ceiling, not an alternative. */
export type RivalKind = Exclude<BaselineKind, 'perfect'>;

/** One baseline with its value by year; rates where the task has them. */
export interface Baseline {
  kind: BaselineKind;
  valuePerYear: number;
  recall?: number;
  falsePositiveRate?: number;
  decision?: string;
}

/** A value model made ready for arithmetic: the same functions serve the likely figures, the tornado and every draw. */
export interface Scenario {
  readonly inputs: readonly Input[];
  /** `perfect` when the team gave no expected performance. */
  readonly performance: 'expected' | 'perfect';
  readonly project: (draw: ArrayLike<number>) => Project;
  readonly baselines: (draw: ArrayLike<number>) => Baseline[];
  /** Value by year with the model, adoption and fixed cost included, over the value of a rival. */
  readonly net: (draw: ArrayLike<number>, rival: RivalKind) => number;
  /** Value by year of perfect decisions where the model is followed, before fixed cost. */
  readonly adoptedPerfectValue: (draw: ArrayLike<number>) => number;
}

/** The rival with the highest value: what the project has to beat. The earlier one when two are equal. */
export function findBestRival(baselines: readonly Baseline[]): Baseline & { kind: RivalKind } {
  let best: (Baseline & { kind: RivalKind }) | undefined;
  for (const baseline of baselines) {
    if (baseline.kind === 'perfect') continue;
    if (best === undefined || baseline.valuePerYear > best.valuePerYear) best = { ...baseline, kind: baseline.kind };
  }
  if (best === undefined) throw new RangeError('There is no baseline to compare with; expected is at least one.');
  return best;
}
