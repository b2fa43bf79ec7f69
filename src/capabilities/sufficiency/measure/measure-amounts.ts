import type { RowAmount } from '../checks/measured.ts';
import { type Asking, askRows, rowsOf } from './ask-rows.ts';

/** What the value model prices by the row: for hits or for the others. */
export interface PricedColumn {
  path: string;
  column: string;
  isOfHits: boolean;
}

/** The mean of each such column over the cases of its truth, with half of its 95 % interval. */
export async function measureAmounts(asking: Asking, priced: readonly PricedColumn[]): Promise<RowAmount[]> {
  const rows = rowsOf(asking);
  const there = priced.filter(({ column }) => rows.has(column) && rows.shapeOf(column) === 'number');
  if (rows.hit === null || there.length === 0) return [];
  const [row = {}] = await askRows<Record<string, number | null>>(asking, (at) => {
    const figures = there.flatMap(({ column, isOfHits }, index) => {
      const value = at.ordered(column);
      const only = `filter (${at.hit} = ${isOfHits ? 1 : 0} and ${value} is not null)`;
      return [
        `count(*) ${only} as n${index}`,
        `avg(${value}) ${only} as m${index}`,
        `stddev_samp(${value}) ${only} as s${index}`,
      ];
    });
    return `select ${figures.join(', ')} from ${at.from}`;
  });
  return there.flatMap(({ path, column }, index) => {
    const [count, mean, spread] = [row[`n${index}`] ?? 0, row[`m${index}`] ?? null, row[`s${index}`] ?? 0];
    if (count === 0 || mean === null) return [];
    return [{ path, column, rows: count, mean, reach: (1.96 * spread) / Math.sqrt(count) }];
  });
}
