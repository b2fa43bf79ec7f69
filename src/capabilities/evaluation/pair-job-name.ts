export const pairJobName = 'evaluation.pair';
