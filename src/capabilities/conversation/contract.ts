/** The addresses and shapes of the conversation on a problem. */
export * from './comment-contract.ts';
export * from './thread-contract.ts';
export { anchorKey } from './anchor-key.ts';
export { stationOf } from './station-of.ts';
