import type { Analytics } from '../../../platform/analytics/analytics.ts';
import { readErrors } from './errors.ts';
import { type Candidate, text } from './type-ladder.ts';
import type { ReadColumn } from '../read-options-contract.ts';

/** A table of texts that DuckDB can read: `sql` is what stands behind FROM, its columns are `c0`, `c1`, ... */
export interface TextTable {
  sql: string;
  columns: readonly TextColumn[];
  files: readonly string[];
}

export interface TextColumn {
  name: string;
  /** from narrow to wide; one that was told by a person stands alone */
  candidates: readonly Candidate[];
  isTold: boolean;
  note?: ReadColumn['note'];
}

export interface FoundColumn {
  name: string;
  candidate: Candidate;
  note?: ReadColumn['note'];
  /** so many texts such as NA are taken as absent */
  emptied: number;
}

interface Asking {
  analytics: Analytics;
  table: TextTable;
  /** texts that are no value where all others are numbers or dates */
  nullTexts: readonly string[];
  signal: AbortSignal;
  timeout_ms: number;
}

/** So many columns are looked at in one reading of the file. */
const atOnce = 200;
const values = 200_000;
const lengthLooked = 64;

interface Open {
  index: number;
  left: Candidate[];
}

/**
 * The narrowest type that every value of a column has. A few rows say what is likely; then all rows are asked whether it
 * holds, and what does not hold shows a value that narrows what is left. No type is ever taken from a sample.
 */
export async function findTypes(asking: Asking): Promise<FoundColumn[]> {
  const { columns } = asking.table;
  const found: FoundColumn[] = [];
  let open = await firstGuess(asking);
  while (open.length > 0) {
    const next: Open[] = [];
    for (let from = 0; from < open.length; from += atOnce) {
      const some = open.slice(from, from + atOnce);
      const answers = await check(asking, some);
      some.forEach((each, place) => {
        const column = columns[each.index] as TextColumn;
        const settled = settle(column, each, answers[place] as Checked);
        if ('left' in settled) next.push(settled);
        else found[each.index] = settled;
      });
    }
    open = next;
  }
  return found;
}

async function firstGuess({ analytics, table, nullTexts, signal, timeout_ms }: Asking): Promise<Open[]> {
  const { columns, sql, files } = table;
  const rows = Math.max(20, Math.min(1000, Math.floor(values / columns.length)));
  const listed = columns.map((_, index) => `left(c${index}, ${lengthLooked}) as c${index}`).join(', ');
  const sample = await analytics.query<Record<string, string | null>>(
    `select ${listed} from ${sql} limit ${rows}`,
    [],
    { files, signal, timeout_ms },
  );
  const isNull = new Set(nullTexts);
  return columns.map(({ candidates, isTold }, index) => {
    const seen = sample.map((row) => row[`c${index}`]?.trim() ?? '').filter((each) => each !== '' && !isNull.has(each));
    const left = isTold ? [...candidates] : candidates.filter(({ fits }) => seen.every((each) => fits(each)));
    return { index, left };
  });
}

interface Checked {
  failing: number;
  example: string | null;
  /** values that another reading does not fit; null where there is no rival */
  unlike: number | null;
  emptied: number;
  present: number;
}

function settle(column: TextColumn, { index, left }: Open, checked: Checked): FoundColumn | Open {
  const [candidate = text, ...others] = left;
  const { name, isTold } = column;
  const { failing, example, unlike, emptied, present } = checked;
  if (failing > 0) {
    const seen = example ?? '';
    if (isTold && others.length === 0)
      throw readErrors.notOfType({ column: name, type: candidate.type, count: failing, example: seen });
    return { index, left: isTold ? others : others.filter(({ fits }) => fits(seen)) };
  }
  // A column without any value has no type that could be told.
  if (present === 0) return { name, candidate: isTold ? candidate : text, emptied: 0 };
  if (unlike === 0) return { name, candidate: text, note: 'ambiguous_date', emptied: 0 };
  return { name, candidate, emptied: candidate === text ? 0 : emptied, ...noteOf(column, candidate) };
}

function noteOf(column: TextColumn, candidate: Candidate): Pick<FoundColumn, 'note'> {
  const note = column.note ?? candidate.note;
  return note ? { note } : {};
}

async function check(
  { analytics, table, nullTexts, signal, timeout_ms }: Asking,
  open: readonly Open[],
): Promise<Checked[]> {
  // Every expression takes room for a batch of rows in every thread, and a FILTER room for all columns.
  const given = open.flatMap(({ index }, place) => [
    `c${index} as r${place}`,
    `${presentValue(`c${index}`, nullTexts)} as x${place}`,
  ]);
  const judged = open.flatMap(({ left: [candidate = text] }, place) => {
    const x = `x${place}`;
    const unless = (holds: string) => `case when not coalesce(${holds}, false) then ${x} end`;
    const unlike = candidate.rival ? [`${unless(candidate.rival(x))} as u${place}`] : [];
    return [`r${place}`, x, `${unless(candidate.holds(x))} as f${place}`, ...unlike];
  });
  const asked = open.flatMap(({ left: [candidate = text] }, place) => [
    `count(f${place}) as failing${place}`,
    `left(min(f${place}), ${lengthLooked}) as example${place}`,
    `${candidate.rival ? `count(u${place})` : 'null'} as unlike${place}`,
    `count(r${place}) as given${place}`,
    `count(x${place}) as present${place}`,
  ]);
  const inside = `select ${judged.join(', ')} from (select ${given.join(', ')} from ${table.sql})`;
  const [row = {}] = await analytics.query<Record<string, string | number | null>>(
    `select ${asked.join(', ')} from (${inside})`,
    [],
    { files: table.files, signal, timeout_ms },
  );
  const count = (what: string) => Number(row[what] ?? 0);
  return open.map((_, place) => ({
    failing: count(`failing${place}`),
    example: (row[`example${place}`] as string | null | undefined) ?? null,
    unlike: (row[`unlike${place}`] as number | null | undefined) ?? null,
    emptied: count(`given${place}`) - count(`present${place}`),
    present: count(`present${place}`),
  }));
}

/** SQL for the text of `c` without spaces around it, and null where it stands for nothing. */
export function presentValue(c: string, nullTexts: readonly string[]): string {
  const trimmed = `nullif(trim(${c}), '')`;
  if (nullTexts.length === 0) return trimmed;
  const longest = Math.max(...nullTexts.map((each) => each.length));
  const listed = nullTexts.map(sqlText).join(', ');
  // A list, since DuckDB makes a join of an IN with so many texts, and a wide table would have hundreds.
  const isNull = `length(${c}) <= ${longest} and list_contains([${listed}], trim(${c}))`;
  return `case when ${isNull} then null else ${trimmed} end`;
}

export const sqlText = (given: string): string => `'${given.replaceAll("'", "''")}'`;
export const sqlName = (given: string): string => `"${given.replaceAll('"', '""')}"`;
