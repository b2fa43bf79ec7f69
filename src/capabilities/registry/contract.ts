/** The addresses and shapes of the registry. */
export * from './client-name-contract.ts';
export * from './inbox-contract.ts';
export * from './model-contract.ts';
export * from './variant-contract.ts';
