import { readable } from './axis-text.ts';
import type { SegmentProfile, TableProfile } from './contract.ts';
import { countTable } from './count-table.ts';
import { valuesSql } from './profile-target.ts';
import { conditionsSql, type RowCondition } from './row-conditions.ts';
import type { Table } from './table-source.ts';

/** A named part of the rows: each value of a column apart, or the rows for which conditions hold. */
export interface Segment {
  name: string;
  rule: { column: string } | { all: readonly RowCondition[] };
}

/** Everything counted apart for the parts of a segment, the largest first. A column that the table does not have gives none. */
export async function countSegment(
  table: Table,
  profile: TableProfile,
  { segment: { name, rule }, most }: { segment: Segment; most: number },
): Promise<SegmentProfile[]> {
  if ('all' in rule) return countWhere(table, profile, { name, all: rule.all });
  const column = table.columns.find((each) => each.name === rule.column);
  if (!column) return [];
  const counted = await countTable(table, profile.frame.columns, { by: valuesSql(column, profile, most) });
  const values = counted
    .map(({ key, counts }) => ({ value: key === null ? null : readable(column.kind, key), counts }))
    .sort((a, b) => Number(a.value === null) - Number(b.value === null) || b.counts.rows - a.counts.rows);
  return [{ name, column: column.name, values }];
}

async function countWhere(
  table: Table,
  profile: TableProfile,
  { name, all }: { name: string; all: readonly RowCondition[] },
): Promise<SegmentProfile[]> {
  const condition = conditionsSql(table, all);
  if (condition === null) return [];
  const counted = await countTable(table, profile.frame.columns, { by: `case when ${condition} then 'within' end` });
  const within = counted.filter(({ key }) => key !== null);
  return [{ name, column: null, values: within.map(({ counts }) => ({ value: name, counts })) }];
}
