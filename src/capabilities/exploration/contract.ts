/** The addresses and shapes of exploration: charts, findings with their answers, notes of the expert. */
export * from './chart-contract.ts';
export * from './finding-contract.ts';
export * from './note-contract.ts';
