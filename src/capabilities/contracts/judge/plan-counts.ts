import type { Rule, RuleOf } from '../rule-contract.ts';
import { compileConditions } from './compile-condition.ts';
import { groupOf, type Plan, type Planning, type Reading } from './plan.ts';
import { columnOf } from './relation.ts';
import { every, quoted, surely } from './sql-text.ts';

/** How often each value stands: one SELECT for all rules on the same column, rows and groups. */
function countValues(rule: Rule & { column: string }, planning: Planning): string {
  const name = quoted(columnOf(planning.data, rule.column).name);
  const looked = every([...compileConditions(rule.where, planning.data), `${name} is not null`]);
  const group = groupOf(rule, planning) ?? 'null::varchar';
  return `select grp, sum(n)::bigint as n_rows, coalesce(sum(n) filter (where n > 1), 0)::bigint as failing,
    count(*)::double as value, max(n)::bigint as top, min(v::varchar) filter (where n = most) as note
    from (select *, max(n) over (partition by grp) as most
      from (select ${group} as grp, ${name} as v, count(*) as n from ${planning.data.from} where ${looked} group by 1, 2))
    group by grp`;
}

/** The rows whose value, or combination of values, stands more than once. */
function duplicated(rule: Rule, planning: Planning, names: readonly string[]): string {
  const looked = every(compileConditions(rule.where, planning.data));
  const key = `struct_pack(${names.map((name, at) => `k${at} := ${name}`).join(', ')})`;
  const group = groupOf(rule, planning);
  const whole = group === null ? key : `struct_pack(g := ${group}, k := ${key})`;
  return `${looked} and ${whole} in (select ${whole} from ${planning.data.from} where ${looked} group by 1 having count(*) > 1)`;
}

export function planUnique(rule: RuleOf<'unique'>, planning: Planning): Plan {
  const name = quoted(columnOf(planning.data, rule.column).name);
  const broken = `${name} is not null and ${duplicated(rule, planning, [name])}`;
  return { kind: 'own', select: countValues(rule, planning), broken };
}

type Distinct = RuleOf<'distinct_count' | 'distinct_share' | 'most_common' | 'not_constant'>;

const readings: Readonly<Record<Distinct['kind'], Reading>> = {
  distinct_count: ({ value }) => ({ failing: null, value }),
  distinct_share: ({ value, rows }) => ({ failing: null, value: (value ?? 0) / rows }),
  not_constant: ({ value, note }) => ({ failing: null, value, found: value === 1 && note !== null ? [note] : [] }),
  most_common: ({ top, rows, note }) => ({
    failing: null,
    value: (top ?? 0) / rows,
    found: note === null ? [] : [note],
  }),
};

export function planDistinct(rule: Distinct, planning: Planning): Plan {
  return { kind: 'own', select: countValues(rule, planning), read: readings[rule.kind], broken: null };
}

export function planCompoundUnique(rule: RuleOf<'compound_unique'>, planning: Planning): Plan {
  const names = rule.columns.map((name) => quoted(columnOf(planning.data, name).name));
  const there = names.map((name) => `${name} is not null`);
  const broken = every([...there, duplicated(rule, planning, names)]);
  return { kind: 'own', select: countCopies(rule, planning, { names, looks: there }), broken };
}

export function planDuplicateRows(rule: RuleOf<'duplicate_rows'>, planning: Planning): Plan {
  const names = (rule.columns ?? planning.data.columns.map(({ name }) => name)).map((name) =>
    quoted(columnOf(planning.data, name).name),
  );
  const select = countCopies(rule, planning, { names, looks: [] });
  return { kind: 'own', select, broken: duplicated(rule, planning, names) };
}

/**
 * Wide keys are first counted by their hash, which takes little memory, and only rows whose hash stands more than once by their
 * values: exact, whatever the hash does.
 */
