/** The addresses and shapes of frameworks: catalogue, approaches board, selection and its records. */
export * from './approach-contract.ts';
export * from './catalogue-contract.ts';
export * from './costs-contract.ts';
export { criteria, type CriterionKey, criterionKeys } from './criteria.ts';
export { frameworkNames } from './names.ts';
export * from './record-contract.ts';
export * from './selection-contract.ts';
