/** The addresses and shapes of the risk assessment. */
export * from './ai-act-contract.ts';
export * from './assessment-contract.ts';
export * from './dpia-contract.ts';
export type { Impact, Likelihood } from './estimate-fields.ts';
export * from './register-contract.ts';
export * from './regulator-contract.ts';
export type { ShownQuestion } from './shared-contract.ts';
