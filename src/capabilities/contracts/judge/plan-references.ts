import type { RuleOf } from '../rule-contract.ts';
import type { NotAssessed } from '../verdict-contract.ts';
import { type Column, columnClass, isNumeric, isTemporal } from './column-class.ts';
import { compileConditions } from './compile-condition.ts';
import { countOf, groupOf, type Plan, type Planning, referenceOf } from './plan.ts';
import { columnOf, NotAssessable, type Relation } from './relation.ts';
import { correlationOf, finite } from './plan-figures.ts';
import { every, quoted, textLiteral } from './sql-text.ts';

const noReference: NotAssessed = { code: 'reference_empty', column: null, detail: null };
const shown = 10;
const between = '\n';

interface Membership {
  rule: RuleOf<'foreign_key' | 'new_category'>;
  column: Column;
  reference: Relation;
  other: Column;
}

export function planForeignKey(rule: RuleOf<'foreign_key'>, planning: Planning): Plan {
  return planMembership({ ...sides(rule, planning, rule.otherColumn), rule }, planning);
}

export function planNewCategory(rule: RuleOf<'new_category'>, planning: Planning): Plan {
  return planMembership({ ...sides(rule, planning, rule.column), rule }, planning);
}

function sides(rule: { column: string }, planning: Planning, otherName: string) {
  const reference = referenceOf(planning);
  const other = columnOf(reference, otherName, 'reference_column_missing');
  return { column: columnOf(planning.data, rule.column), reference, other };
}

/** Types of one family compare as they are; all others as text. */
function key(column: Column, other: Column): string {
  const name = quoted(column.name);
  const alike = column.type === other.type || (isNumeric(column.type) && isNumeric(other.type));
  return alike ? name : `${name}::varchar`;
}

/** Values that do not stand in the reference. */
function planMembership({ rule, column, reference, other }: Membership, planning: Planning): Plan {
  const name = quoted(column.name);
  const looked = every([...compileConditions(rule.where, planning.data), `${name} is not null`]);
  const group = groupOf(rule, planning) ?? 'null::varchar';
  const mine = key(column, other);
  const theirs = `select ${key(other, column)} from ${reference.from} where ${quoted(other.name)} is not null`;
  const broken = `${looked} and ${mine} not in (${theirs})`;
  const values = `select ${group} as grp, ${name}::varchar as v, ${mine} not in (${theirs}) as is_new, count(*) as n
    from ${planning.data.from} where ${looked} group by all`;
  const select = `select grp, sum(n)::bigint as n_rows, coalesce(sum(n) filter (where is_new), 0)::bigint as failing,
    (select count(*) from (${theirs}))::double as value, null::bigint as top,
    array_to_string(list_sort(list_slice(arg_max(v, n, ${shown}) filter (where is_new), 1, ${shown})), ${textLiteral(between)}) as note
    from (${values}) group by grp`;
  return {
    kind: 'own',
    select,
    broken,
    read: ({ rows, failing, value, note }) => ({
      value: (rows - (failing ?? 0)) / rows,
      found: note ? note.split(between) : [],
      ...(value === 0 ? { reason: noReference } : {}),
    }),
  };
}

export function planOutOfReferenceRange(rule: RuleOf<'out_of_reference_range'>, planning: Planning): Plan {
  const { column, reference, other } = sides(rule, planning, rule.column);
  for (const { name, type } of [column, other])
    if (!isNumeric(type) && !isTemporal(type)) throw new NotAssessable('wrong_type', { column: name, detail: type });
  if (
    isNumeric(column.type) !== isNumeric(other.type) ||
    (columnClass(column.type) === 'time') !== (columnClass(other.type) === 'time')
  )
    throw new NotAssessable('wrong_type', { column: column.name, detail: `${column.type}, ${other.type}` });
  const name = quoted(column.name);
  const looked = every([...compileConditions(rule.where, planning.data), `${name} is not null`]);
  const group = groupOf(rule, planning) ?? 'null::varchar';
  const theirs = quoted(other.name);
  const edges = `select min(${theirs}) as lo, max(${theirs}) as hi from ${reference.from} where ${every([...compileConditions(rule.where, reference), finite(other)])}`;
  const select = `select grp, count(*) as n_rows, ${countOf('v < lo or v > hi')} as failing, null::double as value, null::bigint as top,
    any_value(lo::varchar || ${textLiteral(between)} || hi::varchar) as note
    from (select ${group} as grp, ${name} as v from ${planning.data.from} where ${looked}), (${edges}) group by grp`;
  return {
    kind: 'own',
    select,
    broken: `${looked} and (${name} < (select lo from (${edges})) or ${name} > (select hi from (${edges})))`,
    read: ({ rows, failing, note }) => ({
      value: (rows - (failing ?? 0)) / rows,
      found: note ? note.split(between) : [],
      ...(note === null ? { reason: noReference } : {}),
    }),
  };
}

