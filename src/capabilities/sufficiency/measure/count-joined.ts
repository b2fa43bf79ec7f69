import type { Measured } from '../checks/measured.ts';
import { type Asking, askRows, rowsOf } from './ask-rows.ts';

/** The version with the cases, to which other data is joined. */
export interface CasesTable {
  parquet: readonly string[];
  columns: readonly { name: string; type: string }[];
}

/** Of the cases that say which row they need, how many find it here. */
export async function countJoined(asking: Asking, cases: CasesTable | null): Promise<Measured['join']> {
  const on = asking.table.plan.joinTo?.on ?? [];
  const rows = rowsOf(asking);
  if (cases === null || on.length === 0 || !on.every(({ column }) => rows.has(column))) return null;
  const places = on.map(({ of }) => cases.columns.findIndex(({ name }) => name === of));
  if (places.includes(-1)) return null;
  const joining = { ...asking, alsoRead: cases.parquet };
  const [row] = await askRows<{ cases: number; found: number }>(joining, (at) => {
    const here = on.map(({ column }, index) => `${at.text(column)} as k${index}`);
    const theirs = places.map((place, index) => `cast(c${place} as varchar) as k${index}`);
    const names = cases.columns.map((_, place) => `c${place}`).join(', ');
    const keys = on.map((_, index) => `k${index}`).join(', ');
    const isWhole = on.map((_, index) => `k${index} is not null`).join(' and ');
    const other = `select ${theirs.join(', ')} from read_parquet(${at.params.add(cases.parquet)}) as o(${names})`;
    return `select count(*) as cases, count(here) as found from (select * from (${other}) where ${isWhole})
      left join (select distinct ${keys}, 1 as here from (select ${here.join(', ')} from ${at.from}) where ${isWhole}) using (${keys})`;
  });
  return row ? { cases: row.cases, found: row.found } : null;
}
