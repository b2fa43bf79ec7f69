/** What the page, the terminal and other capabilities know of data sets. */
export * from './source-contract.ts';
export * from './source-connection-contract.ts';
export { type Connection, connectionSchema } from './connection-contract.ts';
export * from './dataset-contract.ts';
export * from './outcome-contract.ts';
export * from './version-contract.ts';
export * from './upload-contract.ts';
export * from './download-contract.ts';
export * from './preview-contract.ts';
export * from './import-contract.ts';
export * from './read-options-contract.ts';
export * from './reading-contract.ts';
export * from './diff-contract.ts';
export * from './profile-contract.ts';
export * from './question-contract.ts';
export * from './split-contract.ts';
export * from './version-run-contract.ts';
export { type Column, personalDataKinds, placeOfColumn } from './shared-contract.ts';
