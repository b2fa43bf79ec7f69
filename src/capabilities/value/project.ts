import type { ValueModel } from './contract.ts';
import type { InputList, Reader } from './estimate.ts';

/** What every task has in common, as numbers: cases and money by year, adoption from 0 to 1. */
export interface Project {
  volume: number;
  adoption: number;
  runCost: number;
  buildCost: number;
  depreciationYears: number;
}

export function readProject(model: ValueModel, list: InputList): (draw: ArrayLike<number>) => Project {
  const volume = list.number('volumePerYear', model.volumePerYear);
  const adoption = list.number('adoption', model.adoption);
  const runCost = list.money('runCostPerYear', model.runCostPerYear);
  const buildCost = list.money('buildCost', model.buildCost);
  const { depreciationYears } = model;
  return (draw) => ({
    volume: volume(draw),
    adoption: adoption(draw),
    runCost: runCost(draw),
    buildCost: buildCost(draw),
    depreciationYears,
  });
}

/** F: what the project costs a year whatever it catches, running plus build spread evenly over its years. */
export function fixedCost({ runCost, buildCost, depreciationYears }: Project): number {
  return runCost + buildCost / depreciationYears;
}

/** Reader of what today's practice costs a year to run; nothing when not given. */
export function readOwnRunCost(today: ValueModel['today'], list: InputList): Reader {
  return today?.runCostPerYear === undefined ? () => 0 : list.money('today.runCostPerYear', today.runCostPerYear);
}
