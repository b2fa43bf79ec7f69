import { sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import type { Axis, DrawnMetric } from '../chart-contract.ts';
import { getMetricId } from './find-metric.ts';
import { axisOf, listPlaces, pointSql, type Wanted } from './list-places.ts';
import { type Place, pointsOf, together } from './points-of-places.ts';

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
  const { db } = ctx;
  const axis = axisOf(by);
  const within = sql`metric_id = ${sql.lit(await getMetricId(ctx, { runId, key }))}
    ${from === undefined ? sql`` : sql`and ${axis} >= ${sql.lit(from)}`}
    ${to === undefined ? sql`` : sql`and ${axis} <= ${sql.lit(to)}`}`;
  const isThinned = await hasMoreThan(db, { within, count: places * 2 });
  const found = await (isThinned ? listPlaces : listEach)(db, { by, within, places });
  return { key, by, isThinned, ...totalsOf(found), points: pointsOf(found) };
}

async function hasMoreThan(db: AnyDb, { within, count }: Pick<Wanted, 'within'> & { count: number }): Promise<boolean> {
  const { rows } = await sql`select 1 from metric_point where ${within} limit 1 offset ${sql.lit(count)}`.execute(db);
  return rows.length > 0;
}

/** Each point at a place of its own. */
async function listEach(db: AnyDb, { by, within }: Wanted): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select 1 as count, x as "from", x as "to", y as low, y as high, is_nan as "notNumbers",
      case when y is null then 1 - is_nan else 0 end as infinite
    from (select ${pointSql(by)}, at, value from metric_point where ${within}) as points
    order by x, at, value, is_nan`.execute(db);
  return rows;
}

type Totals = Pick<DrawnMetric, 'count' | 'from' | 'to' | 'notNumbers' | 'infinite' | 'lowest' | 'highest'>;

function totalsOf(places: readonly Place[]): Totals {
  const [first, ...others] = places;
  if (!first) return { count: 0, from: null, to: null, notNumbers: 0, infinite: 0, lowest: null, highest: null };
  const { count, from, to, notNumbers, infinite, low: lowest, high: highest } = together([first, ...others]);
  return { count, from, to, notNumbers, infinite, lowest, highest };
}
