import { caseOf, type RuleCase } from './rule-case.ts';

const x = `select unnest(['1', '2', '3', '6', null, 'nan', 'inf', '-inf']::double[]) as x`;
const none = `select null::double as x, null::timestamp as at`;
const wrong = `select 'a' as x`;
const unjudged = { verdict: 'not_assessed', rows: 0, value: null } as const;
const noRows = { ...unjudged, reason: 'no_rows' } as const;
const wrongType = { ...unjudged, reason: 'wrong_type' } as const;

export const figureCases: readonly RuleCase[] = [
  ...caseOf('row_count', { min: 2, max: 10 }, [
    ['enough', x, {}, { verdict: 'pass', rows: 8, value: 8 }],
    ['too many', x, { max: 7 }, { verdict: 'fail' }],
    ['nearly too many', x, { warnMax: 7 }, { verdict: 'warn' }],
    ['none is a figure too', 'select 1 as x where false', {}, { verdict: 'fail', rows: 0, value: 0 }],
    ['none where one may be none', 'select 1 as x where false', { min: 0 }, { verdict: 'pass', value: 0 }],
  ]),
  ...caseOf('null_share', { column: 'x', max: 0.2 }, [
    ['few', x, {}, { verdict: 'pass', rows: 8, failing: 1, value: 0.125 }],
    ['too many', x, { max: 0.1 }, { verdict: 'fail', value: 0.125 }],
    ['nearly', x, { warnMax: 0.1 }, { verdict: 'warn' }],
    ['all', none, {}, { verdict: 'fail', value: 1 }],
    ['no rows', 'select 1 as x where false', {}, noRows],
  ]),
  ...caseOf('mean', { column: 'x', min: 3, max: 3 }, [
    ['of what is finite', x, {}, { verdict: 'pass', rows: 4, value: 3 }],
    ['too high', x, { min: 0, max: 2.9 }, { verdict: 'fail', value: 3 }],
    ['nearly', x, { max: 4, warnMax: 2 }, { verdict: 'warn' }],
    ['all NULL', none, {}, noRows],
    ['texts', wrong, {}, wrongType],
    [
      'decimals and huge whole numbers',
      'select 170141183460469231731687303715884105727::hugeint as x',
      { min: 1e38, max: 2e38 },
      { verdict: 'pass' },
    ],
    ['per group', 'select * from (values (1, 3), (2, 3), (2, 9)) t(g, x)', { by: 'g' }, { verdict: 'fail', value: 6 }],
  ]),
  ...caseOf('standard_deviation', { column: 'x', max: 2.2 }, [
    ['of a sample', x, {}, { verdict: 'pass', rows: 4, value: 2.160246899469287 }],
    ['too wide', x, { max: 2 }, { verdict: 'fail' }],
    ['nearly', x, { warnMax: 2 }, { verdict: 'warn' }],
    ['one row has none', 'select 1.0 as x', {}, { verdict: 'not_assessed', reason: 'not_computable' }],
    [
      'too large to compute',
      'select unnest([1e308, -1e308]) as x',
      {},
      { verdict: 'not_assessed', reason: 'not_computable' },
    ],
  ]),
  ...caseOf('quantile', { column: 'x', quantile: 0.25, max: 2 }, [
    ['between two values', x, {}, { verdict: 'pass', value: 1.75 }],
    ['too high', x, { max: 1 }, { verdict: 'fail' }],
    ['nearly', x, { warnMax: 1 }, { verdict: 'warn' }],
    ['all NULL', none, {}, noRows],
  ]),
  ...caseOf('median', { column: 'x', max: 3 }, [
    ['of an even number', x, {}, { verdict: 'pass', value: 2.5 }],
    ['too high', x, { max: 2 }, { verdict: 'fail' }],
    ['nearly', x, { warnMax: 2 }, { verdict: 'warn' }],
    ['all NULL', none, {}, noRows],
  ]),
  ...caseOf('sum', { column: 'x', max: 12 }, [
    ['of what is finite', x, {}, { verdict: 'pass', value: 12 }],
    ['too much', x, { max: 11 }, { verdict: 'fail' }],
    ['nearly', x, { warnMax: 11 }, { verdict: 'warn' }],
    [
      'more than a number can be',
      'select unnest([1.7e308, 1.7e308]) as x',
      {},
      { verdict: 'not_assessed', reason: 'not_computable' },
    ],
    ['texts', wrong, {}, wrongType],
  ]),
  ...caseOf('distinct_count', { column: 'x', max: 7 }, [
    ['NaN and infinities are values', x, {}, { verdict: 'pass', rows: 7, value: 7 }],
    ['too many', x, { max: 6 }, { verdict: 'fail' }],
    ['nearly', x, { warnMax: 6 }, { verdict: 'warn' }],
    ['exact', 'select i as x from range(20000) t(i)', { min: 20000, max: 20000 }, { verdict: 'pass', value: 20000 }],
    ['all NULL', none, {}, noRows],
  ]),
  ...caseOf('distinct_share', { column: 'x', min: 0.5 }, [
    ['all differ', x, {}, { verdict: 'pass', value: 1 }],
    ['few differ', 'select unnest([1, 1, 1, 1, 2]) as x', {}, { verdict: 'fail', value: 0.4 }],
    ['nearly', 'select unnest([1, 1, 1, 2, 3]) as x', { warnMin: 0.7 }, { verdict: 'warn', value: 0.6 }],
    ['all NULL', none, {}, noRows],
  ]),
  ...caseOf('most_common', { column: 'x', max: 0.5 }, [
    ['not too common', x, {}, { verdict: 'pass', rows: 7 }],
    ['too common', `select unnest(['a', 'a', 'a', 'b']) as x`, {}, { verdict: 'fail', value: 0.75, found: ['a'] }],
    ['nearly', `select unnest(['a', 'a', 'b', 'c']) as x`, { warnMax: 0.4 }, { verdict: 'warn' }],
    [
      'another than is right',
      `select unnest(['b', 'b', 'a']) as x`,
      { max: 1, values: ['a'] },
      { verdict: 'fail', found: ['b'] },
    ],
    ['all NULL', none, {}, noRows],
  ]),
  ...caseOf('not_constant', { column: 'x' }, [
    ['it varies', x, {}, { verdict: 'pass', value: 7 }],
    ['it does not', 'select unnest([5, 5, null]) as x', {}, { verdict: 'fail', rows: 2, value: 1, found: ['5'] }],
    ['told to warn', 'select 5 as x', { severity: 'warn' }, { verdict: 'warn' }],
    ['all NULL', none, {}, noRows],
  ]),
  ...caseOf('freshness', { column: 'at', max: 24 }, [
    [
      'ten hours old',
      `select timestamp '2026-01-09 14:00' as at`,
      {},
      { verdict: 'pass', value: 10, found: ['2026-01-09T14:00:00.000Z'] },
    ],
    ['too old', `select timestamp '2025-01-09' as at`, {}, { verdict: 'fail' }],
    ['nearly', `select timestamp '2026-01-09 14:00' as at`, { warnMax: 5 }, { verdict: 'warn' }],
    [
      'infinity is no moment',
      `select unnest(['infinity', '2026-01-09 14:00']::timestamp[]) as at`,
      {},
      { verdict: 'pass', rows: 1, value: 10 },
    ],
    ['with a time zone', `select timestamptz '2026-01-09 14:00:00+00' as at`, {}, { verdict: 'pass', value: 10 }],
    ['as text', `select '2026-01-09 14:00' as at`, {}, { verdict: 'pass', value: 10 }],
    ['days', `select date '2026-01-09' as at`, {}, { verdict: 'pass', value: 24 }],
    ['all NULL', none, {}, noRows],
    ['numbers are no moments', 'select 5 as at', {}, wrongType],
  ]),
];

