import type { BinaryValueModel, MulticlassValueModel } from './contract.ts';
import type { Estimate } from './estimate.ts';
import { type CountedRate, countRate } from './wilson.ts';

type BinaryCases = Extract<BinaryValueModel['today'], { kind: 'cases' }>;
type MulticlassCases = Extract<MulticlassValueModel['today'], { kind: 'cases' }>;

export interface OutcomeCounts {
  tp: number;
  fn: number;
  fp: number;
  tn: number;
}

/** Rows of one truth and decision are added up. */
export function countOutcomes(rows: BinaryCases['rows']): OutcomeCounts {
  const counts = { tp: 0, fn: 0, fp: 0, tn: 0 };
  for (const { truth, decision, count } of rows) {
    if (truth === 'positive') counts[decision === 'act' ? 'tp' : 'fn'] += count;
    else counts[decision === 'act' ? 'fp' : 'tn'] += count;
  }
  return counts;
}

/** Counts [class][decision], in the order of the model; rows of other names count nowhere. */
export function countConfusion(
  rows: MulticlassCases['rows'],
  model: Pick<MulticlassValueModel, 'classes' | 'decisions'>,
) {
  const counts = model.classes.map(() => model.decisions.map(() => 0));
  for (const { truth, decision, count } of rows) {
    const row = counts[model.classes.findIndex(({ name }) => name === truth)];
    const index = model.decisions.indexOf(decision);
    if (row && index >= 0) row[index] = (row[index] ?? 0) + count;
  }
  return counts;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, next) => total + next, 0);

/** Rates [class][decision] of what was counted. */
export const ratesOfCounts = (counts: readonly (readonly number[])[]): number[][] =>
  counts.map((row) => row.map((count) => count / Math.max(1, sum(row))));

/** A counted rate as an uncertain figure. */
export function estimateOf(rate: CountedRate | undefined): Estimate<number> {
  return rate ? { low: rate.low, likely: rate.value, high: rate.high } : { likely: 0 };
}

export function recallOf({ tp, fn }: OutcomeCounts): CountedRate | undefined {
  return countRate(tp, tp + fn);
}

export function falsePositiveRateOf({ fp, tn }: OutcomeCounts): CountedRate | undefined {
  return countRate(fp, fp + tn);
}

/** One rate that follows from the table of cases. */
export interface Measure extends CountedRate {
  name: 'recall' | 'precision' | 'falsePositiveRate' | 'baseRate' | 'share' | 'rate';
  truth?: string;
  decision?: string;
}

export interface CasesSummary {
  cases: number;
  /** absent when it is not known over which time they were counted */
  volumePerYear?: number;
  measures: Measure[];
}

/** What today's table of cases says; undefined when today is not known by one. */
export function summarizeCases(model: BinaryValueModel | MulticlassValueModel): CasesSummary | undefined {
  if (model.today?.kind !== 'cases') return undefined;
  const { rows, months } = model.today;
  const cases = sum(rows.map(({ count }) => count));
  const volume = months === undefined ? {} : { volumePerYear: (cases * 12) / months };
  const measures = model.task === 'binary' ? binaryMeasures(model.today) : multiclassMeasures(model);
  return { cases, ...volume, measures };
}

function measure(head: Omit<Measure, keyof CountedRate>, rate: CountedRate | undefined): Measure[] {
  return rate ? [{ ...head, ...rate }] : [];
}

function binaryMeasures({ rows }: BinaryCases): Measure[] {
  const counts = countOutcomes(rows);
  const { tp, fn, fp, tn } = counts;
  return [
    ...measure({ name: 'recall' }, recallOf(counts)),
    ...measure({ name: 'precision' }, countRate(tp, tp + fp)),
    ...measure({ name: 'falsePositiveRate' }, falsePositiveRateOf(counts)),
    ...measure({ name: 'baseRate' }, countRate(tp + fn, tp + fn + fp + tn)),
  ];
}

function multiclassMeasures(model: MulticlassValueModel): Measure[] {
  if (model.today?.kind !== 'cases') return [];
  const counts = countConfusion(model.today.rows, model);
  const all = sum(counts.map(sum));
  return counts.flatMap((row, index) => {
    const truth = model.classes[index]?.name ?? '';
    const rates = row.flatMap((count, decision) =>
      measure({ name: 'rate', truth, decision: model.decisions[decision] ?? '' }, countRate(count, sum(row))),
    );
    return [...measure({ name: 'share', truth }, countRate(sum(row), all)), ...rates];
  });
}
