import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReading, type ReadingKit } from '../../../../test/kit/reading.ts';

let kit: ReadingKit;
beforeAll(async () => {
  kit = await openReading();
});
afterAll(() => kit.close());

const typesOf = ({ columns }: { columns: { name: string; type: string }[] }) =>
  Object.fromEntries(columns.map(({ name, type }) => [name, type]));

test('DE2 a CSV becomes one Parquet, with the types that hold for every row', async () => {
  const read = await kit.read(
    'flights.csv',
    'flight,day,delay,late,at,note\nKL1,2026-01-05,12.5,true,2026-01-05T10:00:00,"said ""no"", twice"\nKL2,1969-12-31,-3,false,2026-01-05 10:00:01.5,\n',
  );
  expect(read).toMatchObject({ format: 'csv', rows: 2, skipped: 0, sheet: null });
  expect(typesOf(read)).toEqual({
    flight: 'VARCHAR',
    day: 'DATE',
    delay: 'DOUBLE',
    late: 'BOOLEAN',
    at: 'TIMESTAMP',
    note: 'VARCHAR',
  });
  expect(read.dialect).toEqual({
    delimiter: ',',
    quote: '"',
    header: true,
    skipRows: 0,
    encoding: 'utf-8',
    decimal: '.',
  });
  expect(await kit.rowsOf(read)).toEqual([
    ['KL1', '2026-01-05', 12.5, true, '2026-01-05T10:00:00', 'said "no", twice'],
    ['KL2', '1969-12-31', -3, false, '2026-01-05T10:00:01.5', null],
  ]);
});

test.each([
  ['a zip code with a zero in front', ['0123', '9999'], 'VARCHAR'],
  ['a telephone number', ['+31612345678', '31612345678'], 'VARCHAR'],
  ['whole numbers', ['1', '-2', '0'], 'BIGINT'],
  ['beyond 2^53', ['9007199254740993', '9223372036854775807'], 'BIGINT'],
  ['beyond 64 bits', ['92233720368547758080', '1'], 'DECIMAL(38,0)'],
  ['beyond 38 digits', ['1'.repeat(39), '2'], 'DOUBLE'],
  ['minus nought', ['-0', '1'], 'DOUBLE'],
  ['an exponent', ['1e3', '2.5E-7'], 'DOUBLE'],
  ['an infinity', ['1', 'inf'], 'DOUBLE'],
  ['digits in groups', ['1_000', '2'], 'VARCHAR'],
  ['a hexadecimal', ['0x1F', '2'], 'VARCHAR'],
  ['days of the Netherlands', ['31-12-2025', '1-2-2026'], 'DATE'],
  ['days with a slash that can be told', ['31/12/2025', '01/02/2026'], 'DATE'],
  ['days of the United States', ['12/31/2025', '01/02/2026'], 'DATE'],
  ['days that cannot be told apart', ['01/02/2026', '03/04/2026'], 'VARCHAR'],
  ['a day that is none', ['2026-02-30', '2026-01-01'], 'VARCHAR'],
  ['eight digits', ['20260105', '20260106'], 'BIGINT'],
  ['moments with a zone', ['2026-01-05T10:00:00Z', '2026-01-05T10:00:00+02:00'], 'TIMESTAMP WITH TIME ZONE'],
  ['moments without', ['2026-01-05 10:00', '2026-01-05'], 'TIMESTAMP'],
  ['moments of the Netherlands', ['31-12-2025 23:59', '01-01-2026 00:00'], 'TIMESTAMP'],
  ['times', ['10:00', '23:59'], 'TIME'],
  ['truths', ['TRUE', 'false'], 'BOOLEAN'],
  ['noughts and ones', ['0', '1'], 'BIGINT'],
  ['a number among texts', ['1', 'two'], 'VARCHAR'],
  ['nothing', ['', ''], 'VARCHAR'],
])('DE2 types are honest: %s', async (_what, values, type) => {
  const read = await kit.read('types.csv', `id,value\n${values.map((value, index) => `${index},${value}\n`).join('')}`);
  expect(read.columns[1]?.type).toBe(type);
});

test('DE2 no digit is lost', async () => {
  const numbers = ['9007199254740993', '92233720368547758081', '0.1234567890123456789', '007'];
  const read = await kit.read('digits.csv', `a,b,c,d\n${numbers.join(',')}\n`);
  expect(await kit.rowsOf(read)).toEqual([['9007199254740993', '92233720368547758081', 0.12345678901234568, '007']]);
  expect(read.columns[2]).toEqual({ name: 'c', type: 'DOUBLE', note: 'rounded' });
});

test('DE2 what stands for absence counts as such in numbers and dates, and stays a text elsewhere', async () => {
  const read = await kit.read('absent.csv', 'country,amount,day\nNA,NA,2026-01-01\nNL,2,N/A\n"",-,\n');
  expect(await kit.rowsOf(read)).toEqual([
    ['NA', null, '2026-01-01'],
    ['NL', 2, null],
    ['', null, null],
  ]);
  expect(read.columns).toEqual([
    { name: 'country', type: 'VARCHAR' },
    { name: 'amount', type: 'BIGINT', emptied: 2 },
    { name: 'day', type: 'DATE', emptied: 1 },
  ]);
  const told = await kit.read('absent.csv', 'country,amount\nNA,1\nNL,9999\n', {
    options: { nullTokens: ['NA', '9999'] },
  });
  expect(await kit.rowsOf(told)).toEqual([
    [null, 1],
    ['NL', null],
  ]);
});

