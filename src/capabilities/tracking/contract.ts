/** The addresses and shapes of tracking. */
export * from './artifact-contract.ts';
export * from './chart-contract.ts';
export * from './compare-contract.ts';
export * from './erasing-contract.ts';
export * from './experiment-contract.ts';
export * from './facts-contract.ts';
export * from './import-contract.ts';
export * from './inbox-contract.ts';
export * from './model-file-contract.ts';
export * from './naming-contract.ts';
export * from './run-contract.ts';
export * from './search-contract.ts';
export * from './shared-contract.ts';
export * from './variant-contract.ts';
export * from './view-contract.ts';