function countCopies(
  rule: Rule,
  planning: Planning,
  { names, looks }: { names: readonly string[]; looks: readonly string[] },
): string {
  const { from } = planning.data;
  const looked = every([...compileConditions(rule.where, planning.data), ...looks]);
  const group = groupOf(rule, planning) ?? 'null::varchar';
  const hash = `hash(${[group, ...names].join(', ')})`;
  const suspects = `select ${hash} from ${from} where ${looked} group by 1 having count(*) > 1`;
  const copies = `select grp, sum(n) as failing from
    (select ${group} as grp, count(*) as n from ${from} where ${looked} and ${hash} in (${suspects}) group by ${[group, ...names].join(', ')} having count(*) > 1)
    group by grp`;
  return `select a.grp, a.n_rows, coalesce(c.failing, 0)::bigint as failing, null::double as value, null::bigint as top, null::varchar as note
    from (select ${group} as grp, count(*) as n_rows from ${from} where ${looked} group by 1) a
    left join (${copies}) c on a.grp is not distinct from c.grp`;
}

/** Cases that are alike in every feature and yet have different labels. */
export function planConflictingLabels(rule: RuleOf<'conflicting_labels'>, planning: Planning): Plan {
  const { from } = planning.data;
  const names = rule.columns.map((name) => quoted(columnOf(planning.data, name).name));
  const label = quoted(columnOf(planning.data, rule.label).name);
  const looked = every([...compileConditions(rule.where, planning.data), `${label} is not null`]);
  const group = groupOf(rule, planning) ?? 'null::varchar';
  const keys = [group, ...names].join(', ');
  const differs = `having min(${label}::varchar) <> max(${label}::varchar)`;
  const suspects = `select hash(${keys}) from ${from} where ${looked} group by 1 ${differs}`;
  const select = `select a.grp, a.n_rows, coalesce(c.failing, 0)::bigint as failing, null::double as value, null::bigint as top, null::varchar as note
    from (select ${group} as grp, count(*) as n_rows from ${from} where ${looked} group by 1) a
    left join (select grp, sum(n) as failing from (select ${group} as grp, count(*) as n from ${from}
      where ${looked} and hash(${keys}) in (${suspects}) group by ${keys} ${differs}) group by grp) c
    on a.grp is not distinct from c.grp`;
  const key = `struct_pack(${[group, ...names].map((name, at) => `k${at} := ${name}`).join(', ')})`;
  const broken = `${looked} and ${key} in (select ${key} from ${from} where ${looked} group by 1 ${differs})`;
  return { kind: 'own', select, broken };
}

/** Each row against the one before it, in the order told or as they stand. */
export function planMonotonic(rule: RuleOf<'monotonic'>, planning: Planning): Plan {
  const column = columnOf(planning.data, rule.column);
  const name = quoted(column.name);
  const looked = every([...compileConditions(rule.where, planning.data), `${name} is not null`]);
  const group = groupOf(rule, planning) ?? 'null::varchar';
  const place =
    rule.orderBy === undefined ? 'row_number() over ()' : quoted(columnOf(planning.data, rule.orderBy).name);
  const sign = { increasing: ['>=', '>'], decreasing: ['<=', '<'] }[rule.direction][rule.strict ? 1 : 0] ?? '>=';
  const numbered = `select ${group} as grp, ${name} as v, ${place} as place from ${planning.data.from} where ${looked}`;
  const pairs = `select grp, v, lag(v) over (partition by grp order by place) as before,
    row_number() over (partition by grp order by place) as nth from (${numbered})`;
  const broken = `nth > 1 and not ${surely(`v ${sign} before`)}`;
  const select = `select grp, count(*) as n_rows, count(*) filter (where ${broken}) as failing, null::double as value,
    null::bigint as top, min(v::varchar) filter (where ${broken}) as note from (${pairs}) group by grp`;
  const found: Reading = ({ failing, rows, note }) => ({
    value: (rows - (failing ?? 0)) / rows,
    found: note === null ? [] : [note],
  });
  return { kind: 'own', select, read: found, broken: null };
}