const table = `select 1::integer as id, 1.5::decimal(9,2) as amount, 'a' as name, [1] as list, {'a': 1} as thing, date '2026-01-01' as day`;
const names = ['id', 'amount', 'name', 'list', 'thing', 'day'];

export const columnCases: readonly RuleCase[] = [
  ...caseOf('column_exists', { column: 'id' }, [
    ['it does', table, {}, { verdict: 'pass', value: 1 }],
    ['it does not', table, { column: 'ID' }, { verdict: 'fail', value: 0, found: ['ID'] }],
    ['told to warn', table, { column: 'x', severity: 'warn' }, { verdict: 'warn' }],
  ]),
  ...caseOf('column_type', { column: 'id', type: 'integer' }, [
    ['as said', table, {}, { verdict: 'pass', found: ['INTEGER'] }],
    ['a whole number is a number', table, { type: 'number' }, { verdict: 'pass' }],
    ['a number is no whole number', table, { column: 'amount' }, { verdict: 'fail', found: ['DECIMAL(9,2)'] }],
    ['lists and structs', table, { column: 'list', type: 'array' }, { verdict: 'pass' }],
    ['structs', table, { column: 'thing', type: 'object' }, { verdict: 'pass' }],
    [
      'the type of the store',
      table,
      { column: 'amount', type: 'number', physicalType: 'decimal(9, 2)' },
      { verdict: 'pass' },
    ],
    ['told to warn', table, { column: 'name', severity: 'warn' }, { verdict: 'warn' }],
    ['no such column', table, { column: 'x' }, { verdict: 'not_assessed', reason: 'column_missing' }],
  ]),
  ...caseOf('columns_match', { columns: names }, [
    ['the same', table, { columns: [...names].reverse() }, { verdict: 'pass', value: 0 }],
    [
      'one missing, one more',
      table,
      { columns: [...names.slice(1), 'x'] },
      { verdict: 'fail', value: 2, found: ['- x', '+ id'] },
    ],
    ['more are allowed', table, { columns: ['id'], allowExtra: true }, { verdict: 'pass' }],
    ['told to warn', table, { columns: ['id'], severity: 'warn' }, { verdict: 'warn' }],
  ]),
  ...caseOf('columns_ordered', { columns: names }, [
    ['in order', table, {}, { verdict: 'pass', value: 0 }],
    ['two changed places', table, { columns: ['amount', 'id', ...names.slice(2)] }, { verdict: 'fail', value: 2 }],
    ['told to warn', table, { columns: ['id'], severity: 'warn' }, { verdict: 'warn', value: 5 }],
  ]),
  ...caseOf('column_count', { min: 6, max: 6 }, [
    ['as many', table, {}, { verdict: 'pass', value: 6 }],
    ['too many', table, { min: 1, max: 5 }, { verdict: 'fail' }],
    ['nearly', table, { max: 10, warnMax: 5 }, { verdict: 'warn' }],
  ]),
];
