import type { CaseSource } from './case-rows.ts';

/** More values than these nobody reads; the others are taken together, so that the parts add up to the whole. */
const shownParts = 30;

interface Sliced {
  /** columns of the rows that are told apart within a part */
  keys: readonly string[];
  /** `cases`, and columns of the rows that are summed */
  counted: readonly string[];
  /** table of the rows, with a column `g0`... of each segment */
  rows: string;
}

/** For each segment a table `slice0`... of `kind`, `value`, the keys, and what was counted. */
export function slicesSql(segments: readonly string[], { keys, counted, rows }: Sliced): string[] {
  const sums = counted.filter((name) => name !== 'cases');
  const list = (names: readonly string[]) => names.map((name) => `, ${name}`).join('');
  const added = counted.map((name) => `, sum(${name})${name === 'cases' ? '::bigint' : ''} as ${name}`).join('');
  return segments.flatMap((_, place) => [
    `by${place} as materialized (select g${place} as g${list(keys)}, count(*) as cases${sums.map((name) => `, coalesce(sum(${name}), 0) as ${name}`).join('')}
      from ${rows} group by all)`,
    `tops${place} as (select g from by${place} where g is not null group by g order by sum(cases) desc, g limit ${shownParts})`,
    `slice${place} as (select kind, case when kind = 'value' then g end as value${list(keys)}${added} from (select *,
      case when g is null then 'missing' when g in (select g from tops${place}) then 'value' else 'others' end as kind
      from by${place}) group by all)`,
  ]);
}

/** An id that stands twice has the same digest twice; of a million ids two have one by chance once in thirty million tables. */
export const repeatedIdsSql = ({ columns }: CaseSource): string =>
  columns.id === undefined ? '' : `, count(id_digest) - count(distinct id_digest) as "repeatedIds"`;
