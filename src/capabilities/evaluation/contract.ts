/** The addresses and shapes of evaluation. */
export * from './evaluation-contract.ts';
export * from './judged-contract.ts';
