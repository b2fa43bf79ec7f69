import type { ValueModel } from './contract.ts';

/** What a scenario changes: any of the figures, or one of the four outcomes only. */
export type Changes = NonNullable<ValueModel['scenarios']>[number]['changes'];

/** The model of a scenario: the base case with what it changes, and no scenarios of its own. */
export function applyChanges(model: ValueModel, changes: Changes): ValueModel {
  const { scenarios: _, ...base } = model;
  const merged = { ...base, ...changes } as ValueModel;
  if (merged.task !== 'binary' || model.task !== 'binary') return merged;
  return { ...merged, values: { ...model.values, ...merged.values } };
}
