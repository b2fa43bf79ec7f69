/** What clients log without naming an experiment is in it, whoever they are: in a problem it would refuse the others. */
export const defaultExperimentId = 0;
