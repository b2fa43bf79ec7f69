/** The addresses and shapes of tracking. */
export * from './inbox-contract.ts';
export * from './naming-contract.ts';
export * from './shared-contract.ts';
export * from './variant-contract.ts';
