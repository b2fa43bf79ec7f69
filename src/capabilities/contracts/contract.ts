/** The rules that a data set must keep, and what came of them. */
export * from './rule-contract.ts';
export * from './rule-facts.ts';
export * from './rule-fields.ts';
export * from './verdict-contract.ts';
