import type { Context } from '../../platform/context/context.ts';
import type { ValueModel } from '../value/contract.ts';
import {
  type DecisionPrices,
  type ErrorPrices,
  judgeDecisions,
  likelyBaseRate,
  modelOfSegment,
  readDecisionPrices,
  readErrorPrices,
} from '../value/index.ts';
import { binaryQuality, multiclassQuality, slicesOfDecisions } from './decision-quality.ts';
import type { Euros, Judged, Quality } from './judged-contract.ts';
import type { CaseSource, DecisionScale } from './measure/case-rows.ts';
import type { Measured, MeasuredDecisions, MeasuredNumbers } from './measure/measured.ts';
import { perMonth, priceCells, type PricedEuros, priceErrors, priceRows } from './price-evaluation.ts';

export interface Priced {
  prices: DecisionPrices | ErrorPrices;
  /** of the part of the cases that is priced, where the value model knows it */
  model: ValueModel;
  /** the share of cases to be acted on that the value model counts on; null where it tells none */
  expectedBaseRate: number | null;
}

/** A segment that the value model has under this name is priced by what it says of that one, its share of the cases and of the fixed cost. */
export function pricedBy(whole: ValueModel, segment: string | null = null): Priced {
  const { model, share } = (segment === null ? undefined : modelOfSegment(whole, segment)) ?? {
    model: whole,
    share: 1,
  };
  const prices = model.task === 'regression' ? readErrorPrices(model) : readDecisionPrices(model);
  const own = { volumePerYear: prices.volumePerYear * share, fixedCostPerYear: prices.fixedCostPerYear * share };
  const expectedBaseRate = model.task === 'binary' ? likelyBaseRate(model) : null;
  return { model, prices: { ...prices, ...own }, expectedBaseRate };
}

export const isOfErrors = (prices: Priced['prices']): prices is ErrorPrices => 'costs' in prices;

interface Rows {
  source: CaseSource;
  scale: DecisionScale | null;
  signal: AbortSignal;
}

/** What was measured, in metrics and euros. The rows are asked again only where amounts differ by row. */
export async function judgeEvaluation(
  ctx: Pick<Context, 'analytics'>,
  rows: Rows,
  { measured, priced }: { measured: Measured; priced: Priced | null },
): Promise<Judged> {
  if (measured.kind === 'numbers') return judgeNumbers(ctx, rows, { measured, priced });
  return judgeMeasured(ctx, rows, { measured, priced });
}

async function judgeMeasured(
  ctx: Pick<Context, 'analytics'>,
  rows: Rows,
  { measured, priced }: { measured: MeasuredDecisions; priced: Priced | null },
): Promise<Judged> {
  const prices = priced && !isOfErrors(priced.prices) ? priced.prices : null;
  const isBinary = rows.scale?.positiveClass !== null;
  const quality = isBinary
    ? binaryQuality(measured, (cells) => {
        const judged = prices ? judgeDecisions(prices, cells) : undefined;
        return judged && prices ? perMonth(judged.perCase, prices) : null;
      })
    : multiclassQuality(measured);
  const euros = prices && (await priceDecisions(ctx, rows, { measured, prices }));
  return {
    counts: measured.counts,
    caseDigest: measured.caseDigest ?? null,
    quality,
    slices: slicesOfDecisions(measured, prices),
    euros: euros && {
      ...euros,
      threshold: bestThreshold(quality, euros),
      champion: null,
      expectedBaseRate: priced?.expectedBaseRate ?? null,
    },
  };
}

const priceDecisions = (
  ctx: Pick<Context, 'analytics'>,
  rows: Rows,
  { measured, prices }: { measured: MeasuredDecisions; prices: DecisionPrices },
): Promise<PricedEuros | null> =>
  prices.columns.length === 0
    ? Promise.resolve(priceCells(prices, measured))
    : priceRows(ctx, rows, { measured, prices });

/** The threshold of the curve that pays best, and acting on nothing beside it; the lowest one where several pay the same. */
function bestThreshold(quality: Quality, euros: PricedEuros): Euros['threshold'] {
  if (quality.task !== 'binary' || quality.curve.length === 0) return null;
  const nothing = euros.against.find(({ kind }) => kind === 'nothing')?.perMonth ?? -Infinity;
  let best: { threshold: number | null; perMonth: number } = { threshold: null, perMonth: nothing };
  for (const { threshold, perMonth: month } of quality.curve.toReversed())
    if (month !== null && month > best.perMonth) best = { threshold, perMonth: month };
  const perMonthBest = Math.max(best.perMonth, euros.perMonth);
  return { best: best.threshold, perMonth: perMonthBest, regret: perMonthBest - euros.perMonth };
}

async function judgeNumbers(
  ctx: Pick<Context, 'analytics'>,
  rows: Rows,
  { measured, priced }: { measured: MeasuredNumbers; priced: Priced | null },
): Promise<Judged> {
  const prices = priced && isOfErrors(priced.prices) ? priced.prices : null;
  const { counts, meanError, meanSize, rootMeanSquare, truthVariance, quantiles, histogram, deciles } = measured;
  const euros = prices && (await priceErrors(ctx, rows, prices));
  return {
    counts,
    caseDigest: measured.caseDigest ?? null,
    quality: {
      task: 'regression',
      unit: prices?.unit ?? null,
      meanError,
      meanSize,
      rootMeanSquare,
      r2: truthVariance > 0 ? 1 - rootMeanSquare ** 2 / truthVariance : null,
      quantiles,
      histogram,
      deciles,
    },
    slices: measured.slices.map(({ column, parts }) => ({
      column,
      parts: parts.map(({ kind, value, cases, meanSize: quality, total }) => ({
        kind,
        value,
        cases,
        quality,
        qualityLow: null,
        qualityHigh: null,
        falseAlarms: null,
        perCase: total === null ? null : total / cases,
        total,
      })),
    })),
    euros: euros && { ...euros, threshold: null, champion: null, expectedBaseRate: null },
  };
}
