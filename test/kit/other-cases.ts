import { expect } from 'vitest';
import { type ColumnCase, exact, none, repeated, these } from './column-case.ts';

/** Truths, texts, days and moments, and what is none of these. */
export const otherCases: readonly ColumnCase[] = [
  {
    name: 'truth',
    sql: these('boolean', 'true', 'false', 'true', 'null'),
    is: {
      kind: 'boolean',
      nulls: 1,
      distinct: exact(2),
      top: {
        values: [
          { value: 'true', count: 2 },
          { value: 'false', count: 1 },
        ],
        other: 0,
        status: 'exact',
      },
      min: none('not_for_this_kind'),
      moments: null,
      quantiles: null,
    },
  },
  {
    name: 'all different numbers',
    sql: repeated('i::double', 30_000),
    is: { distinct: exact(30_000), top: { values: [], other: 30_000, status: 'exact' } },
    median: exact(14_999),
  },
  {
    name: 'all different texts',
    sql: repeated(`'id ' || i`, 30_000),
    is: { distinct: exact(30_000), top: { values: [], other: 30_000, status: 'exact' } },
  },
  {
    name: 'empty texts and blanks',
    sql: these('varchar', `''`, `''`, `' '`, `'a'`, 'null'),
    is: {
      distinct: exact(3),
      text: {
        shortest: exact(0),
        longest: exact(1),
        meanLength: exact(0.5),
        empty: 2,
        nullTokens: [{ token: ' ', count: 1 }],
      },
    },
  },
  {
    name: 'texts that stand for nothing',
    sql: these('varchar', `'NA'`, `'n/a'`, `'NULL'`, `'null'`, `'null'`, `'x'`, `'nan'`),
    is: {
      nan: 0,
      nulls: 0,
      text: expect.objectContaining({
        nullTokens: [
          { token: 'NA', count: 1 },
          { token: 'NULL', count: 1 },
          { token: 'n/a', count: 1 },
          { token: 'nan', count: 1 },
          { token: 'null', count: 2 },
        ],
      }),
    },
  },
  {
    name: 'texts of all scripts',
    sql: these('varchar', `'Zoë'`, `'東京'`, `'👩‍🚀'`, `'é'`, `'e' || chr(769)`, `'مرحبا'`),
    is: {
      distinct: exact(6),
      text: expect.objectContaining({ shortest: exact(1), longest: exact(5) }),
      top: {
        values: expect.arrayContaining([
          { value: '東京', count: 1 },
          { value: '👩‍🚀', count: 1 },
        ]),
        other: 0,
        status: 'exact',
      },
    },
  },
  {
    name: 'quotes, line ends and a zero byte',
    sql: these('varchar', `'it''s "so"; drop --'`, `'a' || chr(10) || 'b'`, `'a' || chr(0) || 'b'`),
    is: { distinct: exact(3), text: expect.objectContaining({ shortest: exact(3), longest: exact(18) }) },
  },
  {
    name: 'a very long text',
    sql: repeated(`case when i = 0 then repeat('long ', 200000) else 'short' end`, 3),
    is: {
      distinct: exact(2),
      text: expect.objectContaining({ longest: exact(1_000_000), meanLength: exact(1_000_010 / 3) }),
      top: { values: [{ value: 'short', count: 2 }], other: 1, status: 'exact' },
    },
  },
  {
    name: 'texts that look like numbers',
    sql: these('varchar', `'1'`, `'01'`, `'1.0'`, `'1'`),
    is: { kind: 'text', moments: null, distinct: exact(3) },
  },
  {
    name: 'dates before 1970',
    sql: these('date', `'1969-12-31'`, `'1900-02-28'`, `'1970-01-01'`),
    is: { kind: 'date', min: exact('1900-02-28'), max: exact('1970-01-01'), moments: null, distinct: exact(3) },
    median: exact('1969-12-31'),
  },
  {
    name: 'dates without end',
    sql: these('date', `'infinity'`, `'-infinity'`, `'2024-02-29'`),
    is: { plusInfinity: 1, minusInfinity: 1, finite: 1, min: exact('2024-02-29'), max: exact('2024-02-29') },
    median: exact('2024-02-29'),
  },
  {
    name: 'dates before our era and after 9999',
    sql: these('date', `'0044-03-15 (BC)'`, `'12024-01-01'`),
    is: { min: exact('-000043-03-15'), max: exact('+012024-01-01'), distinct: exact(2), finite: 2 },
  },
  {
    name: 'moments before 1970, to the microsecond',
    sql: these('timestamp', `'1969-12-31 23:59:59.999999'`, `'1960-01-01'`),
    is: { kind: 'timestamp', min: exact('1960-01-01T00:00:00'), max: exact('1969-12-31T23:59:59.999999') },
    median: exact('1960-01-01T00:00:00'),
  },
  {
    name: 'moments with a zone',
    sql: these('timestamptz', `'2024-07-01 12:00:00+02'`, `'infinity'`),
    is: { kind: 'timestamp', plusInfinity: 1, min: exact('2024-07-01T10:00:00Z') },
    median: exact('2024-07-01T10:00:00Z'),
  },
  {
    name: 'moments to the nanosecond',
    sql: these('timestamp_ns', `'2024-07-01 12:00:00.123456789'`),
    is: { kind: 'timestamp', min: exact('2024-07-01T12:00:00.123456789'), distinct: exact(1) },
  },
  {
    name: 'times of day',
    sql: these('time', `'00:00:00'`, `'23:59:59.5'`, `'12:00:00'`),
    is: { kind: 'time', min: exact('00:00:00'), max: exact('23:59:59.5') },
    median: exact('12:00:00'),
  },
  {
    name: 'lists',
    sql: 'select [1, 2] as x union all select null union all select []',
    is: {
      kind: 'nested',
      rows: 3,
      nulls: 1,
      distinct: none('not_for_this_kind'),
      moments: null,
      histogram: null,
      top: null,
    },
  },
  {
    name: 'structs',
    sql: `select {'a': 1, 'b': [{'c': 'deep'}]} as x`,
    is: { kind: 'nested', nulls: 0, distinct: none('not_for_this_kind') },
  },
  {
    name: 'bytes',
    sql: `select '\\xFF\\x00'::blob as x`,
    is: { kind: 'other', nulls: 0, distinct: none('not_for_this_kind'), text: null },
  },
  { name: 'intervals', sql: `select interval 1 month as x`, is: { kind: 'other', finite: 1, moments: null } },
  {
    name: 'identifiers',
    sql: these('uuid', `'7f9c24e5-3b0a-4e52-9a1c-0d2f5a6b7c8d'`, `'7f9c24e5-3b0a-4e52-9a1c-0d2f5a6b7c8d'`),
    is: {
      kind: 'text',
      distinct: exact(1),
      top: { values: [{ value: '7f9c24e5-3b0a-4e52-9a1c-0d2f5a6b7c8d', count: 2 }], other: 0, status: 'exact' },
    },
  },
  {
    name: 'nine of ten rows zero',
    sql: repeated('case when i % 10 = 0 then i / 7.0 else 0 end::double', 30_000),
    is: { distinct: exact(3000), top: expect.objectContaining({ values: [{ value: '0', count: 27_001 }] }) },
    median: exact(0),
  },
  {
    name: 'a far outlier',
    sql: repeated('case when i = 5 then 1e200 else sin(i) end::double', 1000),
    is: {
      max: exact(1e200),
      moments: expect.objectContaining({ mean: exact(1e197), skewness: exact(expect.closeTo(31.5753, 3)) }),
    },
  },
  {
    name: 'only nulls of a truth',
    sql: repeated('null::boolean', 9),
    is: { nulls: 9, distinct: exact(0), moments: null },
  },
  {
    name: 'one row of a text',
    sql: these('varchar', `'Ærøskøbing'`),
    is: { rows: 1, distinct: exact(1), text: expect.objectContaining({ shortest: exact(10), meanLength: exact(10) }) },
  },
  {
    name: 'one row of a date',
    sql: these('date', `'1815-06-18'`),
    is: { rows: 1, min: exact('1815-06-18'), max: exact('1815-06-18'), distinct: exact(1) },
    median: exact('1815-06-18'),
  },
  {
    name: 'a constant date',
    sql: repeated(`date '1969-07-20'`, 1000),
    is: { distinct: exact(1), min: exact('1969-07-20'), max: exact('1969-07-20') },
    median: exact('1969-07-20'),
  },
  {
    name: 'only dates without end',
    sql: these('date', `'infinity'`, `'-infinity'`, `'infinity'`),
    is: { plusInfinity: 2, minusInfinity: 1, finite: 0, distinct: exact(0), min: none('no_values') },
    median: none('no_values'),
  },
];
