import { recallOf, falsePositiveRateOf, countOutcomes, countConfusion, ratesOfCounts } from './cases.ts';
import { falsePositiveRateAt } from './binary-value.ts';
import type { Amount, BinaryValueModel, MulticlassValueModel, ValueModel } from './contract.ts';
import { decimalToNumber } from './money.ts';
import { indexOfLargest } from './multiclass-value.ts';
import type { BaselineKind } from './scenario.ts';
import { likelyBaseRate } from './segments.ts';

/** What decisions are held against: the baselines, what the team expected at the go, and what pays for the project. */
export type HeldAgainst = BaselineKind | 'expected' | 'level';

/** Another way to decide the same cases: rates [truth][decision], and what it costs by case beside. */
export interface OtherWay {
  kind: HeldAgainst;
  rates: readonly (readonly number[])[];
  perCase: number;
}

/** A value model made ready to price decisions that were taken: amounts [truth][decision] at their likely figures. */
export interface DecisionPrices {
  currency: string;
  truths: readonly string[];
  decisions: readonly string[];
  amounts: readonly (readonly Amount[])[];
  /** columns of the data that amounts use, in order; none where every amount is constant */
  columns: readonly string[];
  /** today, all or one decision for all, nothing, expected; perfect decisions follow from the amounts */
  ways: readonly OtherWay[];
  /** the decision in cases in which the model is not followed */
  fallback: number;
  volumePerYear: number;
  fixedCostPerYear: number;
  adoption: number;
}

/** Cases that share truth and decision: how many, and what their columns add up to, in the order of the prices. */
export interface CaseTotals {
  cases: number;
  sums: readonly number[];
}

export const binaryTruths = ['positive', 'negative'] as const;
export const binaryDecisions = ['act', 'leave'] as const;

export function readDecisionPrices(model: BinaryValueModel | MulticlassValueModel): DecisionPrices {
  const own = model.task === 'binary' ? readBinary(model) : readMulticlass(model);
  const columns = new Set(own.amounts.flat().flatMap((amount) => (amount.kind === 'per-row' ? [amount.column] : [])));
  return { currency: model.currency, ...readProjectFigures(model), ...own, columns: [...columns] };
}

export function readProjectFigures(
  model: ValueModel,
): Pick<DecisionPrices, 'volumePerYear' | 'fixedCostPerYear' | 'adoption'> {
  const run = decimalToNumber(model.runCostPerYear.likely);
  const build = decimalToNumber(model.buildCost.likely) / model.depreciationYears;
  return {
    volumePerYear: model.volumePerYear.likely,
    fixedCostPerYear: run + build,
    adoption: model.adoption.likely,
  };
}

type Own = Pick<DecisionPrices, 'truths' | 'decisions' | 'amounts' | 'ways' | 'fallback'>;

function readBinary(model: BinaryValueModel): Own {
  const { tp, fn, fp, tn } = model.values;
  const [act, leave] = [
    [1, 0],
    [0, 1],
  ];
  const today = todayOfBinary(model);
  const { expected } = model;
  return {
    truths: binaryTruths,
    decisions: binaryDecisions,
    amounts: [
      [tp, fn],
      [fp, tn],
    ],
    fallback: 1,
    ways: [
      { kind: 'nothing', rates: [leave, leave] as number[][], perCase: 0 },
      { kind: 'all', rates: [act, act] as number[][], perCase: 0 },
      ...(today ? [today] : []),
      ...(expected
        ? [
            {
              kind: 'expected' as const,
              rates: binaryRates(expected.recall.likely, expected.falsePositiveRate.likely),
              perCase: 0,
            },
          ]
        : []),
    ],
  };
}

const binaryRates = (recall: number, falsePositiveRate: number): number[][] => [
  [recall, 1 - recall],
  [falsePositiveRate, 1 - falsePositiveRate],
];

