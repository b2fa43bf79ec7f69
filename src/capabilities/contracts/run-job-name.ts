export const runJobName = 'contracts.run';
