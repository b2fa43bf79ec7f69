/** Apart from its handler, since beginning an import and running it import from one another otherwise. */
export const importJobName = 'datasets.import';
