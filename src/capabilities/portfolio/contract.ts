export * from './home-contract.ts';
export * from './portfolio-contract.ts';
