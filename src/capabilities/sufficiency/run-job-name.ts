export const runJobName = 'sufficiency.run';
