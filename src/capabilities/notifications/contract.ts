/** The addresses and shapes of notifications. */
export * from './mail-contract.ts';
export * from './notification-contract.ts';