function todayOfBinary(model: BinaryValueModel): OtherWay | undefined {
  const { today } = model;
  if (today === undefined) return undefined;
  const beside = runCostPerCase(model);
  if (today.kind === 'yearly-cost') return { kind: 'today', rates: [], perCase: beside };
  if (today.kind === 'cases') {
    const counts = countOutcomes(today.rows);
    const rates = binaryRates(recallOf(counts)?.value ?? 0, falsePositiveRateOf(counts)?.value ?? 0);
    return { kind: 'today', rates, perCase: beside };
  }
  const recall = today.recall.likely;
  const falseAlarms =
    today.kind === 'recall-and-precision'
      ? falsePositiveRateAt(likelyBaseRate(model), recall, today.precision.likely)
      : today.falsePositiveRate.likely;
  return { kind: 'today', rates: binaryRates(recall, falseAlarms), perCase: beside };
}

/** What today's practice costs by case whatever it decides, as a value: never positive unless it earns. */
export function runCostPerCase({ today, volumePerYear }: ValueModel): number {
  if (today === undefined || volumePerYear.likely === 0) return 0;
  const run = today.runCostPerYear === undefined ? 0 : decimalToNumber(today.runCostPerYear.likely);
  const direct = today.kind === 'yearly-cost' ? decimalToNumber(today.costPerYear.likely) : 0;
  return -(run + direct) / volumePerYear.likely;
}

function readMulticlass(model: MulticlassValueModel): Own {
  const truths = model.classes.map(({ name }) => name);
  const likely = model.values.map((row) => row.map(likelyAmount));
  const shares = model.classes.map(({ share }) => share.likely);
  const constant = indexOfLargest(
    model.decisions.map((_, decision) =>
      shares.reduce((total, share, truth) => total + share * (likely[truth]?.[decision] ?? 0), 0),
    ),
  );
  const fallback = model.defaultDecision === undefined ? constant : model.decisions.indexOf(model.defaultDecision);
  const always = (decision: number) => truths.map(() => model.decisions.map((_, index) => Number(index === decision)));
  const today = todayOfMulticlass(model);
  const expected = expectedOfMulticlass(model, likely);
  return {
    truths,
    decisions: model.decisions,
    amounts: model.values,
    fallback,
    ways: [
      ...(model.defaultDecision === undefined
        ? []
        : [{ kind: 'nothing' as const, rates: always(fallback), perCase: 0 }]),
      { kind: 'constant', rates: always(constant), perCase: 0 },
      ...(today ? [today] : []),
      ...(expected ? [{ kind: 'expected' as const, rates: expected, perCase: 0 }] : []),
    ],
  };
}

function todayOfMulticlass(model: MulticlassValueModel): OtherWay | undefined {
  const { today } = model;
  if (today === undefined) return undefined;
  const perCase = runCostPerCase(model);
  if (today.kind === 'yearly-cost') return { kind: 'today', rates: [], perCase };
  const rates = today.kind === 'confusion' ? today.rates : ratesOfCounts(countConfusion(today.rows, model));
  return { kind: 'today', rates, perCase };
}

/** An accuracy is spread as value does before a model exists: each wrong class equally often, decided as if it were so. */
function expectedOfMulticlass(
  { expected, classes, decisions }: MulticlassValueModel,
  likely: readonly (readonly number[])[],
): number[][] | undefined {
  if (expected === undefined) return undefined;
  if (expected.kind === 'confusion') return expected.rates;
  const best = likely.map(indexOfLargest);
  const wrong = (1 - expected.accuracy.likely) / Math.max(1, classes.length - 1);
  return classes.map((_, truth) => {
    const rates = decisions.map(() => 0);
    for (const [taken, decision] of best.entries())
      rates[decision] = (rates[decision] ?? 0) + (taken === truth ? expected.accuracy.likely : wrong);
    return rates;
  });
}

/** Of one case; of an amount by row, at the mean that was estimated. */
export function likelyAmount(amount: Amount): number {
  if (amount.kind === 'constant') return decimalToNumber(amount.value.likely);
  return decimalToNumber(amount.rate) * amount.mean.likely + decimalToNumber(amount.plus);
}

/** What these cases are worth together under one amount: an amount by row is linear in its column. */
export function totalOfAmount(amount: Amount, { cases, sums }: CaseTotals, columns: readonly string[]): number {
  if (amount.kind === 'constant') return cases * decimalToNumber(amount.value.likely);
  const sum = sums[columns.indexOf(amount.column)] ?? 0;
  return decimalToNumber(amount.rate) * sum + decimalToNumber(amount.plus) * cases;
}