test('DE2 spaces around a number, a day or a truth are no part of it, and of a text they are', async () => {
  const read = await kit.read(
    'spaces.csv',
    'a,b,c,d,e,f\n 1 , 1.5,2026-01-05 , true, 31-12-2025, x \n2,  ,,false,1-1-2026,y\n',
  );
  expect(await kit.rowsOf(read)).toEqual([
    [1, 1.5, '2026-01-05', true, '2025-12-31', ' x '],
    [2, null, null, false, '2026-01-01', 'y'],
  ]);
});

test('DE2 a value far down makes the type of its column wider', async () => {
  const lines = Array.from({ length: 30_000 }, (_, index) => `${index},${index === 29_000 ? 'x' : index}\n`);
  const read = await kit.read('late.csv', `id,value\n${lines.join('')}`);
  expect(typesOf(read)).toEqual({ id: 'BIGINT', value: 'VARCHAR' });
  expect(read.rows).toBe(30_000);
});

test('DE2 a table of the Netherlands: semicolons, commas before decimals, days first', async () => {
  const read = await kit.read('kosten.csv', 'naam;bedrag;dag\nJan;12,50;31-12-2025\nPiet;-3;01-01-2026\n');
  expect(read.dialect).toMatchObject({ delimiter: ';', decimal: ',' });
  expect(await kit.rowsOf(read)).toEqual([
    ['Jan', 12.5, '2025-12-31'],
    ['Piet', -3, '2026-01-01'],
  ]);
});

test('DE2 what a person says goes before what is found', async () => {
  const content = "made by hand\n1|01/02/2026|'a|b'|3\n2|03/04/2026|c|0004\n";
  const read = await kit.read('told.txt', content, {
    options: {
      skipRows: 1,
      delimiter: '|',
      quote: "'",
      header: false,
      dateFormat: 'mm/dd/yyyy',
      types: { column_1: 'VARCHAR', column_4: 'DECIMAL(10,2)' },
    },
  });
  expect(await kit.rowsOf(read)).toEqual([
    ['1', '2026-01-02', 'a|b', '3.00'],
    ['2', '2026-03-04', 'c', '4.00'],
  ]);
});

test('DE2 a type that does not hold is refused with an example', async () => {
  const read = kit.read('wrong.csv', 'a,b\n1,x\n2,4\n', { options: { types: { b: 'BIGINT' } } });
  await expect(read).rejects.toMatchObject({
    code: 'read.not_of_type',
    status: 422,
    params: { column: 'b', type: 'BIGINT', count: 1, example: 'x' },
  });
  const unknown = kit.read('wrong.csv', 'a,b\n1,x\n', { options: { types: { c: 'BIGINT' } } });
  await expect(unknown).rejects.toMatchObject({ code: 'read.unknown_column' });
});

test.each([
  ['utf-8 with a mark', Buffer.from('\ufeffnaïef,b\nĳ,€\n'), 'utf-8'],
  ['utf-16 with a mark', Buffer.from('\ufeffnaïef,b\nĳ,€\n', 'utf16le'), 'utf-16'],
  ['utf-16 the other way round', Buffer.from('\ufeffnaïef,b\nĳ,€\n', 'utf16le').swap16(), 'utf-16'],
  ['utf-16 without a mark', Buffer.from('naïef,b\nĳ,€\n'.repeat(3), 'utf16le'), 'utf-16'],
])('DE2 %s is recognised', async (_what, content, encoding) => {
  const read = await kit.read('text.csv', content);
  expect(read.dialect?.encoding).toBe(encoding);
  expect(read.columns[0]?.name).toBe('naïef');
  expect((await kit.rowsOf(read))[0]).toEqual(['ĳ', '€']);
});

test('DE2 latin-1 is read as Windows writes it, when it is said', async () => {
  const content = Buffer.from('caf\xe9,prijs\n\x80 5,\x9c\n', 'latin1');
  const read = await kit.read('windows.csv', content, { options: { encoding: 'latin-1' } });
  expect(read.columns[0]?.name).toBe('café');
  expect(await kit.rowsOf(read)).toEqual([['€ 5', 'œ']]);
});

test('DE2 line breaks of every kind, empty lines and a text over three lines', async () => {
  const read = await kit.read('breaks.csv', 'a,b\r\n1,"x\r\ny\n"\n\n2, "z" \r3,w');
  expect(await kit.rowsOf(read)).toEqual([
    [1, 'x\r\ny\n'],
    [2, 'z'],
    [3, 'w'],
  ]);
});

test('DE2 names: what cannot be seen is left out, what is lacking gets a number', async () => {
  const read = await kit.read('names.csv', ',"two\nlines",\u200bdag,it\'s "it"\n1,2,3,4\n');
  expect(read.columns.map(({ name }) => name)).toEqual(['column_1', 'two lines', 'dag', 'it\'s "it"']);
});

test('DE2 nothing but the Parquet is left, and a stop leaves nothing', async () => {
  const before = await kit.left();
  const read = await kit.read('left.csv', 'a\n1\n');
  expect((await kit.left()).filter((name) => !before.includes(name))).toEqual([read.parquet.split('/').at(-1)]);
  const stop = new AbortController();
  const reading = kit.read('stopped.csv', 'a\n1\n', { signal: stop.signal });
  setTimeout(() => stop.abort(new Error('nobody wants it any more')), 20);
  await expect(reading).rejects.toThrow('nobody wants it any more');
  expect(await kit.left()).toHaveLength(before.length + 1);
});
