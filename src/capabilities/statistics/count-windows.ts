import type { TableCounts, TableFrame } from './contract.ts';
import { countTable } from './count-table.ts';
import { openTable, type Table, type TableSource } from './table-source.ts';

export type WindowUnit = 'hour' | 'day' | 'week' | 'month';

export interface Window {
  /** its first moment, ISO 8601; null for rows without one */
  from: string | null;
  counts: TableCounts;
}

/** Counts of the rows by hour, day, week or month of a column, in a frame that was chosen before: any longer time is their sum. */
export async function countWindows(
  source: TableSource,
  { frame, column, unit }: { frame: TableFrame; column: string; unit: WindowUnit },
): Promise<Window[]> {
  const table = await openTable(source);
  const at = placeOf(table, column);
  const moment = `case when isfinite(c${at}::timestamp) then c${at}::timestamp end`;
  const from = `strftime(date_trunc('${unit}', ${moment}), '%Y-%m-%dT%H:%M:%S')`;
  const counted = await countTable(inFrame(table, frame), frame.columns, { by: from });
  return counted
    .map(({ key, counts }) => ({ from: key, counts }))
    .sort((a, b) => Number(a.from === null) - Number(b.from === null) || ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
}

export function placeOf({ columns }: Table, name: string): number {
  const found = columns.find((column) => column.name === name);
  if (!found) throw new Error(`the table has no column ${name}`);
  return found.place;
}

/** The frame was chosen on other files: the columns must be the same ones. */
export function inFrame(table: Table, frame: TableFrame): Table {
  const isSame =
    table.columns.length === frame.columns.length &&
    table.columns.every(
      ({ name, kind }, place) => frame.columns[place]?.name === name && frame.columns[place]?.kind === kind,
    );
  if (!isSame) throw new Error('the columns of the table are not those of the frame');
  return table;
}
