/** The addresses and shapes of problem formulation, by station of the thread. */
export * from './alternatives-contract.ts';
export * from './gate-contract.ts';
export * from './level-contract.ts';
export * from './okr-contract.ts';
export * from './opportunity-contract.ts';
export * from './problem-contract.ts';
export * from './thread-contract.ts';
export * from './value-model-contract.ts';
