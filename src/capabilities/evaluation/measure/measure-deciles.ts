import type { MeasuredDecile } from './measured.ts';

const parts = 10;

/**
 * Tenths of the used rows `u`, by what was predicted: whether small numbers are predicted as well as large ones. Of equal
 * predictions it would be chance which fall in which tenth: the truth orders them, so that asking again says the same.
 */
export const decilesSql = `tenths as (select p, y, size, v, ntile(${parts}) over (order by p, y) as decile from u),
    deciles as (select decile, count(*) as cases, min(p) as "from", max(p) as "to", avg(p) as "meanPredicted",
      avg(y) as "meanTruth", avg(size) as "meanSize", sum(v) as total from tenths group by decile)`;

export function decilesOf(
  rows: readonly Readonly<Record<string, number | string | null>>[],
  isPriced: boolean,
): MeasuredDecile[] {
  return rows.map((row) => ({
    cases: Number(row['cases']),
    from: Number(row['from']),
    to: Number(row['to']),
    meanPredicted: Number(row['meanPredicted']),
    meanTruth: Number(row['meanTruth']),
    meanSize: Number(row['meanSize']),
    total: isPriced ? Number(row['total']) : null,
  }));
}
