import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readColumns } from '../kit/count-rows.ts';
import { type Cases, pickCases } from '../kit/learn/cases.ts';
import { once } from '../kit/once.ts';
import { partsOfDay, rule, sharperRule } from './measure.ts';
import { testsFrom } from './plans.ts';
import { takeOutFlights } from './take-out.ts';

/**
 * What is learnt from, as it is known at the departure. Where nothing had landed in the two hours before, nothing was late. The
 * rule looks at the route's record of the days before, as it does on the sheet beside the phone.
 */
const flightsSql = `
  with flight as (select *, cast(departed as date) as day from read_parquet($file)),
  record as (
    select origin, day, sum(sum(late)) over before as late, sum(count(*)) over before as arrivals
    from flight group by origin, day
    window before as (partition by origin order by day range between interval ${rule.days} days preceding and interval 1 day preceding)
  )
  select
    flight,
    (departed >= timestamp '${testsFrom}')::int as is_test,
    distance_mi::double as distance_mi,
    list_position(['${partsOfDay.join("', '")}'], part_of_day) - 1 as part_of_day,
    (part_of_day = 'afternoon')::int as afternoon,
    (part_of_day = 'evening')::int as evening,
    coalesce(station_late_2h, 0) as station_late_2h,
    coalesce(origin_late_2h, 0) as origin_late_2h,
    coalesce(record.late > if(part_of_day = 'evening', ${sharperRule.eveningShare}, ${sharperRule.share}) * arrivals, false)::int as called,
    flight.late
  from flight join record using (origin, day) order by flight`;

/** The flights to learn from, and those of the last three weeks. */
export interface Flights {
  learning: Cases;
  test: Cases;
}

/** Taken out again as the data engineer did: to the last byte the version that the team looked at. */
export const readFlights = once(read);

async function read(): Promise<Flights> {
  const folder = await mkdtemp(join(tmpdir(), 'peil-learning-'));
  try {
    const file = join(folder, 'flights.parquet');
    await writeFile(file, await takeOutFlights());
    const { late = [], ...columns } = await readColumns(flightsSql, file);
    const all: Cases = {
      columns: Object.fromEntries(
        Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values, Number)]),
      ),
      truth: Uint8Array.from(late, Number),
    };
    const isTest = all.columns['is_test'];
    return {
      learning: pickCases(all, (row) => isTest?.[row] === 0),
      test: pickCases(all, (row) => isTest?.[row] === 1),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const inTheEvening = (cases: Cases): Cases => pickCases(cases, (row) => cases.columns['evening']?.[row] === 1);
