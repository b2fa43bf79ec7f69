/** Front door of the arithmetic over tables. It keeps nothing; whoever asks stores what it answers. */
export { agreementOf, chanceByShuffling } from './agreement.ts';
export { compareTables, countInFrame } from './compare-tables.ts';
export { compareShares, contingencyOf, homogeneity } from './contingency.ts';
export { countWindows } from './count-windows.ts';
export { kolmogorovDistance, type TwoHistograms, wassersteinDistance } from './cumulative-distances.ts';
export {
  chanceOfDistance,
  divergence,
  falseDiscoveryRates,
  hellingerDistance,
  jensenShannonDistance,
  stabilityIndex,
  totalVariation,
} from './distances.ts';
export { chiSquareTail } from './distributions.ts';
export { chanceOfKolmogorov } from './kolmogorov-chance.ts';
export { kindOf } from './column-kind.ts';
export { drawChart } from './draw-chart.ts';
export { expectedError, fitLearningCurve, rowsForError } from './learning-curve.ts';
export { mergeCounts, windowProfile } from './merge-counts.ts';
export { profileFirst, type ProfileOptions, type ProfileStep, profileTable, relateTable } from './profile-table.ts';
export { sampleSizeFor } from './sample-size.ts';
export { sampleSizeOfNumber } from './sample-size-of-number.ts';
export { summariseSegments } from './summarise-segments.ts';
export { casesForShare, wilsonInterval } from './wilson-interval.ts';
