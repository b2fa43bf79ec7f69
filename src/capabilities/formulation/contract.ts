/** The addresses and shapes of problem formulation, by station of the thread. */
export * from './alternative-contract.ts';
export * from './alternatives-contract.ts';
export * from './attachment-contract.ts';
export * from './data-requirement-contract.ts';
export * from './gate-contract.ts';
export * from './level-contract.ts';
export * from './okr-contract.ts';
export * from './one-page-contract.ts';
export * from './opportunity-contract.ts';
export * from './opportunity-import-contract.ts';
export * from './places-contract.ts';
export * from './problem-contract.ts';
export * from './similar-contract.ts';
export * from './thread-contract.ts';
export * from './translation-contract.ts';
export * from './value-model-contract.ts';
export * from './verdict-contract.ts';
