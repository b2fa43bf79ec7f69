import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { dataFile } from '../kit/data-file.ts';
import { knownUntil, lateAfterMinutes, station } from './measure.ts';

/** Minutes of taxiing and approach, and miles a minute in the air: the file has no moment of arrival. */
const onTheGround_min = 40;
const milesPerMinute = 7.5;

/**
 * One row a flight, with what is known at its departure. What the day brought until then are the flights that had landed within
 * the two hours before: at the station, and from the same origin, or again at the station where none came from there. Sums up
 * to a moment make that two lookups a flight.
 */
const takenOutSql = (to: string) => `
  copy (
    with flight as (
      select
        row_number() over (order by date, origin, distance, delay)::int as flight,
        date as departed,
        date + to_minutes(${onTheGround_min} + (distance / ${milesPerMinute})::int) as landed,
        origin,
        distance::int as distance_mi,
        hour(date)::int as hour,
        case when hour(date) between 5 and 11 then 'morning' when hour(date) between 12 and 17 then 'afternoon' else 'evening' end as part_of_day,
        delay::int as delay_min,
        (delay > ${lateAfterMinutes})::int as late
      from read_parquet($file) where destination = '${station}' and date < timestamp '${knownUntil}'
    ),
    at_station as (
      select landed, sum(count(*)) over (order by landed) as arrivals, sum(sum(late)) over (order by landed) as late
      from flight group by landed
    ),
    from_origin as (
      select origin, landed, sum(count(*)) over (partition by origin order by landed) as arrivals,
        sum(sum(late)) over (partition by origin order by landed) as late
      from flight group by origin, landed
    )
    select
      flight, departed, flight.landed, flight.origin, distance_mi, hour, part_of_day,
      round((now.late - coalesce(before.late, 0)) / nullif(now.arrivals - coalesce(before.arrivals, 0), 0), 3) as station_late_2h,
      coalesce(
        round((own.late - coalesce(own_before.late, 0)) / nullif(own.arrivals - coalesce(own_before.arrivals, 0), 0), 3),
        station_late_2h
      ) as origin_late_2h,
      delay_min, flight.late
    from flight
    asof left join at_station now on flight.departed >= now.landed
    asof left join at_station before on flight.departed - interval 2 hours >= before.landed
    asof left join from_origin own on flight.origin = own.origin and flight.departed >= own.landed
    asof left join from_origin own_before on flight.origin = own_before.origin and flight.departed - interval 2 hours >= own_before.landed
    order by flight
  ) to '${to}' (format parquet)`;

/** What the data engineer takes out once: the flights of January to March, as Parquet. */
export async function takeOutFlights(): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'peil-flights-'));
  const to = join(folder, 'flights.parquet');
  // One thread writes the same bytes each time, so that what was brought before is known again.
  const duckdb = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', threads: '1' });
  const connection = await duckdb.connect();
  try {
    await connection.run(takenOutSql(to.replaceAll("'", "''")), { file: dataFile('flights-3m.parquet') });
    return new Uint8Array(await readFile(to));
  } finally {
    connection.closeSync();
    duckdb.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}
