import type { Separators } from './parse-records.ts';
import type { FileFormat, ReadOptions, TextEncoding } from '../read-options-contract.ts';
import type { GivenFile } from './bounded.ts';

/** What travels between the server and the process that looks into a file. */
export interface ReadFileTask {
  file: GivenFile;
  /** what the person says it is; else its name says it */
  format: FileFormat | null;
  options: ReadOptions;
  /** for what is unpacked, written in another encoding, or taken out of a workbook */
  scratchFolder: string;
}

/** A file that DuckDB can be given: shaped as a table, in UTF-8, and no longer packed. */
export type PreparedFile =
  | {
      format: 'csv' | 'excel';
      path: string;
      separators: Separators;
      /** the first record is left out: it holds the names */
      skipsHeader: boolean;
      names: string[];
      lineBreak: '\n' | '\r\n';
      longest_bytes: number;
      size_bytes: number;
      rows: number;
      skipped: number;
      told: { header: boolean; skipRows: number; encoding: TextEncoding; sheet: string | null };
    }
  | {
      format: 'jsonl';
      path: string;
      layout: 'newline_delimited' | 'array';
      longest_bytes: number;
      size_bytes: number;
      skipped: number;
      /** of those that were left out */
      firstBad: { line: number; reason: string } | null;
      encoding: TextEncoding;
    }
  | { format: 'parquet'; path: string; size_bytes: number };

export type Progress = (read_bytes: number) => void;

export type FromReadFileChild =
  | { kind: 'progress'; read_bytes: number }
  | { kind: 'done'; prepared: PreparedFile }
  /** an AppError of `readErrors`, by its code */
  | { kind: 'refused'; code: string; params: Readonly<Record<string, unknown>> }
  | { kind: 'failed'; message: string };
