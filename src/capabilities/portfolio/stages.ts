/** Where a problem stands in the portfolio, in the order in which problems pass them. */
export const stages = [
  'opportunity',
  'weighing',
  'decision',
  'deferred',
  'data',
  'approach',
  'modelling',
  'release',
  'operation',
  'retired',
  'stopped',
] as const;
export type Stage = (typeof stages)[number];
