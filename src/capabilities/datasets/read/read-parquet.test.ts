import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReading, type ReadingKit } from '../../../../test/kit/reading.ts';

let kit: ReadingKit;
beforeAll(async () => {
  kit = await openReading();
});
afterAll(() => kit.close());

async function parquetOf(select: string): Promise<Buffer> {
  const to = join(kit.folder, `${Math.random()}.parquet`);
  await kit.analytics.query(`copy (${select}) to '${to}' (format parquet)`, [], { files: [to] });
  return readFile(to);
}

test('DE2 a Parquet is read whole and written anew, types and order as they were', async () => {
  const given = await parquetOf(
    "select range as id, 'KL' || range as flight, range / 7 as delay, date '2026-01-01' + range::int as day, [range] as list from range(300000)",
  );
  const read = await kit.read('flights.parquet', given);
  expect(read).toMatchObject({ format: 'parquet', rows: 300_000, dialect: null });
  expect(read.columns.map(({ type }) => type)).toEqual(['BIGINT', 'VARCHAR', 'DOUBLE', 'DATE', 'BIGINT[]']);
  const [row] = await kit.analytics.query<{ same: number }>(
    'select count(*) filter (id = n) as same from (select id, row_number() over () - 1 as n from read_parquet($1))',
    [read.parquet],
    { files: [read.parquet] },
  );
  expect(row?.same).toBe(300_000);
});

test('DE2 a Parquet whose names differ in capitals only is refused, or numbered', async () => {
  // DuckDB itself cannot write one: the name of a column is made the same as that of another by hand.
  const two = await parquetOf('select [1] as a1, 2 as b1');
  const same = Buffer.from(two.toString('latin1').replaceAll('b1', 'A1'), 'latin1');
  await expect(kit.read('two.parquet', same)).rejects.toMatchObject({ code: 'read.duplicate_names' });
  const numbered = await kit.read('two.parquet', same, { options: { duplicateNames: 'number' } });
  expect(numbered.columns.map(({ name }) => name)).toEqual(['a1', 'A1_2']);
  expect(await kit.rowsOf(numbered)).toEqual([[[1], 2]]);
});

test('DE2 a Parquet without rows is said to be empty', async () => {
  const given = await parquetOf('select 1 as a where false');
  await expect(kit.read('none.parquet', given)).rejects.toMatchObject({ code: 'read.header_only' });
});

test.each([
  ['cut off', (whole: Buffer) => whole.subarray(0, whole.length - 100), /cut off/],
  [
    'a footer larger than the file',
    (whole: Buffer) => {
      const lying = Buffer.from(whole);
      lying.writeUInt32LE(0x7fff_ffff, lying.length - 8);
      return lying;
    },
    /larger than the file/,
  ],
  [
    'a footer of noise',
    (whole: Buffer) => {
      const lying = Buffer.from(whole);
      lying.fill(0xff, lying.length - 200, lying.length - 8);
      return lying;
    },
    /cannot be read as Parquet/,
  ],
  [
    'pages of noise',
    (whole: Buffer) => {
      const lying = Buffer.from(whole);
      lying.fill(0xff, 20, 2000);
      return lying;
    },
    /cannot be read as Parquet|ended while/,
  ],
  ['nothing but its mark', () => Buffer.from('PAR1'), /cut off/],
])('DE2 a Parquet that lies is refused, and nothing is left: %s', async (_what, spoil, sentence) => {
  const whole = await parquetOf("select range as id, 'text ' || hash(range) as t from range(20000)");
  const before = await kit.left();
  const reading = kit.read('lying.parquet', spoil(whole));
  await expect(reading).rejects.toMatchObject({ status: 422, message: expect.stringMatching(sentence) });
  await reading.catch((error: Error) => expect(error.message).not.toMatch(/peil-|reading-/));
  expect(await kit.left()).toEqual(before);
});
