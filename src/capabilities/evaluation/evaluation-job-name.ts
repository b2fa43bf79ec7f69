export const evaluationJobName = 'evaluation.measure';
