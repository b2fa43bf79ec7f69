/** Apart from their handlers: what asks for a job and what runs it would import from one another otherwise. */
export const importJobName = 'datasets.import';
export const describeJobName = 'datasets.describe';
