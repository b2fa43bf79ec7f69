import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analytics } from '../../../platform/analytics/analytics.ts';
import { newId } from '../../../platform/ids.ts';
import type { GivenFile } from './bounded.ts';
import { lookIntoFile } from './look-into-file.ts';
import type { Dialect, FileFormat, ReadColumn, ReadOptions } from '../read-options-contract.ts';
import { readPrepared } from './read-prepared.ts';

export interface ReadAsked {
  analytics: Analytics;
  file: GivenFile;
  /** what the person says it is; else its name says it, and else its content */
  format?: FileFormat | undefined;
  options: ReadOptions;
  /** absolute path of a folder that is there; the Parquet is left in it, and nothing else */
  scratchFolder: string;
  signal: AbortSignal;
  /** bytes of the file that were looked at */
  progress?: ((read_bytes: number) => void) | undefined;
}

export interface ReadAnswer {
  /** absolute path of the finished Parquet in the scratch folder */
  parquet: string;
  format: FileFormat;
  columns: ReadColumn[];
  rows: number;
  /** rows that were left out because they did not fit, where that was asked for */
  skipped: number;
  /** how a text file was read; null for Parquet and JSON */
  dialect: Dialect | null;
  /** of a workbook; null for others */
  sheet: string | null;
}

/**
 * Reads a file that somebody brought, whatever is in it, as one Parquet file. Throws an AppError for what a person can
 * mend, and leaves nothing of what failed. No byte of the file is worked on in the server's own process.
 */
export async function readAsParquet(given: ReadAsked): Promise<ReadAnswer> {
  const { file, scratchFolder, signal, options, format } = given;
  const scratch = await mkdtemp(join(scratchFolder, 'reading-'));
  const parquet = join(scratchFolder, `${newId()}.parquet`);
  try {
    const look = async (how: ReadOptions) => {
      const folder = await mkdtemp(join(scratch, 'look-'));
      const task = { file, format: format ?? null, options: how, scratchFolder: folder };
      return lookIntoFile(task, { signal, progress: given.progress });
    };
    const prepared = await look(options);
    return { parquet, ...(await readPrepared(prepared, { ...given, to: parquet, lookAgain: look })) };
  } catch (error) {
    await rm(parquet, { force: true });
    throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
