import { fixedCost, type Project } from './project.ts';
import { type Required, requireShare } from './required.ts';

/** The most a project may cost, in the currency of the model. */
export interface Ceiling {
  /** What perfect decisions bring over the rival a year, before fixed cost: the most the project may cost a year. */
  perYear: number;
  /** What is left of it after running the model, over the depreciation years: the most it may cost to build. */
  buildCost: number;
  /** Share of what perfect decisions bring that a model must bring to pay its own fixed cost. */
  requiredShare: Required;
}

export function findCeiling(project: Project, adoptedPerfectValue: number, rivalValue: number): Ceiling {
  const perYear = adoptedPerfectValue - rivalValue;
  const cost = fixedCost(project);
  return {
    perYear,
    buildCost: Math.max(0, (perYear - project.runCost) * project.depreciationYears),
    requiredShare: requireShare(cost, perYear, project.volume === 0 ? 'no-cases' : 'perfect-is-not-enough'),
  };
}
