/** The addresses and shapes of the checklist: the template of the organisation, and the checklist of a problem. */
export * from './checklist-contract.ts';
export * from './template-contract.ts';
