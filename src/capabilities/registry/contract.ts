/** The addresses and shapes of the registry. */
export * from './inbox-contract.ts';
export * from './variant-contract.ts';
