import { selectQuantile } from './select-quantile.ts';

/** What the drawn net values say, in the currency of the model by year. */
export interface DrawSummary {
  mean: number;
  standardError: number;
  p05: number;
  p50: number;
  p95: number;
  /** Share of the draws in which the project brings more than it costs. */
  chancePositive: number;
  /** E[max(0, net)] − max(0, E[net]): the most it is worth to know the outcome before deciding, so to pay for a pilot. */
  valueOfPerfectInformation: number;
  histogram: { from: number; to: number; count: number }[];
}

interface Moments {
  lowest: number;
  highest: number;
  mean: number;
  standardError: number;
  meanGain: number;
  chancePositive: number;
}

function takeMoments(nets: Float64Array): Moments {
  const first = nets[0] ?? 0;
  let [lowest, highest, sum, squares, gains, positives] = [first, first, 0, 0, 0, 0];
  for (const net of nets) {
    // Around the first draw, so that the variance does not drown in the digits of a large mean, and equal draws
    // have exactly their own value as mean.
    const apart = net - first;
    sum += apart;
    squares += apart * apart;
    gains += net > 0 ? net : 0;
    positives += net > 0 ? 1 : 0;
    lowest = net < lowest ? net : lowest;
    highest = net > highest ? net : highest;
  }
  const count = nets.length;
  const variance = Math.max(0, squares / count - (sum / count) ** 2);
  return {
    lowest,
    highest,
    mean: first + sum / count,
    standardError: Math.sqrt(variance / count),
    meanGain: gains / count,
    chancePositive: positives / count,
  };
}

function countBins(nets: Float64Array, { lowest, highest }: Moments, bins: number): DrawSummary['histogram'] {
  if (lowest === highest) return [{ from: lowest, to: highest, count: nets.length }];
  const width = (highest - lowest) / bins;
  const counts = new Int32Array(bins);
  for (const net of nets) {
    const bin = Math.min(bins - 1, Math.floor((net - lowest) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return Array.from(counts, (count, bin) => ({
    from: lowest + bin * width,
    to: bin === bins - 1 ? highest : lowest + (bin + 1) * width,
    count,
  }));
}

/** Reorders `nets`. Yields between passes over them, where others may have their turn. */
export function* summarizeDraws(nets: Float64Array, bins: number): Generator<undefined, DrawSummary> {
  const moments = takeMoments(nets);
  const histogram = countBins(nets, moments, bins);
  const quantiles: number[] = [];
  for (const probability of [0.05, 0.5, 0.95]) {
    yield;
    quantiles.push(selectQuantile(nets, probability));
  }
  const { lowest, highest, mean, standardError, meanGain, chancePositive } = moments;
  const [p05 = mean, p50 = mean, p95 = mean] = quantiles;
  // Without spread there is nothing to learn; the difference of two sums would leave a rounding error.
  const valueOfPerfectInformation = lowest === highest ? 0 : Math.max(0, meanGain - Math.max(0, mean));
  return { mean, standardError, p05, p50, p95, chancePositive, valueOfPerfectInformation, histogram };
}
