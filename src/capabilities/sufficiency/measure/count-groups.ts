import type { Measured } from '../checks/measured.ts';
import { type Asking, askRows, rowsOf } from './ask-rows.ts';
import { portionsOf } from './rows-sql.ts';

/** So many classes are told one by one; a target with more is a number or a name. */
const mostClasses = 100;
const mostGroups = 50;

export async function countClasses(asking: Asking): Promise<Measured['classes']> {
  const { target, entity } = asking.table.plan;
  const { task } = asking.table;
  if (!rowsOf(asking).has(target) || task === 'regression') return [];
  const found = await askRows<{ value: string; rows: number; entities: number | null }>(asking, (at) => {
    const whose = at.together(entity);
    return `select ${at.text(target)} as value, count(*) as rows, ${whose ? `count(distinct ${whose})` : 'null'} as entities
      from ${at.from} where ${at.value(target)} is not null group by 1 order by 2 desc, 1 limit ${mostClasses}`;
  });
  return found;
}

/** Each declared segment, with how many rows have any value of its column. */
export async function countSegments(asking: Asking): Promise<Measured['segments']> {
  const rows = rowsOf(asking);
  const declared = asking.table.plan.segments.filter(({ column }) => rows.has(column));
  const found: Measured['segments'][number][] = [];
  for (const some of portionsOf(declared)) {
    const [row = {}] = await askRows<Record<string, number | null>>(asking, (at) => {
      const counts = some.flatMap(({ column, value }, index) => {
        const hit = at.hit;
        const isIn = `${at.text(column)} = ${at.params.add(value)}`;
        return [
          `count(*) filter (${isIn}) as r${index}`,
          `${hit ? `coalesce(sum(${hit}) filter (${isIn}), 0)::bigint` : 'null'} as p${index}`,
          `count(${at.value(column)}) as f${index}`,
        ];
      });
      return `select ${counts.join(', ')} from ${at.from}`;
    });
    found.push(
      ...some.map(({ name, column, value }, index) => ({
        name,
        column,
        value,
        rows: row[`r${index}`] ?? 0,
        positives: row[`p${index}`] ?? null,
        filled: row[`f${index}`] ?? 0,
      })),
    );
  }
  return found;
}

/** By value of each column that tells of a group: hits, and how empty the features are. */
export async function countGroups(asking: Asking): Promise<Measured['groups']> {
  const rows = rowsOf(asking);
  const found: Measured['groups'][number][] = [];
  for (const column of asking.table.plan.groups.filter((name) => rows.has(name))) {
    const others = rows.features.filter((name) => name !== column);
    const counted = await askRows<{ value: string; rows: number; positives: number | null; empty: number }>(
      asking,
      (at) => {
        const hit = at.hit;
        const empty = others.map((name) => `(${at.value(name)} is null)::int`).join(' + ') || '0';
        return `select coalesce(${at.text(column)}, '') as value, count(*) as rows,
          ${hit ? `coalesce(sum(${hit}), 0)::bigint` : 'null'} as positives,
          avg(${empty})::double as empty
          from ${at.from} group by 1 order by 2 desc, 1 limit ${mostGroups}`;
      },
    );
    found.push(
      ...counted.map(({ value, rows: count, positives, empty }) => ({
        column,
        value: value === '' ? '?' : value,
        rows: count,
        positives,
        missingShare: empty / Math.max(1, others.length),
      })),
    );
  }
  return found;
}

export async function countMonths(asking: Asking): Promise<Measured['months']> {
  const { moment } = asking.table.plan;
  if (!rowsOf(asking).has(moment)) return [];
  return askRows<{ month: string; rows: number; positives: number | null }>(asking, (at) => {
    const hit = at.hit;
    return `select strftime(${at.moment(moment)}, '%Y-%m') as month, ${hit ? `count(${hit})` : 'count(*)'} as rows,
      ${hit ? `coalesce(sum(${hit}), 0)::bigint` : 'null'} as positives
      from ${at.from} where ${at.moment(moment)} is not null group by 1 order by 1 limit 1200`;
  });
}

/** Rows by what the first and what the second who labelled said, over all values that either gave. */
export async function countRaters(asking: Asking): Promise<Measured['raters']> {
  const { target, secondLabel } = asking.table.plan;
  const rows = rowsOf(asking);
  if (!rows.has(target) || !rows.has(secondLabel) || asking.table.task === 'regression') return null;
  const counted = await askRows<{ a: string; b: string; n: number }>(asking, (at) => {
    const [first, second] = [at.text(target), at.text(secondLabel)];
    return `select ${first} as a, ${second} as b, count(*) as n from ${at.from}
      where ${first} is not null and ${second} is not null group by 1, 2 order by 3 desc, 1, 2 limit ${mostClasses ** 2}`;
  });
  const labels = [...new Set(counted.flatMap(({ a, b }) => [a, b]))].sort();
  if (labels.length > mostClasses) return null;
  const count = (a: string, b: string) => counted.find((each) => each.a === a && each.b === b)?.n ?? 0;
  return labels.map((a) => labels.map((b) => count(a, b)));
}

/** Rows that are the same in every feature: of those with more than one label, all but the most frequent. */
export async function countClashes(asking: Asking): Promise<Measured['clashes']> {
  const { target } = asking.table.plan;
  const rows = rowsOf(asking);
  const { features } = rows;
  if (!rows.has(target) || features.length === 0) return null;
  const [row] = await askRows<{ compared: number; minority: number; clashing: number }>(asking, (at) => {
    const byLabel = `select ${at.together(features)} as g, ${at.text(target)} as y, count(*) as n from ${at.from}
      where ${at.value(target)} is not null group by 1, 2`;
    const byGroup = `select sum(n) as n, max(n) as most from (${byLabel}) group by g having sum(n) > 1`;
    return `select coalesce(sum(n), 0)::bigint as compared, coalesce(sum(n - most), 0)::bigint as minority,
      coalesce(sum(n) filter (n > most), 0)::bigint as clashing from (${byGroup})`;
  });
  return row ? { rows: row.clashing, minority: row.minority, compared: row.compared } : null;
}
