import { chooseFrames } from './choose-frame.ts';
import { profileColumn } from './column-profile.ts';
import type { TableProfile } from './contract.ts';
import { countTable } from './count-table.ts';
import { openTable, type TableSource } from './table-source.ts';

/**
 * Types, nulls, counts, moments, cells, the most frequent values, ranges and lengths of all columns, in two looks at the
 * rows: one to choose the frame, one to count in it. Quantiles and numbers of different values are approximate, with
 * bounds.
 */
export async function profileFirst(source: TableSource): Promise<TableProfile> {
  const table = await openTable(source);
  const chosen = await chooseFrames(table);
  const columns = chosen.map(({ frame }) => frame);
  const distinctOf = new Set(chosen.flatMap(({ hasMore }, place) => (hasMore ? [place] : [])));
  const [counted] = await countTable(table, columns, { distinctOf });
  const counts = counted?.counts ?? { rows: 0, columns: [] };
  return {
    version: 1,
    pass: 'first',
    rows: table.rows,
    columns: columns.flatMap((frame, index) => {
      const own = counts.columns[index];
      const hint = { estimate: counted?.distinct[index] ?? null, atLeast: chosen[index]?.atLeast ?? 0 };
      return own ? [profileColumn(frame, own, hint)] : [];
    }),
    frame: { version: 1, columns },
    counts,
  };
}
