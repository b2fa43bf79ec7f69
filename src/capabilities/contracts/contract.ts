/** What a data set must keep: its rules, their versions, what came of them, and what the data suggests. */
export * from './agreed-contract.ts';
export * from './rule-contract.ts';
export * from './rule-facts.ts';
export * from './rule-fields.ts';
export * from './run-contract.ts';
export * from './suggestion-contract.ts';
export * from './verdict-contract.ts';
