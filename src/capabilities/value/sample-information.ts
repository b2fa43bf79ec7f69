import type { Input } from './estimate.ts';

/** How much one labelled case says of an input: the variance of what it shows, and the share of cases that show it. */
export interface Informed {
  /** place of the input in a draw */
  index: number;
  /** variance of one observation, given the mean of what is believed */
  noise: (mean: number, variance: number) => number;
  /** share of the labelled cases in which it can be seen */
  seenIn: number;
}

/** Draws of the inputs, one column each. */
export type Columns = readonly Float64Array[];

interface Moments {
  mean: number;
  variance: number;
}

function momentsOf(column: Float64Array): Moments {
  const first = column[0] ?? 0;
  let [sum, squares] = [0, 0];
  for (const value of column) {
    sum += value - first;
    squares += (value - first) ** 2;
  }
  const mean = sum / column.length;
  return { mean: first + mean, variance: Math.max(0, squares / column.length - mean * mean) };
}

/** √(v/(v + e/n)): how far the mean after n cases spreads, as a share of how far the input itself does; 0 without cases. */
function spreadAfter(cases: number, { mean, variance }: Moments, { noise, seenIn }: Informed): number {
  const seen = cases * seenIn;
  if (seen <= 0 || variance === 0) return 0;
  return Math.sqrt(variance / (variance + Math.max(0, noise(mean, variance)) / seen));
}

/** E[max(0, x)] − max(0, E[x]), of values moved so that their mean is `mean`. */
function worthOfChoosing(values: Float64Array, mean: number): number {
  let sum = 0;
  for (const value of values) sum += value;
  const shift = mean - sum / values.length;
  let gains = 0;
  for (const value of values) gains += Math.max(0, value + shift);
  return Math.max(0, gains / values.length - Math.max(0, mean));
}

interface Beliefs {
  columns: Columns;
  means: readonly number[];
  spreads: readonly number[];
  net: (draw: ArrayLike<number>) => number;
}

/** Rows between two pauses, a millisecond or two of work. */
const PER_STEP = 2000;

/** The net value at what is believed after each of the draws. */
function* netsAt({ columns, means, spreads, net }: Beliefs): Generator<undefined, Float64Array> {
  const draw = new Float64Array(columns.length);
  const nets = new Float64Array(columns[0]?.length ?? 1);
  for (let row = 0; row < nets.length; row += 1) {
    for (const [slot, column] of columns.entries()) {
      const mean = means[slot] ?? 0;
      draw[slot] = mean + (spreads[slot] ?? 0) * ((column[row] ?? mean) - mean);
    }
    nets[row] = net(draw);
    if (row % PER_STEP === PER_STEP - 1) yield;
  }
  return nets;
}

export interface SampleQuestion {
  columns: Columns;
  /** net value at each of the draws */
  nets: Float64Array;
  net: (draw: ArrayLike<number>) => number;
  informed: readonly Informed[];
  /** numbers of labelled cases, rising */
  cases: readonly number[];
}

/**
 * EVSI, the most it is worth to see n labelled cases before the decision to build, by pre-posterior simulation: what is
 * believed of each input after the cases is drawn as μ + √(v/(v + e/n))·(θ − μ) from the draws θ of before (Jalal and
 * Alarid-Escudero, 2018, A Gaussian approximation approach for value of information analysis), with for a rate
 * e = μ(1−μ) − v as in a Beta prior, and the project is then built when its net value at those beliefs is positive.
 * Independent inputs and a net value that is linear in each make that value the expected one. Prices, which cases do
 * not show, stay at their mean. One answer for each number of cases, then the one for endless cases; yields in between.
 */
export function* findSampleInformation(question: SampleQuestion): Generator<undefined, number[]> {
  const { columns, nets, net, informed, cases } = question;
  const moments = columns.map(momentsOf);
  const all = momentsOf(nets);
  const most = worthOfChoosing(nets, all.mean);
  const answers: number[] = [];
  for (const count of [...cases, Infinity]) {
    const spreads = moments.map(() => 0);
    for (const each of informed) {
      const known = moments[each.index] ?? { mean: 0, variance: 0 };
      spreads[each.index] = count === Infinity ? 1 : spreadAfter(count, known, each);
    }
    const beliefs = yield* netsAt({ columns, means: moments.map(({ mean }) => mean), spreads, net });
    // More cases are never worth less, nor worth more than knowing everything; draws leave a hair of either.
    const isBlind = count === 0 || informed.length === 0;
    answers.push(isBlind ? 0 : Math.min(most, Math.max(answers.at(-1) ?? 0, worthOfChoosing(beliefs, all.mean))));
  }
  return answers;
}

/** Variance of one yes-or-no case under a Beta prior of this mean and variance. */
const ofRate = (mean: number, variance: number) => mean * (1 - mean) - variance;

/** The inputs of which labelled cases tell something, by their place in the model. */
export function findInformed(inputs: readonly Input[], shares: { positive: number; acted: number }): Informed[] {
  return inputs.flatMap(({ path }, index): Informed[] => {
    if (/^(baseRate|expected\.accuracy|(classes|segments)\.\d+\.share)$/.test(path))
      return [{ index, noise: ofRate, seenIn: 1 }];
    if (path === 'expected.recall') return [{ index, noise: ofRate, seenIn: shares.positive }];
    if (path === 'expected.falsePositiveRate') return [{ index, noise: ofRate, seenIn: 1 - shares.positive }];
    if (path === 'capacity.precision') return [{ index, noise: ofRate, seenIn: shares.acted }];
    // A standard deviation from n normal errors has variance σ²/(2n).
    if (path === 'expected.sigma' || path === 'targetSigma')
      return [{ index, noise: (mean) => (mean * mean) / 2, seenIn: 1 }];
    return [];
  });
}
