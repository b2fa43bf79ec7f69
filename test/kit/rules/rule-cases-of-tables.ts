import { caseOf, type RuleCase } from './rule-case.ts';

const warns = { severity: 'warn' } as const;
const to = (...values: readonly (string | number | null)[]) =>
  `select unnest([${values.map((value) => (typeof value === 'string' ? `'${value}'` : String(value))).join(', ')}]) as k`;
const pairs = `select * from (values (1, 'a'), (1, 'b'), (1, 'a'), (2, null), (2, null)) t(k, s)`;

/** Rules that look at rows beside each other. */
export const togetherCases: readonly RuleCase[] = [
  ...caseOf('unique', { column: 'k' }, [
    ['every value once', to(1, 2, 3, null, null), {}, { verdict: 'pass', rows: 3, failing: 0, value: 1 }],
    ['all rows of a value that stands twice', to(1, 1, 2, 3), {}, { verdict: 'fail', rows: 4, failing: 2, value: 0.5 }],
    ['told to warn', to(1, 1), warns, { verdict: 'warn' }],
    ['within a group', pairs, { column: 's', by: 'k' }, { verdict: 'fail', rows: 3, failing: 2 }],
    ['all NULL', `select null::int as k`, {}, { verdict: 'not_assessed', reason: 'no_rows' }],
    [
      'NaN is a value like another',
      `select unnest(['nan', 'nan', '1']::double[]) as k`,
      {},
      { verdict: 'fail', failing: 2 },
    ],
    ['unicode that looks alike is not alike', `select unnest(['é', 'e' || chr(769)]) as k`, {}, { verdict: 'pass' }],
  ]),
  ...caseOf('compound_unique', { columns: ['k', 's'] }, [
    ['together', pairs, {}, { verdict: 'fail', rows: 3, failing: 2 }],
    ['once', `select 1 as k, 'a' as s union all select 1, 'b'`, {}, { verdict: 'pass', rows: 2 }],
    ['told to warn', pairs, warns, { verdict: 'warn' }],
    ['no such column', pairs, { columns: ['k', 'z'] }, { verdict: 'not_assessed', reason: 'column_missing' }],
  ]),
  ...caseOf('duplicate_rows', {}, [
    ['NULL equals NULL', pairs, {}, { verdict: 'fail', rows: 5, failing: 4, value: 0.2 }],
    ['none', to(1, 2), {}, { verdict: 'pass', rows: 2, failing: 0 }],
    ['of some columns', pairs, { columns: ['k'] }, { verdict: 'fail', failing: 5 }],
    ['told to warn', to(1, 1), warns, { verdict: 'warn' }],
    ['few are allowed', to(1, 1, 2, 3), { mostly: 0.5 }, { verdict: 'pass', failing: 2 }],
    ['no rows', `select 1 as k where false`, {}, { verdict: 'not_assessed', reason: 'no_rows' }],
    [
      'lists and structs',
      `select [1] as k, {'a': 1} as s union all select [1], {'a': 1}`,
      {},
      { verdict: 'fail', failing: 2 },
    ],
  ]),
  ...caseOf('conflicting_labels', { columns: ['k'], label: 's' }, [
    ['alike and labelled otherwise', pairs, {}, { verdict: 'fail', rows: 3, failing: 3 }],
    ['alike and labelled so', `select 1 as k, 'a' as s union all select 1, 'a'`, {}, { verdict: 'pass', rows: 2 }],
    ['told to warn', pairs, warns, { verdict: 'warn' }],
    ['no label at all', `select 1 as k, null as s`, {}, { verdict: 'not_assessed', reason: 'no_rows' }],
  ]),
  ...caseOf('monotonic', { column: 'k', direction: 'increasing' }, [
    ['rising, with a pause and a gap', to(1, 1, null, 2), {}, { verdict: 'pass', rows: 3, failing: 0 }],
    ['a pause is no rise', to(1, 1, 2), { strict: true }, { verdict: 'fail', failing: 1 }],
    ['falling', to(3, 2, 1), {}, { verdict: 'fail', failing: 2 }],
    ['falling as told', to(3, 2, 1), { direction: 'decreasing' }, { verdict: 'pass' }],
    ['told to warn', to(2, 1), warns, { verdict: 'warn' }],
    ['in another order', `select * from (values (2, 'b'), (1, 'a')) t(k, s)`, { orderBy: 's' }, { verdict: 'pass' }],
    [
      'each group apart',
      `select * from (values (5, 'a'), (1, 'b'), (6, 'a'), (2, 'b')) t(k, s)`,
      { by: 's' },
      { verdict: 'pass' },
    ],
    [
      'a hundred thousand rows as they stand',
      `select i as k from range(300000) t(i)`,
      { strict: true },
      { verdict: 'pass', rows: 300000, failing: 0 },
    ],
    ['all NULL', `select null::int as k`, {}, { verdict: 'not_assessed', reason: 'no_rows' }],
  ]),
];

const previous = { reference: { to: 'previous' } } as const;
const other = { reference: { to: 'dataset', datasetId: 'd' } } as const;