export function planRowCountChange(rule: RuleOf<'row_count_change'>, planning: Planning): Plan {
  const reference = referenceOf(planning);
  const count = (relation: Relation) =>
    `(select count(*) from ${relation.from} where ${every(compileConditions(rule.where, relation))})`;
  const select = `select null::varchar as grp, ${count(planning.data)} as n_rows, null::bigint as failing,
    ${count(reference)}::double as value, null::bigint as top, null::varchar as note`;
  return {
    kind: 'own',
    select,
    broken: null,
    read: ({ rows, value }) =>
      value ? { value: (rows - value) / value, found: [String(value)] } : { value: null, reason: noReference },
  };
}

/** How strongly a column goes with the label now, and against the reference. */
export function planCorrelation(rule: RuleOf<'correlation'>, planning: Planning): Plan {
  const now = correlationIn(rule, planning.data);
  if (rule.maxChange === undefined) return { kind: 'scan', aggregates: now.aggregates, group: null, broken: null };
  const before = correlationIn(rule, referenceOf(planning));
  const select = `select null::varchar as grp, ${now.aggregates.rows} as n_rows, null::bigint as failing, ${now.aggregates.value} as value,
    null::bigint as top, (select ${before.aggregates.value} from ${before.from})::varchar as note from ${planning.data.from}`;
  return {
    kind: 'own',
    select,
    broken: null,
    read: ({ value, note }) =>
      note === null || !Number.isFinite(Number(note)) ? { value: null, reason: noReference } : { value, found: [note] },
  };
}

function correlationIn(rule: RuleOf<'correlation'>, relation: Relation) {
  const { looks, value } = correlationOf(relation, [rule.column, rule.label]);
  const looked = every([...compileConditions(rule.where, relation), ...looks]);
  const aggregates = { rows: countOf(looked), value: `(${value} filter (where ${looked}))::double` };
  return { aggregates, from: relation.from };
}

/** Cases of this version that stand in the other one too: what a model was trained on must not judge it. */
export function planVersionOverlap(rule: RuleOf<'version_overlap'>, planning: Planning): Plan {
  const reference = referenceOf(planning);
  const pairs = rule.columns.map((name) => {
    const [mine, theirs] = [columnOf(planning.data, name), columnOf(reference, name, 'reference_column_missing')];
    return [key(mine, theirs), key(theirs, mine)] as const;
  });
  const looked = every(compileConditions(rule.where, planning.data));
  const group = groupOf(rule, planning) ?? 'null::varchar';
  const row = (side: 0 | 1) => `struct_pack(${pairs.map((pair, at) => `k${at} := ${pair[side]}`).join(', ')})`;
  const mine = pairs.map(([name], at) => `${name} as k${at}`).join(', ');
  const theirs = pairs.map((pair, at) => `${pair[1]} as k${at}`).join(', ');
  const alike = pairs.map((_, at) => `a.k${at} is not distinct from b.k${at}`).join(' and ');
  const select = `select grp, sum(n)::bigint as n_rows, coalesce(sum(n) filter (where there), 0)::bigint as failing,
    (select count(*) from ${reference.from})::double as value, null::bigint as top, null::varchar as note
    from (select a.grp, a.n, b.there is not null as there
      from (select ${group} as grp, ${mine}, count(*) as n from ${planning.data.from} where ${looked} group by all) a
      left join (select distinct ${theirs}, true as there from ${reference.from}) b on ${alike}) group by grp`;
  return {
    kind: 'own',
    select,
    broken: `${looked} and ${row(0)} in (select ${row(1)} from ${reference.from})`,
    read: ({ rows, failing, value }) => ({
      value: (rows - (failing ?? 0)) / rows,
      ...(value === 0 ? { reason: noReference } : {}),
    }),
  };
}
