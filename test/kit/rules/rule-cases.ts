import { caseOf, type RuleCase } from './rule-case.ts';
import { columnCases, figureCases } from './rule-cases-of-figures.ts';
import { referenceCases, togetherCases } from './rule-cases-of-tables.ts';

export type { RuleCase } from './rule-case.ts';

const numbers = `select * from (values (1, 1.0::double), (2, 2.0), (3, null), (4, 'nan'::double), (5, 'inf'::double)) t(id, x)`;
const empty = `select 1 as id, 1.0::double as x, 'a' as s where false`;
const nulls = `select i as id, null::double as x, null::varchar as s from range(3) t(i)`;
const texts = `select * from (values (1, 'AMS'), (2, 'JFK'), (3, 'ams'), (4, null), (5, '')) t(id, s)`;
const days = `select * from (values (1, date '2026-01-01'), (2, date '1969-12-31'), (3, null)) t(id, d)`;
const warns = { severity: 'warn' } as const;
const nothing = { rows: 0, failing: null, value: null };

/** What each kind of rule answers, on data with everything in it that data holds. */
const rowCases: readonly RuleCase[] = [
  ...caseOf('not_null', { column: 'x' }, [
    ['a NULL is missing, NaN is not', numbers, {}, { verdict: 'fail', rows: 5, failing: 1, value: 0.8 }],
    ['as many as are allowed', numbers, { mostly: 0.8 }, { verdict: 'pass', failing: 1 }],
    ['so many rows, whatever share', numbers, { mostFailing: 1 }, { verdict: 'pass', failing: 1 }],
    ['nearly', numbers, { mostly: 0.5, warnMostly: 0.9 }, { verdict: 'warn', failing: 1 }],
    ['told to warn', numbers, warns, { verdict: 'warn' }],
    ['no rows', empty, {}, { verdict: 'not_assessed', reason: 'no_rows', ...nothing }],
    ['all NULL', nulls, {}, { verdict: 'fail', rows: 3, failing: 3, value: 0 }],
    ['texts that stand for nothing', texts, { column: 's', alsoMissing: [''] }, { verdict: 'fail', failing: 2 }],
    ['no such column', numbers, { column: 'y' }, { verdict: 'not_assessed', reason: 'column_missing', ...nothing }],
  ]),
  ...caseOf('accepted_values', { column: 's', values: ['AMS', 'JFK'] }, [
    ['others are found, NULL is not looked at', texts, {}, { verdict: 'fail', rows: 4, failing: 2, value: 0.5 }],
    ['all accepted', texts, { values: ['AMS', 'JFK', 'ams', ''] }, { verdict: 'pass', rows: 4, failing: 0 }],
    ['told to warn', texts, warns, { verdict: 'warn' }],
    ['all NULL', nulls, {}, { verdict: 'not_assessed', reason: 'no_rows' }],
    [
      'numbers as numbers or as text',
      numbers,
      { column: 'id', values: [1, '2', 3, 4.0, '5'] },
      { verdict: 'pass', rows: 5 },
    ],
    [
      'a number is not near another',
      numbers,
      { column: 'x', values: [1, 2] },
      { verdict: 'fail', rows: 4, failing: 2 },
    ],
    ['dates', days, { column: 'd', values: ['2026-01-01', '1969-12-31'] }, { verdict: 'pass', rows: 2 }],
    [
      'huge whole numbers',
      `select 9007199254740993 as id`,
      { column: 'id', values: ['9007199254740992'] },
      { verdict: 'fail' },
    ],
    ['truth values', `select true as id`, { column: 'id', values: [true] }, { verdict: 'pass', rows: 1 }],
  ]),
  ...caseOf('forbidden_values', { column: 's', values: ['ams', ''] }, [
    ['found', texts, {}, { verdict: 'fail', rows: 4, failing: 2 }],
    ['not found', texts, { values: ['ZZZ'] }, { verdict: 'pass', rows: 4, failing: 0 }],
    ['told to warn', texts, warns, { verdict: 'warn' }],
    ['no rows', empty, {}, { verdict: 'not_assessed', reason: 'no_rows' }],
  ]),
  ...caseOf('range', { column: 'x', min: 1 }, [
    [
      'NaN is in no range, infinity above every least',
      numbers,
      {},
      { verdict: 'fail', rows: 4, failing: 1, value: 0.75 },
    ],
    ['infinity is beyond every most', numbers, { max: 10 }, { verdict: 'fail', failing: 2 }],
    ['bounds are inside', numbers, { column: 'id', min: 1, max: 5 }, { verdict: 'pass', rows: 5, failing: 0 }],
    ['unless told', numbers, { column: 'id', min: 1, max: 5, exclusiveMin: true, exclusiveMax: true }, { failing: 2 }],
    ['told to warn', numbers, warns, { verdict: 'warn' }],
    ['all NULL', nulls, {}, { verdict: 'not_assessed', reason: 'no_rows' }],
    ['days before 1970', days, { column: 'd', min: '1970-01-01' }, { verdict: 'fail', rows: 2, failing: 1 }],
    [
      'a bound that is no day',
      days,
      { column: 'd', min: 'soon' },
      { verdict: 'not_assessed', reason: 'bound_not_comparable' },
    ],
    [
      'a bound of text for numbers',
      numbers,
      { min: 'low' },
      { verdict: 'not_assessed', reason: 'bound_not_comparable' },
    ],
  ]),
  ...caseOf('pattern', { column: 's', pattern: '^[A-Z]{3}$' }, [
    ['some do not match', texts, {}, { verdict: 'fail', rows: 4, failing: 2 }],
    ['found anywhere', texts, { pattern: '[a-zA-Z]*' }, { verdict: 'pass', failing: 0 }],
    ['told to warn', texts, warns, { verdict: 'warn' }],
    ['numbers are read as text', numbers, { column: 'id', pattern: '^[1-5]$' }, { verdict: 'pass', rows: 5 }],
    ['a pattern that is none', texts, { pattern: '[' }, { verdict: 'not_assessed', reason: 'not_computable' }],
  ]),
  ...caseOf('length', { column: 's', min: 3, max: 3 }, [
    ['too short', texts, {}, { verdict: 'fail', rows: 4, failing: 1 }],
    ['long enough', texts, { min: 0 }, { verdict: 'pass', failing: 0 }],
    ['told to warn', texts, warns, { verdict: 'warn' }],
    ['characters, not bytes', `select 'été' as s`, {}, { verdict: 'pass', rows: 1 }],
    ['lists by their items', `select [1, 2] as s`, {}, { verdict: 'fail', rows: 1, failing: 1 }],
    ['all NULL', nulls, {}, { verdict: 'not_assessed', reason: 'no_rows' }],
  ]),
  ...caseOf('parseable', { column: 's', as: 'number' }, [
    ['numbers', `select unnest(['1', '1.5', '-2e3', null]) as s`, {}, { verdict: 'pass', rows: 3 }],
    ['what is none, NaN among it', `select unnest(['1', 'x', 'nan', '']) as s`, {}, { verdict: 'fail', failing: 3 }],
    ['told to warn', `select 'x' as s`, warns, { verdict: 'warn' }],
    [
      'whole numbers have no fraction',
      `select unnest(['1', '1.5']) as s`,
      { as: 'integer' },
      { verdict: 'fail', failing: 1 },
    ],
    ['days', `select unnest(['2026-02-28', '2026-02-30']) as s`, { as: 'date' }, { verdict: 'fail', failing: 1 }],
    [
      'in a form of their own',
      `select unnest(['28-02-2026', '2026-02-28']) as s`,
      { as: 'date', format: '%d-%m-%Y' },
      { failing: 1 },
    ],
    ['all NULL', nulls, {}, { verdict: 'not_assessed', reason: 'no_rows' }],
  ]),
  ...caseOf(
    'json_schema',
    {
      column: 's',
      schema: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'integer', minimum: 1 },
          tags: { type: 'array', items: { type: 'string', minLength: 2 }, maxItems: 2 },
          kind: { enum: ['a', 'b', null] },
        },
        additionalProperties: false,
      },
    },
    [
      ['keeps it', `select '{"id": 3, "tags": ["ab", "cd"], "kind": null}' as s`, {}, { verdict: 'pass', rows: 1 }],
      [
        'breaks it, each in its way',
        `select unnest(['{}', '{"id": 1.5}', '{"id": 0}', '{"id": 1, "x": 1}', '{"id": 1, "tags": ["a"]}', '{"id": 1, "tags": ["ab","ab","ab"]}', '{"id": 1, "kind": "c"}', '[]', '{not json', '7']) as s`,
        {},
        { verdict: 'fail', rows: 10, failing: 10 },
      ],
      ['told to warn', `select '[]' as s`, warns, { verdict: 'warn' }],
      [
        'a word that is not known is not passed over',
        `select '[]' as s`,
        { schema: { uniqueItems: true } },
        { verdict: 'not_assessed', reason: 'not_computable' },
      ],
      [
        'what is said of texts is not said of numbers',
        `select '7' as s`,
        { schema: { minLength: 3 } },
        { verdict: 'pass' },
      ],
    ],
  ),
  ...caseOf('compare_columns', { column: 'a', comparison: 'at_most', otherColumn: 'b' }, [
    [
      'at most',
      `select * from (values (1, 2), (2, 2), (null, 1)) t(a, b)`,
      {},
      { verdict: 'pass', rows: 2, failing: 0 },
    ],
    ['more', `select * from (values (3, 2), (2, 2)) t(a, b)`, {}, { verdict: 'fail', rows: 2, failing: 1 }],
    ['told to warn', `select 3 as a, 2 as b`, warns, { verdict: 'warn' }],
    [
      'equal within a tolerance',
      `select 0.1::double + 0.2 as a, 0.3::double as b`,
      { comparison: 'equal', tolerance: 1e-9 },
      { verdict: 'pass' },
    ],
    [
      'NaN compares with nothing',
      `select 'nan'::double as a, 1.0::double as b`,
      { comparison: 'at_least' },
      { verdict: 'fail' },
    ],
    [
      'a day with a moment',
      `select date '2026-01-01' as a, timestamp '2026-01-01 10:00' as b`,
      { comparison: 'less' },
      { verdict: 'pass' },
    ],
    ['a text with a number', `select 'x' as a, 1 as b`, {}, { verdict: 'not_assessed', reason: 'wrong_type' }],
  ]),
  ...caseOf('conditional', { condition: 'delay > 15', must: 'cause is not null' }, [
    [
      'where it applies',
      `select * from (values (20, 'fog'), (30, null), (1, null)) t(delay, cause)`,
      {},
      { verdict: 'fail', rows: 2, failing: 1 },
    ],
    ['kept', `select 20 as delay, 'fog' as cause`, {}, { verdict: 'pass', rows: 1 }],
    ['told to warn', `select 20 as delay, null::varchar as cause`, warns, { verdict: 'warn' }],
    ['it applies nowhere', `select 1 as delay, 'fog' as cause`, {}, { verdict: 'not_assessed', reason: 'no_rows' }],
    ['no such column', `select 1 as delay`, {}, { verdict: 'not_assessed', reason: 'not_computable' }],
  ]),
  ...caseOf('sql_rows', { expression: 'delay < -60' }, [
    ['none', `select unnest([1, null, 3]) as delay`, {}, { verdict: 'pass', rows: 3, failing: 0 }],
    ['some', `select unnest([-100, null, 3]) as delay`, {}, { verdict: 'fail', rows: 3, failing: 1 }],
    ['told to warn', `select -100 as delay`, warns, { verdict: 'warn' }],
    [
      'more than a condition',
      `select 1 as delay`,
      { expression: '(select true)' },
      { verdict: 'not_assessed', reason: 'not_computable' },
    ],
    [
      'brackets that do not match',
      `select 1 as delay`,
      { expression: 'true) or (true' },
      { verdict: 'not_assessed', reason: 'not_computable' },
    ],
    ['no rows', `select 1 as delay where false`, {}, { verdict: 'not_assessed', reason: 'no_rows' }],
  ]),
  ...caseOf('columns_sum', { columns: ['a', 'b'], total: 'c' }, [
    ['cents add up', `select 0.1::double as a, 0.2::double as b, 0.3::double as c`, {}, { verdict: 'pass', rows: 1 }],
    [
      'they do not',
      `select * from (values (1, 2, 4), (1, 2, 3), (null, 2, 3)) t(a, b, c)`,
      {},
      { verdict: 'fail', rows: 2, failing: 1 },
    ],
    ['told to warn', `select 1 as a, 2 as b, 4 as c`, warns, { verdict: 'warn' }],
    ['a number as total', `select 60 as a, 40 as b`, { total: 100 }, { verdict: 'pass' }],
    ['texts have no sum', `select 'x' as a, 2 as b, 4 as c`, {}, { verdict: 'not_assessed', reason: 'wrong_type' }],
    [
      'infinities',
      `select 'inf'::double as a, '-inf'::double as b, 0.0::double as c`,
      {},
      { verdict: 'fail', failing: 1 },
    ],
  ]),
  ...caseOf('mixed_types', { column: 's' }, [
    ['numbers alone', `select unnest(['1', '2.5']) as s`, {}, { verdict: 'pass', rows: 2 }],
    [
      'the fewer of numbers and texts, and words for nothing',
      `select unnest(['1', '2', '3', 'x', 'N/A', '']) as s`,
      {},
      { verdict: 'fail', rows: 6, failing: 3 },
    ],
    ['told to warn', `select unnest(['1', '?']) as s`, warns, { verdict: 'warn', failing: 1 }],
    ['a column with a type is not mixed', numbers, { column: 'x' }, { verdict: 'pass', rows: 4, failing: 0 }],
    ['all NULL', nulls, {}, { verdict: 'not_assessed', reason: 'no_rows' }],
  ]),
];

export const ruleCases: readonly RuleCase[] = [
  ...rowCases,
  ...togetherCases,
  ...referenceCases,
  ...figureCases,
  ...columnCases,
];
