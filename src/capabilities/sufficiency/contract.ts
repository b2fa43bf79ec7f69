/** Whether the data is enough: which data answers which need, seventeen checks, the expert's answers, the verdict. */
export * from './check-contract.ts';
export * from './plan-contract.ts';
export * from './sufficiency-contract.ts';
