import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { isPostgres } from '../../../platform/db/is-postgres.ts';
import { fromJson } from '../../../platform/json.ts';
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
  const { db } = ctx;
  const within = sql`metric_id = ${sql.lit(await getMetricId(ctx, { runId, key }))}
    ${from === undefined ? sql`` : sql`and ${axis} >= ${sql.lit(from)}`}
    ${to === undefined ? sql`` : sql`and ${axis} <= ${sql.lit(to)}`}`;
  const { some, first, last } = await boundsOf(db, { by, within, atMost: places * 2 + 1 });
  const isThinned = some > places * 2;
  // Whole numbers alone: both databases then put a point in the same place.
  const width = isThinned ? Math.max(1, Math.ceil((last - first + 1) / places)) : 0;
  const list = by === 'step' && !isPostgres(db) ? listPlacesInOrder : listPlaces;
  const found = isThinned ? await list(db, { axis, within, first, last, width }) : await listEach(db, { axis, within });
  return { key, by, isThinned, ...totalsOf(found), ...ends(some, first, last), points: pointsOf(found) };
}

const ends = (count: number, from: number, to: number) => (count === 0 ? { from: null, to: null } : { from, to });

interface Bounds {
  /** how many points there are, of very many as many as were asked for */
  some: number;
  first: number;
  last: number;
}

/** Steps lie in the order of an index: each end is looked up by itself, and nothing is gone through. Moments are gone through once. */
async function boundsOf(
  db: AnyDb,
  { by, within, atMost }: { by: Axis; within: RawBuilder<unknown>; atMost: number },
): Promise<Bounds> {
  const some = sql`(select count(*) from (select 1 from metric_point where ${within} limit ${sql.lit(atMost)}) as c) as some`;
  const { rows } = await (
    by === 'step'
      ? sql<Found>`select ${some}, (select min(step) from metric_point where ${within}) as first,
        (select max(step) from metric_point where ${within}) as last`
      : sql<Found>`select ${some}, min(at) as first, max(at) as last from metric_point where ${within}`
  ).execute(db);
  const { some: counted = 0, first = 0, last = 0 } = rows[0] ?? {};
  return { some: counted, first: first ?? 0, last: last ?? 0 };
}

type Found = { some: number; first: number | null; last: number | null };

const isFinite = sql`is_nan = 0 and abs(value) < ${sql.lit(Number.MAX_VALUE)}`;

const finite = sql`case when ${isFinite} then value end`;
const infinite = sql`case when is_nan = 0 and not (${isFinite}) then 1 else 0 end`;

interface Span {
  axis: RawBuilder<number>;
  within: RawBuilder<unknown>;
  first: number;
  last: number;
  width: number;
}

async function listPlaces(db: AnyDb, { axis, within, first, width }: Span): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select (${axis} - (${sql.lit(first)})) / ${sql.lit(width)} as place, count(*) as count, min(${axis}) as "from", max(${axis}) as "to",
      min(${finite}) as low, max(${finite}) as high, sum(is_nan) as "notNumbers", sum(${infinite}) as infinite
    from metric_point where ${within} group by 1 order by 1`.execute(db);
  return rows;
}

type PlaceAsList = [count: number, from: number, to: number, low: number | null, high: number | null, number, number];

/** SQLite sorts whatever it groups, which takes longer than reading it: what lies in the order of an index is asked place by place. */
async function listPlacesInOrder(db: AnyDb, { axis, within, first, last, width }: Span): Promise<Place[]> {
  const { rows } = await sql<{ place: string }>`
    with recursive place (start) as (
      select ${sql.lit(first)} union all
      select start + ${sql.lit(width)} from place where start + ${sql.lit(width)} <= ${sql.lit(last)})
    select (
      select json_array(count(*), min(${axis}), max(${axis}), min(${finite}), max(${finite}), sum(is_nan), sum(${infinite}))
      from metric_point where ${within} and ${axis} >= place.start and ${axis} < place.start + ${sql.lit(width)}
    ) as place from place`.execute(db);
  return rows
    .map((row) => fromJson<PlaceAsList>(row.place))
    .filter(([count]) => count > 0)
    .map(([count, from, to, low, high, notNumbers, others]) => ({
      count,
      from,
      to,
      low,
      high,
      notNumbers,
      infinite: others,
    }));
}

async function listEach(db: AnyDb, { axis, within }: Pick<Span, 'axis' | 'within'>): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select 1 as count, ${axis} as "from", ${axis} as "to", ${finite} as low, ${finite} as high,
      is_nan as "notNumbers", ${infinite} as infinite
    from metric_point where ${within} order by ${axis}, at, value, is_nan`.execute(db);
  return rows;
}

type Totals = Pick<DrawnMetric, 'count' | 'notNumbers' | 'infinite' | 'lowest' | 'highest'>;

function totalsOf(places: readonly Place[]): Totals {
  const totals: Totals = { count: 0, notNumbers: 0, infinite: 0, lowest: null, highest: null };
  for (const { count, low, high, notNumbers, infinite: others } of places) {
    totals.count += count;
    totals.notNumbers += notNumbers;
    totals.infinite += others;
    if (low === null || high === null) continue;
    totals.lowest = totals.lowest === null ? low : Math.min(totals.lowest, low);
    totals.highest = totals.highest === null ? high : Math.max(totals.highest, high);
  }
  return totals;
}
