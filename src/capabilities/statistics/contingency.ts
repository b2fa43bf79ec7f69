import { chiSquareTail, normalTails } from './distributions.ts';
import { exact, type Figure, notComputable } from './figure.ts';

export interface Contingency {
  chiSquare: Figure;
  degrees: number;
  /** how likely so large a chi-square is when rows and columns have nothing to do with one another */
  chance: Figure;
  /** likelihood ratio, 2 times the sum of O ln(O / E) */
  g: Figure;
  chanceOfG: Figure;
  /** strength from 0 to 1 (Cramér) */
  v: Figure;
  /** the same with what chance adds taken off (Bergsma 2013) */
  correctedV: Figure;
}

/** What a table of counts says of its two sides. Rows and columns without any case are left out; no correction by Yates. */
export function contingencyOf(counted: readonly (readonly number[])[]): Contingency {
  const table = withoutEmpty(counted);
  const [rows, columns] = [table.length, table[0]?.length ?? 0];
  if (rows === 0) return allOf(notComputable('no_values'));
  if (rows === 1 || columns === 1) return unrelated;
  const sums = table.map((row) => row.reduce((sum, cell) => sum + cell, 0));
  const across = (table[0] ?? []).map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const all = sums.reduce((sum, each) => sum + each, 0);
  let [chiSquare, g] = [0, 0];
  table.forEach((row, r) =>
    row.forEach((observed, c) => {
      const expected = ((sums[r] ?? 0) * (across[c] ?? 0)) / all;
      chiSquare += (observed - expected) ** 2 / expected;
      if (observed > 0) g += 2 * observed * Math.log(observed / expected);
    }),
  );
  const degrees = (rows - 1) * (columns - 1);
  return {
    chiSquare: exact(chiSquare),
    degrees,
    chance: exact(chiSquareTail(chiSquare, degrees)),
    g: exact(Math.max(0, g)),
    chanceOfG: exact(chiSquareTail(g, degrees)),
    v: exact(Math.sqrt(chiSquare / (all * Math.min(rows - 1, columns - 1)))),
    correctedV: correctedV({ chiSquare, all, rows, columns }),
  };
}

function correctedV({
  chiSquare,
  all,
  rows,
  columns,
}: Record<'chiSquare' | 'all' | 'rows' | 'columns', number>): Figure {
  if (all < 2) return notComputable('too_few_values');
  const square = Math.max(0, chiSquare / all - ((columns - 1) * (rows - 1)) / (all - 1));
  const width = (count: number) => count - (count - 1) ** 2 / (all - 1);
  const least = Math.min(width(rows), width(columns)) - 1;
  return least > 0 ? exact(Math.min(1, Math.sqrt(square / least))) : notComputable('too_few_values');
}

/** Cells in which fewer than five are expected are counted together, so that chi-square may be trusted. */
export function poolRare(a: readonly number[], b: readonly number[]): [number[], number[]] {
  const sum = (cells: readonly number[]) => cells.reduce((all, cell) => all + cell, 0);
  const share = Math.min(sum(a), sum(b)) / (sum(a) + sum(b));
  const pooled: [number[], number[]] = [[], []];
  const rare = [0, 0] as [number, number];
  a.forEach((cell, index) => {
    const other = b[index] ?? 0;
    if ((cell + other) * share < 5) {
      rare[0] += cell;
      rare[1] += other;
    } else {
      pooled[0].push(cell);
      pooled[1].push(other);
    }
  });
  if (rare[0] + rare[1] > 0) pooled.forEach((side, index) => side.push(rare[index] ?? 0));
  return pooled;
}

/** Whether two populations differ over the same cells. */
export function homogeneity(a: readonly number[], b: readonly number[]): Contingency {
  if (a.length !== b.length) return allOf(notComputable('not_same_cells'));
  const isEmpty = (side: readonly number[]) => side.every((cell) => cell === 0);
  if (isEmpty(a) || isEmpty(b)) return allOf(notComputable('one_side_empty'));
  return contingencyOf(poolRare(a, b));
}

export interface Counted {
  count: number;
  total: number;
}

/** Whether two shares differ: z with one common share, and the chance of one so large on either side. */
export function compareShares(a: Counted, b: Counted): { z: Figure; chance: Figure } {
  if (a.total === 0 || b.total === 0) {
    const none = notComputable('one_side_empty');
    return { z: none, chance: none };
  }
  const common = (a.count + b.count) / (a.total + b.total);
  const error = Math.sqrt(common * (1 - common) * (1 / a.total + 1 / b.total));
  if (error === 0) return { z: exact(0), chance: exact(1) };
  const z = (a.count / a.total - b.count / b.total) / error;
  return { z: exact(z), chance: exact(normalTails(z)) };
}

const allOf = (figure: Figure): Contingency => ({
  chiSquare: figure,
  degrees: 0,
  chance: figure,
  g: figure,
  chanceOfG: figure,
  v: figure,
  correctedV: figure,
});

const unrelated: Contingency = {
  chiSquare: exact(0),
  degrees: 0,
  chance: exact(1),
  g: exact(0),
  chanceOfG: exact(1),
  v: exact(0),
  correctedV: exact(0),
};

function withoutEmpty(table: readonly (readonly number[])[]): number[][] {
  const rows = table.filter((row) => row.some((cell) => cell > 0));
  const columns = (rows[0] ?? []).map((_, index) => index).filter((index) => rows.some((row) => (row[index] ?? 0) > 0));
  return rows.map((row) => columns.map((index) => row[index] ?? 0));
}
