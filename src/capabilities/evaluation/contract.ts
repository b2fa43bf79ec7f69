/** The addresses and shapes of evaluation. */
export * from './evaluation-contract.ts';
export * from './judged-contract.ts';
export * from './ranking-contract.ts';
