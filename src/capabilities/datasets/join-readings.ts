import type { ReadAnswer } from './read/read-as-parquet.ts';
import type { ReadColumn } from './read-options-contract.ts';
import type { Place, Reading } from './reading-contract.ts';

export interface ReadFile {
  name: string;
  answer: ReadAnswer;
  /** of what was fetched */
  place: Place | null;
}

/** What is kept beside a version of how it was read. */
export type StoredReading = Reading & { columns: ReadColumn[] };

/** The files of a version have one shape; what was refused in each adds up. */
export function joinReadings(files: readonly ReadFile[]): StoredReading {
  const [first] = files;
  const all = files.map(({ answer }) => answer);
  const columns = (first?.answer.columns ?? []).map(({ name, type }, index) => {
    const same = all.map((answer) => answer.columns[index]);
    const note = same.find((column) => column?.note !== undefined)?.note;
    const emptied = same.reduce((sum, column) => sum + (column?.emptied ?? 0), 0);
    return { name, type, ...(note && { note }), ...(emptied > 0 && { emptied }) };
  });
  return {
    dialect: first?.answer.dialect ?? null,
    sheet: first?.answer.sheet ?? null,
    skipped: all.reduce((sum, { skipped }) => sum + skipped, 0),
    places: files.flatMap(({ place }) => place ?? []),
    columns,
  };
}
