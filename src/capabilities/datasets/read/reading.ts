import type { Analytics } from '../../../platform/analytics/analytics.ts';
import type { GivenFile } from './bounded.ts';
import { readErrors } from './errors.ts';
import type { FoundColumn } from './find-types.ts';
import type { PreparedFile } from './read-file-protocol.ts';
import type { ReadColumn, ReadOptions } from '../read-options-contract.ts';

/** What the readers of the formats need in common. */
export interface Reading {
  analytics: Analytics;
  file: GivenFile;
  options: ReadOptions;
  /** absolute path of the Parquet to be written */
  to: string;
  signal: AbortSignal;
  /** has the file looked into once more, in another way */
  lookAgain: (options: ReadOptions) => Promise<PreparedFile>;
}

/** What people and programs write where a number or a date is absent. */
const usualNullTexts = ['NA', 'N/A', 'n/a', '#N/A', 'NULL', 'null', 'None', 'NaN', 'nan', '-'];

/** In columns of numbers and dates only: `NA` is also the country Namibia, and somebody may be named Null. */
export function nullTextsOf({ nullTokens }: ReadOptions): readonly string[] {
  return nullTokens ? [] : usualNullTexts;
}

export function refuseUnknownTypes(names: readonly string[], { file, options }: Reading): void {
  const column = Object.keys(options.types ?? {}).find((each) => !names.includes(each));
  if (column !== undefined) throw readErrors.unknownColumn({ name: file.name, column });
}

export function shownColumn({ name, candidate, note, emptied }: FoundColumn): ReadColumn {
  return { name, type: candidate.type, ...(note && { note }), ...(emptied > 0 && { emptied }) };
}
