import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countOnce, countRows } from '../kit/count-rows.ts';
import { dataFile } from '../kit/data-file.ts';
import { takeOutFlights } from './take-out.ts';

let folder: string;
let file: string;
let content: Uint8Array;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peil-take-out-'));
  file = join(folder, 'flights.parquet');
  content = await takeOutFlights();
  await writeFile(file, content);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('PF7 the flights of the known months are all there, once, and late as the file says', async () => {
  const counts =
    'count(*)::int as rows, count(distinct flight)::int as flights, sum(late)::int as late, sum(delay_min)::int as delay';
  const taken = await countOnce(`select ${counts} from read_parquet($file)`, file);
  const counted = await countOnce(
    `select count(*)::int as rows, count(*)::int as flights, count(*) filter (delay > 15)::int as late, sum(delay)::int as delay
     from read_parquet($file) where destination = 'ORD' and date < '2001-04-01'`,
    dataFile('flights-3m.parquet'),
  );
  expect(taken).toEqual(counted);
});

test('PF7 what the day brought until a flight departs equals a count flight by flight, and looks at nothing later', async () => {
  const rows = await countRows<Record<'station' | 'ofStation' | 'origin' | 'ofOrigin', number | null>>(
    `with flight as (select * from read_parquet($file)),
      landed as (
        select one.flight, avg(other.late) as of_station, avg(other.late) filter (other.origin = one.origin) as of_origin
        from flight as one left join flight as other
          on other.landed <= one.departed and other.landed > one.departed - interval 2 hours
        where one.flight % 397 = 1 group by one.flight
      )
    select station_late_2h as station, of_station as "ofStation", origin_late_2h as origin,
      coalesce(of_origin, of_station) as "ofOrigin"
    from landed join flight using (flight) order by flight`,
    file,
  );
  expect(rows.length).toBeGreaterThan(200);
  expect(rows.filter(({ station, origin }) => station !== origin).length).toBeGreaterThan(100);
  for (const { station, ofStation, origin, ofOrigin } of rows) {
    if (ofStation === null) expect(station).toBeNull();
    else expect(station).toBeCloseTo(ofStation, 2);
    if (ofOrigin === null) expect(origin).toBeNull();
    else expect(origin).toBeCloseTo(ofOrigin, 2);
  }
});

test('DE1 taken out again, it is the same to the last byte', async () => {
  expect(Buffer.from(await takeOutFlights()).equals(content)).toBe(true);
});
