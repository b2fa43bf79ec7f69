import { expect } from 'vitest';
import { type ColumnCase, exact, none, repeated, these } from './column-case.ts';

const allMoments = (figure: unknown) => ({
  sum: figure,
  mean: figure,
  sampleStd: figure,
  skewness: figure,
  excessKurtosis: figure,
});
const noShape = { skewness: none('one_value_only'), excessKurtosis: none('one_value_only') };

/** Numbers as they must be expected: none, one, too large, too long, not numbers at all. */
export const numberCases: readonly ColumnCase[] = [
  {
    name: 'no rows of a number',
    sql: 'select 1.5::double as x where false',
    is: { rows: 0, finite: 0, min: none('no_values'), distinct: exact(0), moments: allMoments(none('no_values')) },
    median: none('no_values'),
  },
  {
    name: 'no rows of a text',
    sql: `select 'a' as x where false`,
    is: {
      rows: 0,
      distinct: exact(0),
      top: { values: [], other: 0, status: 'exact' },
      text: {
        shortest: none('no_values'),
        longest: none('no_values'),
        meanLength: none('no_values'),
        empty: 0,
        nullTokens: [],
      },
    },
  },
  {
    name: 'only nulls of a number',
    sql: repeated('null::double', 9),
    is: { rows: 9, nulls: 9, finite: 0, moments: allMoments(none('no_values')) },
    median: none('no_values'),
  },
  { name: 'only nulls of a text', sql: repeated('null::varchar', 9), is: { nulls: 9, distinct: exact(0) } },
  {
    name: 'only nulls of a date',
    sql: repeated('null::date', 9),
    is: { nulls: 9, min: none('no_values'), max: none('no_values') },
    median: none('no_values'),
  },
  {
    name: 'only NaN',
    sql: repeated(`'nan'::double`, 5),
    is: { nan: 5, nulls: 0, finite: 0, min: none('no_values'), moments: allMoments(none('no_values')) },
  },
  {
    name: 'only infinities',
    sql: these('double', `'inf'`, `'-inf'`, `'inf'`),
    is: { plusInfinity: 2, minusInfinity: 1, nan: 0, finite: 0, max: none('no_values') },
  },
  {
    name: 'one of each that is not finite, and one number',
    sql: these('double', `'nan'`, `'inf'`, `'-inf'`, 'null', `'7'`),
    is: {
      rows: 5,
      nulls: 1,
      nan: 1,
      plusInfinity: 1,
      minusInfinity: 1,
      finite: 1,
      min: exact(7),
      max: exact(7),
      distinct: exact(1),
    },
    median: exact(7),
  },
  {
    name: 'one row',
    sql: these('double', '2.5'),
    is: {
      moments: {
        sum: exact(2.5),
        mean: exact(2.5),
        sampleStd: none('too_few_values'),
        skewness: none('too_few_values'),
        excessKurtosis: none('too_few_values'),
      },
    },
    median: exact(2.5),
  },
  {
    name: 'two rows',
    sql: these('double', '1', '3'),
    is: {
      moments: {
        sum: exact(4),
        mean: exact(2),
        sampleStd: exact(Math.SQRT2),
        skewness: { status: 'approximate', value: 0, low: expect.any(Number), high: expect.any(Number) },
        excessKurtosis: exact(-2),
      },
    },
    median: exact(1),
  },
  {
    name: 'a constant number',
    sql: repeated('0.1::double', 1000),
    is: { distinct: exact(1), moments: { sum: exact(100), mean: exact(0.1), sampleStd: exact(0), ...noShape } },
    median: exact(0.1),
  },
  {
    name: 'a constant whole number',
    sql: repeated('42', 1000),
    is: { distinct: exact(1), moments: { sum: exact(42_000), mean: exact(42), sampleStd: exact(0), ...noShape } },
    median: exact(42),
  },
  {
    name: 'a constant text',
    sql: repeated(`'same'`, 1000),
    is: { distinct: exact(1), top: { values: [{ value: 'same', count: 1000 }], other: 0, status: 'exact' } },
  },
  {
    name: 'minus zero beside zero',
    sql: these('double', `'-0'`, '0', `'-0'`),
    is: {
      min: exact(0),
      max: exact(0),
      distinct: exact(1),
      moments: { sum: exact(0), mean: exact(0), sampleStd: exact(0), ...noShape },
    },
    median: exact(0),
  },
  {
    name: 'subnormal numbers',
    sql: these('double', '5e-324', '1e-323', '1.5e-323'),
    is: {
      min: exact(5e-324),
      max: exact(1.5e-323),
      distinct: exact(3),
      moments: {
        sum: expect.anything(),
        mean: exact(1e-323),
        sampleStd: expect.anything(),
        skewness: expect.anything(),
        excessKurtosis: exact(expect.closeTo(-1.5, 12)),
      },
    },
    median: exact(1e-323),
  },
  {
    name: 'the largest numbers of both signs',
    sql: these('double', '1.7976931348623157e308', '-1.7976931348623157e308', '1e308'),
    is: {
      min: exact(-1.7976931348623157e308),
      moments: {
        sum: exact(expect.closeTo(1e308, -300)),
        mean: exact(expect.closeTo(1e308 / 3, -300)),
        sampleStd: none('too_large'),
        skewness: exact(expect.any(Number)),
        excessKurtosis: exact(expect.closeTo(-1.5, 9)),
      },
    },
    median: exact(1e308),
  },
  {
    name: 'a sum beyond all numbers',
    sql: repeated('1.5e308::double - i', 3),
    is: { moments: { sum: none('too_large'), mean: exact(1.5e308), sampleStd: exact(0), ...noShape } },
  },
  {
    name: 'whole numbers beyond 2^53, one apart',
    sql: these('bigint', '9007199254740993', '9007199254740994', '9007199254740995'),
    is: {
      min: exact('9007199254740993'),
      max: exact('9007199254740995'),
      distinct: exact(3),
      moments: {
        sum: exact('27021597764222982'),
        mean: exact(9_007_199_254_740_994),
        sampleStd: exact(1),
        skewness: expect.anything(),
        excessKurtosis: exact(-1.5),
      },
    },
    median: exact('9007199254740994'),
  },
  {
    name: 'the ends of 64 bits',
    sql: these('bigint', '-9223372036854775808', '9223372036854775807'),
    is: {
      min: exact('-9223372036854775808'),
      max: exact('9223372036854775807'),
      moments: expect.objectContaining({ sum: exact(-1), mean: exact(-0.5) }),
    },
    median: exact('-9223372036854775808'),
  },
  {
    name: 'the end of 64 bits without a sign',
    sql: these('ubigint', '18446744073709551615', '18446744073709551615'),
    is: {
      max: exact('18446744073709551615'),
      moments: { sum: exact('36893488147419103230'), mean: exact(2 ** 64), sampleStd: exact(0), ...noShape },
    },
    median: exact('18446744073709551615'),
  },
  {
    name: 'the smallest whole numbers',
    sql: these('tinyint', '-128', '127'),
    is: { kind: 'integer', moments: expect.objectContaining({ sum: exact(-1) }) },
    median: exact(-128),
  },
  {
    name: 'money to the cent',
    sql: these('decimal(18,2)', '0.10', '0.20', '1234567890123456.78'),
    is: {
      kind: 'decimal',
      min: exact('0.10'),
      max: exact('1234567890123456.78'),
      distinct: exact(3),
      moments: expect.objectContaining({ sum: exact('1234567890123457.08') }),
    },
    median: exact('0.20'),
  },
  {
    name: 'decimals of 38 digits',
    sql: these(
      'decimal(38,0)',
      `'99999999999999999999999999999999999999'`,
      `'99999999999999999999999999999999999998'`,
      `'1'`,
    ),
    is: {
      min: exact('1'),
      max: exact('99999999999999999999999999999999999999'),
      distinct: exact(3),
      moments: expect.objectContaining({ mean: exact(expect.closeTo(2e38 / 3, -28)) }),
    },
    median: exact('99999999999999999999999999999999999998'),
  },
  {
    name: 'small floats',
    sql: these('float', '1.5', '2.5', '-1e38'),
    is: { kind: 'number', min: exact(-9.999999680285692e37), finite: 3 },
    median: exact(1.5),
  },
  {
    name: 'whole numbers of 128 bits, which Parquet keeps as doubles',
    sql: these('hugeint', '170141183460469231731687303715884105727', '-5', 'null'),
    is: {
      kind: 'number',
      nulls: 1,
      min: exact(-5),
      max: exact(2 ** 127),
      distinct: exact(2),
    },
    median: exact(-5),
  },
  {
    name: 'a column of one number among nulls',
    sql: repeated('case when i = 7 then 3.5::double end', 1000),
    is: { nulls: 999, finite: 1, distinct: exact(1), min: exact(3.5) },
    median: exact(3.5),
  },
];
