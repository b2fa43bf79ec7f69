import { type Asking, askRows, rowsOf } from './ask-rows.ts';
import { type PlannedRows, portionsOf } from './rows-sql.ts';

/** How a feature is cut into cells: 0 is empty, the rest by edges or by frequent values, the last what is in none. */
export type Binning =
  | { column: string; by: 'edges'; edges: readonly number[] }
  | { column: string; by: 'values'; values: readonly string[] };

const deciles = Array.from({ length: 9 }, (_, index) => (index + 1) / 10);
const mostValues = 20;

export const cellCount = (binning: Binning): number =>
  binning.by === 'edges' ? binning.edges.length + 2 : binning.values.length + 2;

/**
 * Cells from what is learnt from alone, so that the test has no say in them; from all rows where there is no split.
 * Quantiles are of values that there are, so the same rows give the same cells.
 */
export async function binFeatures(asking: Asking, columns: readonly string[]): Promise<Binning[]> {
  const rows = rowsOf(asking);
  const ordered = columns.filter((name) => rows.shapeOf(name) !== 'list');
  const edges = new Map<string, readonly number[]>();
  for (const some of portionsOf(ordered)) {
    const [row = {}] = await askRows<Record<string, number[] | null>>(asking, (at) => {
      const quantiles = some.map(
        (name, index) => `quantile_disc(${at.ordered(name)}, [${deciles.join(', ')}]) as q${index}`,
      );
      return `select ${quantiles.join(', ')} from ${at.from} where ${learnt(at)}`;
    });
    some.forEach((name, index) =>
      edges.set(
        name,
        [...new Set(row[`q${index}`] ?? [])].sort((a, b) => a - b),
      ),
    );
  }
  const found: Binning[] = [];
  for (const column of columns) {
    const known = edges.get(column);
    if (known) found.push({ column, by: 'edges', edges: known });
    else found.push({ column, by: 'values', values: await frequentValues(asking, column) });
  }
  return found;
}

function learnt(at: PlannedRows): string {
  const { side } = at;
  return side === null ? 'true' : `${side} = 0`;
}

async function frequentValues(asking: Asking, column: string): Promise<string[]> {
  const found = await askRows<{ v: string }>(asking, (at) => {
    const value = `left(${at.text(column)}, 500)`;
    return `select ${value} as v, count(*) as n from ${at.from} where ${at.value(column)} is not null and ${learnt(at)}
      group by 1 order by 2 desc, 1 limit ${mostValues}`;
  });
  return found.map(({ v }) => v);
}

/** The cell of a row, as a small whole number. */
export function cellSql(at: PlannedRows, binning: Binning): string {
  const { column } = binning;
  if (binning.by === 'edges') {
    const value = at.ordered(column);
    const cases = binning.edges.map((edge, index) => `when ${value} <= ${asDouble(edge)} then ${index + 1}`);
    return `case when ${value} is null then 0 ${cases.join(' ')} else ${binning.edges.length + 1} end`;
  }
  const value = `left(${at.text(column)}, 500)`;
  const cases = binning.values.map((each, index) => `when ${value} = ${at.params.add(each)} then ${index + 1}`);
  return `case when ${value} is null then 0 ${cases.join(' ')} else ${binning.values.length + 1} end`;
}

/** To the last bit, and never taken for a decimal. */
const asDouble = (value: number): string => `'${value}'::double`;
