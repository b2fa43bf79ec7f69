import { text } from './column-sql.ts';
import type { Table } from './table-source.ts';

const comparisons = { is: '=', is_not: '<>', under: '<', at_most: '<=', over: '>', at_least: '>=' } as const;

/** What must hold for a row; values are text in the form of their column. */
export interface RowCondition {
  column: string;
  op: keyof typeof comparisons | 'in' | 'empty' | 'not_empty';
  values: readonly string[];
}

/** SQL that is true for the rows of which all hold; null where the table has not all the columns. */
export function conditionsSql(table: Pick<Table, 'columns'>, all: readonly RowCondition[]): string | null {
  const found = all.map((each) => conditionSql(table, each));
  return found.includes(null) ? null : found.map((sql) => `(${sql})`).join(' and ');
}

function conditionSql({ columns }: Pick<Table, 'columns'>, { column, op, values }: RowCondition): string | null {
  const found = columns.find(({ name }) => name === column);
  if (!found) return null;
  const at = `c${found.place}`;
  // A value that is none of the column's type is equal to nothing.
  const asColumn = (value: string) => `try_cast(${text(value)} as ${found.type})`;
  if (op === 'empty') return `${at} is null`;
  if (op === 'not_empty') return `${at} is not null`;
  if (op === 'in') return `${at} in (${values.map(asColumn).join(', ')})`;
  return `${at} ${comparisons[op]} ${asColumn(values[0] ?? '')}`;
}