/** Rules that compare with a second version. */
export const referenceCases: readonly RuleCase[] = [
  ...caseOf('foreign_key', { ...other, column: 'k', otherColumn: 'k' }, [
    ['all there', to(1, 2, null), {}, { verdict: 'pass', rows: 2, failing: 0 }, to(1, 2, 3)],
    ['some not', to(1, 9, 9), {}, { verdict: 'fail', rows: 3, failing: 2, found: ['9'] }, to(1, 2, null)],
    ['told to warn', to(9), warns, { verdict: 'warn' }, to(1)],
    ['as text where the types differ', to('1', 'x'), {}, { verdict: 'fail', failing: 1 }, to(1)],
    ['nothing to compare with', to(1), {}, { verdict: 'not_assessed', reason: 'no_reference' }],
    [
      'no such column there',
      to(1),
      { otherColumn: 'z' },
      { verdict: 'not_assessed', reason: 'reference_column_missing' },
      to(1),
    ],
    [
      'the other is empty',
      to(1),
      {},
      { verdict: 'not_assessed', reason: 'reference_empty' },
      'select 1 as k where false',
    ],
  ]),
  ...caseOf('new_category', { column: 'k' }, [
    ['none new', to('a', 'b'), {}, { verdict: 'pass', rows: 2 }, to('a', 'b', 'c')],
    ['new ones', to('a', 'x', 'y', 'x'), {}, { verdict: 'fail', rows: 4, failing: 3, found: ['x', 'y'] }, to('a')],
    [
      'few are allowed',
      to('a', 'a', 'a', 'x'),
      { mostly: 0.75, warnMostly: 1 },
      { verdict: 'warn', failing: 1 },
      to('a'),
    ],
    ['nothing to compare with', to('a'), {}, { verdict: 'not_assessed', reason: 'no_reference' }],
    [
      'all NULL before',
      to('a'),
      {},
      { verdict: 'not_assessed', reason: 'reference_empty' },
      'select null::varchar as k',
    ],
  ]),
  ...caseOf('out_of_reference_range', { column: 'k' }, [
    ['within', to(1, 2), {}, { verdict: 'pass', rows: 2, found: ['0', '9'] }, to(0, 9)],
    ['outside', to(1, 20, -3), {}, { verdict: 'fail', rows: 3, failing: 2 }, to(0, 9)],
    ['told to warn', to(20), warns, { verdict: 'warn' }, to(0, 9)],
    [
      'infinity is no edge',
      `select 20.0::double as k`,
      {},
      { verdict: 'fail' },
      `select unnest(['inf', '-inf', 'nan', '1']::double[]) as k`,
    ],
    ['days', `select date '1960-01-01' as k`, {}, { verdict: 'fail' }, `select date '2026-01-01' as k`],
    ['texts have no range', to('a'), {}, { verdict: 'not_assessed', reason: 'wrong_type' }, to('a')],
    [
      'the other has no number',
      `select 1.0::double as k`,
      {},
      { verdict: 'not_assessed', reason: 'reference_empty' },
      `select null::double as k`,
    ],
  ]),
  ...caseOf('row_count_change', { min: -0.1, max: 0.5 }, [
    ['as many', to(1, 2), {}, { verdict: 'pass', rows: 2, value: 0 }, to(3, 4)],
    ['half of it is gone', to(1), {}, { verdict: 'fail', value: -0.5, found: ['2'] }, to(3, 4)],
    ['grown more than usual', to(1, 2, 3), { warnMax: 0.2 }, { verdict: 'warn', value: 0.5 }, to(3, 4)],
    ['all gone', 'select 1 as k where false', {}, { verdict: 'fail', rows: 0, value: -1 }, to(3)],
    ['there was none', to(1), {}, { verdict: 'not_assessed', reason: 'reference_empty' }, 'select 1 as k where false'],
    ['nothing to compare with', to(1), {}, { verdict: 'not_assessed', reason: 'no_reference' }],
  ]),
  ...caseOf('version_overlap', { ...previous, columns: ['k'] }, [
    ['apart', to(1, 2), {}, { verdict: 'pass', rows: 2, failing: 0 }, to(3, 4)],
    ['cases of the other', to(1, 3, 3), {}, { verdict: 'fail', rows: 3, failing: 2 }, to(3, 4)],
    ['told to warn', to(3), warns, { verdict: 'warn' }, to(3)],
    ['NULL equals NULL', `select null::int as k`, {}, { verdict: 'fail', failing: 1 }, `select null::int as k`],
    ['nothing to compare with', to(1), {}, { verdict: 'not_assessed', reason: 'no_reference' }],
  ]),
  ...caseOf('correlation', { column: 'k', label: 'y' }, [
    ['weak', 'select i % 7 as k, i % 5 as y from range(350) t(i)', { max: 0.5 }, { verdict: 'pass', rows: 350 }],
    [
      'a leak, whichever way',
      'select i as k, -i as y from range(50) t(i)',
      { max: 0.9 },
      { verdict: 'fail', value: -1 },
    ],
    ['nearly', 'select i as k, i as y from range(50) t(i)', { max: 1, warnMax: 0.9 }, { verdict: 'warn' }],
    ['a truth value as label', 'select i as k, i > 25 as y from range(50) t(i)', { max: 0.95 }, { verdict: 'pass' }],
    [
      'a constant goes with nothing',
      'select 1 as k, i as y from range(5) t(i)',
      { max: 0.9 },
      { verdict: 'not_assessed', reason: 'not_computable' },
    ],
    [
      'as before',
      'select i as k, i as y from range(50) t(i)',
      { maxChange: 0.1 },
      { verdict: 'pass' },
      'select i as k, i as y from range(9) t(i)',
    ],
    [
      'turned round',
      'select i as k, i as y from range(50) t(i)',
      { maxChange: 0.1 },
      { verdict: 'fail' },
      'select i as k, -i as y from range(9) t(i)',
    ],
    [
      'nothing to compare with',
      'select i as k, i as y from range(5) t(i)',
      { maxChange: 0.1 },
      { verdict: 'not_assessed', reason: 'no_reference' },
    ],
    [
      'a constant before',
      'select i as k, i as y from range(5) t(i)',
      { maxChange: 0.1 },
      { verdict: 'not_assessed', reason: 'reference_empty' },
      'select 1 as k, i as y from range(9) t(i)',
    ],
  ]),
];
