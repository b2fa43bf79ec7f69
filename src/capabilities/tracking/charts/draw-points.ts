import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import type { Axis, DrawnMetric } from '../chart-contract.ts';
import { getMetricId } from './find-metric.ts';
import { type Place, pointsOf } from './points-of-places.ts';

interface Asked {
  runId: string;
  key: string;
  by: Axis;
  from?: number;
  to?: number;
  places: number;
}

/**
 * What is drawn of a metric. However many points there are, each place along the axis is answered by its lowest and its highest:
 * a peak of one point among a million is seen. Throws 404.
 */
export async function drawPoints(ctx: Context, { runId, key, by, from, to, places }: Asked): Promise<DrawnMetric> {
  const axis = by === 'step' ? sql<number>`step` : sql<number>`at`;
  const within = sql`metric_id = ${sql.lit(await getMetricId(ctx, { runId, key }))}
    ${from === undefined ? sql`` : sql`and ${axis} >= ${sql.lit(from)}`}
    ${to === undefined ? sql`` : sql`and ${axis} <= ${sql.lit(to)}`}`;
  const { count, first, last } = await boundsOf(ctx.db, axis, within);
  const isThinned = count > places * 2;
  // Whole numbers alone: both databases then put a point in the same place.
  const width = isThinned ? Math.max(1, Math.ceil((last - first + 1) / places)) : 0;
  const found = isThinned
    ? await listPlaces(ctx.db, { axis, within, first, width })
    : await listEach(ctx.db, { axis, within });
  return { key, by, count, isThinned, ...totalsOf(found), ...ends(count, first, last), points: pointsOf(found) };
}

const ends = (count: number, from: number, to: number) => (count === 0 ? { from: null, to: null } : { from, to });

async function boundsOf(
  db: AnyDb,
  axis: RawBuilder<number>,
  within: RawBuilder<unknown>,
): Promise<{ count: number; first: number; last: number }> {
  const { rows } = await sql<{ count: number; first: number | null; last: number | null }>`
    select count(*) as count, min(${axis}) as first, max(${axis}) as last from metric_point where ${within}`.execute(
    db,
  );
  const { count = 0, first = 0, last = 0 } = rows[0] ?? {};
  return { count, first: first ?? 0, last: last ?? 0 };
}

const isFinite = sql`is_nan = 0 and abs(value) < ${sql.lit(Number.MAX_VALUE)}`;

interface Span {
  axis: RawBuilder<number>;
  within: RawBuilder<unknown>;
}

async function listPlaces(
  db: AnyDb,
  { axis, within, first, width }: Span & { first: number; width: number },
): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select (${axis} - (${sql.lit(first)})) / ${sql.lit(width)} as place, min(${axis}) as "from", max(${axis}) as "to",
      min(case when ${isFinite} then value end) as low, max(case when ${isFinite} then value end) as high,
      sum(is_nan) as "notNumbers", sum(case when is_nan = 0 and not (${isFinite}) then 1 else 0 end) as infinite
    from metric_point where ${within} group by 1 order by 1`.execute(db);
  return rows;
}

async function listEach(db: AnyDb, { axis, within }: Span): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select ${axis} as "from", ${axis} as "to",
      case when ${isFinite} then value end as low, case when ${isFinite} then value end as high,
      is_nan as "notNumbers", case when is_nan = 0 and not (${isFinite}) then 1 else 0 end as infinite
    from metric_point where ${within} order by ${axis}, at, value, is_nan`.execute(db);
  return rows;
}

function totalsOf(places: readonly Place[]): Pick<DrawnMetric, 'notNumbers' | 'infinite' | 'lowest' | 'highest'> {
  const totals = { notNumbers: 0, infinite: 0, lowest: null as number | null, highest: null as number | null };
  for (const { low, high, notNumbers, infinite } of places) {
    totals.notNumbers += notNumbers;
    totals.infinite += infinite;
    if (low === null || high === null) continue;
    totals.lowest = totals.lowest === null ? low : Math.min(totals.lowest, low);
    totals.highest = totals.highest === null ? high : Math.max(totals.highest, high);
  }
  return totals;
}
