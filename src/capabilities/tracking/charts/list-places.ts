import { type RawBuilder, sql } from 'kysely';
import type { AnyDb } from '../../../platform/db/database.ts';
import { isPostgres } from '../../../platform/db/is-postgres.ts';
import { fromJson, toJson } from '../../../platform/json.ts';
import type { Axis } from '../chart-contract.ts';
import { type Place, together } from './points-of-places.ts';

/** Points of one metric, to be told by places along an axis. */
export interface Wanted {
  by: Axis;
  within: RawBuilder<unknown>;
  /** at most so many */
  places: number;
}

/**
 * Grouping a million points takes a database twice as long as reading them. They lie in the order of their steps and are told range by
 * range; moments mostly lie in that order too, so that only the points of ranges that reach across places are grouped.
 */
export async function listPlaces(db: AnyDb, wanted: Wanted): Promise<Place[]> {
  const ranges = await listRanges(db, wanted);
  const first = Math.min(...ranges.map(({ from }) => from));
  const last = Math.max(...ranges.map(({ to }) => to));
  // Whole numbers alone: both databases then put a point in the same place.
  const width = Math.max(1, Math.ceil((last - first + 1) / wanted.places));
  const placeOf = (x: number) => Math.floor((x - first) / width);
  const { whole = [], across = [] } = Object.groupBy(ranges, ({ from, to }) =>
    placeOf(from) === placeOf(to) ? 'whole' : 'across',
  );
  const grouped = across.length === 0 ? [] : await listGrouped(db, wanted, { ranges: across, first, width });
  const places = Map.groupBy<number, Place>([...whole, ...grouped], ({ from }) => placeOf(from));
  return [...places.values()].map(together).toSorted((a, b) => a.from - b.from);
}

interface Range extends Place {
  /** steps; the last one is of the next range */
  start: number;
  end: number;
}

/** The finer they are, the fewer points are in ranges that reach across places. */
const rangesAPlace = 8;

async function listRanges(db: AnyDb, wanted: Wanted): Promise<Range[]> {
  const { first, last } = await stepsOf(db, wanted.within);
  const most = wanted.by === 'step' ? wanted.places : wanted.places * rangesAPlace;
  const width = Math.max(1, Math.ceil((last - first + 1) / most));
  // PostgreSQL reads on two connections, and so on two cores; a second thread of SQLite takes as long to begin as it gains.
  const middle = isPostgres(db) ? first + width * Math.ceil(most / 2) : last + 1;
  const halves = [
    { start: first, end: Math.min(middle, last + 1) },
    { start: middle, end: last + 1 },
  ].filter(({ start, end }) => start < end);
  return (await Promise.all(halves.map((half) => listRangesOf(db, wanted, { ...half, width })))).flat();
}

/** Looked up in the index, each by itself: together they would be counted out of all points. */
async function stepsOf(db: AnyDb, within: RawBuilder<unknown>): Promise<{ first: number; last: number }> {
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select (select min(step) from metric_point where ${within}) as first,
      (select max(step) from metric_point where ${within}) as last`.execute(db);
  const { first, last } = rows[0] ?? {};
  return { first: first ?? 0, last: last ?? 0 };
}

async function listRangesOf(
  db: AnyDb,
  { by, within }: Wanted,
  { start, end, width }: { start: number; end: number; width: number },
): Promise<Range[]> {
  const { rows } = await sql<{ range: string }>`
    with recursive range (start) as (
      select cast(${sql.lit(start)} as bigint) union all
      select start + ${sql.lit(width)} from range where start + ${sql.lit(width)} < ${sql.lit(end)})
    select (
      select ${jsonOf(db, { start: sql`range.start`, end: sql`range.start + ${sql.lit(width)}`, ...told })}
      from (select ${pointSql(by)} from metric_point
        where ${within} and step >= range.start and step < range.start + ${sql.lit(width)} and step < ${sql.lit(end)}
        ${asOnePiece(db)}) as points
    ) as range from range`.execute(db);
  return rows.map((row) => fromJson<Range>(row.range)).filter(({ count }) => count > 0);
}

async function listGrouped(
  db: AnyDb,
  { by, within }: Wanted,
  { ranges, first, width }: { ranges: readonly Range[]; first: number; width: number },
): Promise<Place[]> {
  const list = toJson(ranges.map(({ start, end }) => [start, end]));
  const each = isPostgres(db) ? sql`json_array_elements(${list}::json)` : sql`json_each(${list})`;
  const { rows } = await sql<{ place: string }>`
    select ${jsonOf(db, told)} as place
    from (
      select ${pointSql(by)}
      from (select cast(value ->> 0 as bigint) as start, cast(value ->> 1 as bigint) as "end" from ${each} as given) as range
      cross join metric_point
      where ${within} and step >= range.start and step < range."end" ${asOnePiece(db)}) as points
    group by (x - (${sql.lit(first)})) / ${sql.lit(width)}`.execute(db);
  return rows.map((row) => fromJson<Place>(row.place));
}

/** What a place tells of its points. */
const told = {
  count: sql`count(*)`,
  from: sql`min(x)`,
  to: sql`max(x)`,
  low: sql`min(y)`,
  high: sql`max(y)`,
  notNumbers: sql`sum(is_nan)`,
  infinite: sql`count(*) - count(y) - sum(is_nan)`,
} satisfies Record<keyof Place, RawBuilder<unknown>>;

function jsonOf(db: AnyDb, fields: Readonly<Record<string, RawBuilder<unknown>>>): RawBuilder<string> {
  const list = sql.join(Object.entries(fields).flatMap(([name, value]) => [sql.lit(name), value]));
  return isPostgres(db) ? sql`json_build_object(${list})::text` : sql`json_object(${list})`;
}

/** PostgreSQL then looks once at each point, not once for each figure; and its statistics, which take each moment for a group, see nothing. */
const asOnePiece = (db: AnyDb): RawBuilder<unknown> => (isPostgres(db) ? sql`offset 0` : sql``);

export const axisOf = (by: Axis): RawBuilder<number> => (by === 'step' ? sql`step` : sql`at`);

const isFinite = sql`is_nan = 0 and abs(value) < ${sql.lit(Number.MAX_VALUE)}`;
/** `x`, `y` and `is_nan` of each point; without a finite number it has no `y`. */
export const pointSql = (by: Axis): RawBuilder<unknown> =>
  sql`${axisOf(by)} as x, case when ${isFinite} then value end as y, is_nan`;
