import { addTotals, type CaseTotals, countRate, type DecisionPrices, judgeDecisions } from '../value/index.ts';
import type { MeasuredRate, Quality, Slice } from './judged-contract.ts';
import type { MeasuredDecisions } from './measure/measured.ts';

type BinaryQuality = Extract<Quality, { task: 'binary' }>;
type MulticlassQuality = Extract<Quality, { task: 'multiclass' }>;

export const rateOf = (count: number, total: number): MeasuredRate | null => countRate(count, total) ?? null;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
export const countsOf = (cells: readonly (readonly CaseTotals[])[]): number[][] =>
  cells.map((row) => row.map(({ cases }) => cases));

export function f1Of(hits: number, missed: number, falseAlarms: number): number | null {
  const total = 2 * hits + missed + falseAlarms;
  return total === 0 ? null : (2 * hits) / total;
}

/** What a curve of thresholds comes to in euros a month; undefined without constant or summed amounts to price by. */
type PriceCells = (cells: CaseTotals[][]) => number | null;

export function binaryQuality(measured: MeasuredDecisions, price: PriceCells): BinaryQuality {
  const cells = countsOf(measured.cells);
  const [[tp = 0, fn = 0] = [], [fp = 0, tn = 0] = []] = cells;
  const { auc, logLoss, brier, isExact } = measured;
  return {
    task: 'binary',
    truths: measured.truths,
    decisions: measured.decisions,
    cells,
    metrics: {
      recall: rateOf(tp, tp + fn),
      precision: rateOf(tp, tp + fp),
      falseAlarms: rateOf(fp, fp + tn),
      accuracy: rateOf(tp + tn, tp + fn + fp + tn),
      baseRate: rateOf(tp + fn, tp + fn + fp + tn),
      f1: f1Of(tp, fn, fp),
      auc,
      logLoss,
      brier,
    },
    curve: curveOf(measured, price),
    isExact,
    calibration: measured.isProbability ? calibrationOf(measured) : [],
  };
}

/** What acting from each bin on comes to; every point is a table of cells that was counted. */
export function curveOf({ bins }: Pick<MeasuredDecisions, 'bins'>, price: PriceCells): BinaryQuality['curve'] {
  const positives = addTotals(bins.map((bin) => bin.positives));
  const negatives = addTotals(bins.map((bin) => bin.negatives));
  let [left, leftAlone] = [noneLike(positives), noneLike(negatives)];
  return bins.map((bin) => {
    const cells = [
      [minus(positives, left), left],
      [minus(negatives, leftAlone), leftAlone],
    ];
    left = addTotals([left, bin.positives]);
    leftAlone = addTotals([leftAlone, bin.negatives]);
    const [[tp = 0, fn = 0] = [], [fp = 0, tn = 0] = []] = countsOf(cells);
    return { threshold: bin.from, tp, fp, fn, tn, perMonth: price(cells) };
  });
}

const noneLike = ({ sums }: CaseTotals): CaseTotals => ({ cases: 0, sums: sums.map(() => 0) });
const minus = (all: CaseTotals, part: CaseTotals): CaseTotals => ({
  cases: all.cases - part.cases,
  sums: all.sums.map((each, index) => each - (part.sums[index] ?? 0)),
});

/** In at most ten groups of about as many cases, by what the model said. */
function calibrationOf({ bins, counts }: MeasuredDecisions): BinaryQuality['calibration'] {
  const groups: { cases: number; said: number; happened: number }[] = [];
  let open = { cases: 0, said: 0, happened: 0 };
  for (const { mean, positives, negatives } of bins) {
    const cases = positives.cases + negatives.cases;
    open = {
      cases: open.cases + cases,
      said: open.said + mean * cases,
      happened: open.happened + positives.cases,
    };
    if (open.cases < counts.cases / 10) continue;
    groups.push(open);
    open = { cases: 0, said: 0, happened: 0 };
  }
  if (open.cases > 0) groups.push(open);
  return groups.flatMap(({ cases, said, happened }) => {
    const rate = rateOf(happened, cases);
    return rate ? [{ cases, said: Math.min(1, Math.max(0, said / cases)), happened: rate }] : [];
  });
}

export function multiclassQuality(measured: MeasuredDecisions): MulticlassQuality {
  const { truths, decisions } = measured;
  const cells = countsOf(measured.cells);
  // A decision that bears the name of a class stands for it; others (ask somebody) are never right as such.
  const placeOf = (truth: number) => decisions.indexOf(truths[truth] ?? '');
  const right = cells.map((row, truth) => row[placeOf(truth)] ?? 0);
  const classes = truths.map((name, truth) => {
    if (placeOf(truth) < 0) return { name, recall: null, precision: null, f1: null };
    const hits = right[truth] ?? 0;
    const [of, said] = [sum(cells[truth] ?? []), sum(cells.map((row) => row[placeOf(truth)] ?? 0))];
    return { name, recall: rateOf(hits, of), precision: rateOf(hits, said), f1: f1Of(hits, of - hits, said - hits) };
  });
  const known = classes.flatMap(({ f1 }) => (f1 === null ? [] : [f1]));
  return {
    task: 'multiclass',
    truths,
    decisions,
    cells,
    accuracy: truths.some((_, truth) => placeOf(truth) >= 0) ? rateOf(sum(right), sum(cells.flat())) : null,
    macroF1: known.length === 0 ? null : sum(known) / known.length,
    classes,
  };
}

export function slicesOfDecisions(measured: MeasuredDecisions, prices: DecisionPrices | null): Slice[] {
  return measured.slices.map(({ column, parts }) => ({
    column,
    parts: parts.map(({ kind, value, cells }) => {
      const { rate, falseAlarms } = qualityOfPart(measured, countsOf(cells));
      return {
        kind,
        value,
        cases: sum(countsOf(cells).flat()),
        quality: rate?.value ?? null,
        qualityLow: rate?.low ?? null,
        qualityHigh: rate?.high ?? null,
        falseAlarms,
        ...worthOf(prices, cells),
      };
    }),
  }));
}

function worthOf(
  prices: DecisionPrices | null,
  cells: CaseTotals[][],
): { perCase: number | null; total: number | null } {
  const judged = prices ? judgeDecisions(prices, cells) : undefined;
  return judged ? { perCase: judged.perCase, total: judged.total } : { perCase: null, total: null };
}

function qualityOfPart({ truths, decisions }: MeasuredDecisions, cells: readonly (readonly number[])[]) {
  if (decisions.length === 2 && decisions[0] === 'act') {
    const [[tp = 0, fn = 0] = [], [fp = 0, tn = 0] = []] = cells;
    return { rate: rateOf(tp, tp + fn), falseAlarms: rateOf(fp, fp + tn)?.value ?? null };
  }
  const right = sum(truths.map((name, truth) => cells[truth]?.[decisions.indexOf(name)] ?? 0));
  return { rate: rateOf(right, sum(cells.flat())), falseAlarms: null };
}
