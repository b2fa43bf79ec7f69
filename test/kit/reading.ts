import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAsParquet, type ReadAnswer } from '../../src/capabilities/datasets/read/read-as-parquet.ts';
import type { FileFormat, ReadOptions } from '../../src/capabilities/datasets/read-options-contract.ts';
import type { JsonValue } from '../../src/platform/analytics/analytics-protocol.ts';
import { type DuckDbAnalytics, openAnalytics } from '../../src/platform/analytics/analytics.ts';
import { openLog } from '../../src/platform/log/log.ts';

/** Reads files as the product does, in a folder of its own. */
export interface ReadingKit {
  analytics: DuckDbAnalytics;
  folder: string;
  /** writes the content and reads it */
  read: (name: string, content: string | Uint8Array, how?: How) => Promise<ReadAnswer>;
  /** reads what stands at a path already */
  readAt: (path: string, name: string, how?: How) => Promise<ReadAnswer>;
  rowsOf: (read: ReadAnswer) => Promise<JsonValue[][]>;
  /** what reading has left in the scratch folder */
  left: () => Promise<string[]>;
  close: () => Promise<void>;
}

interface How {
  options?: ReadOptions;
  format?: FileFormat;
  signal?: AbortSignal;
}

export async function openReading(): Promise<ReadingKit> {
  const folder = await mkdtemp(join(tmpdir(), 'peil-reading-'));
  const scratchFolder = await mkdtemp(join(tmpdir(), 'peil-scratch-'));
  const analytics = await openAnalytics({ folder: join(folder, 'spill'), log: openLog('silent') });
  const readAt: ReadingKit['readAt'] = async (path, name, { options = {}, format, signal } = {}) => {
    const { size } = await stat(path);
    const file = { path, name, size_bytes: size };
    return readAsParquet({
      analytics,
      file,
      options,
      format,
      scratchFolder,
      signal: signal ?? new AbortController().signal,
    });
  };
  let count = 0;
  return {
    analytics,
    folder,
    readAt,
    read: async (name, content, how) => {
      const path = join(folder, `given-${(count += 1)}`);
      await writeFile(path, content);
      return readAt(path, name, how);
    },
    rowsOf: async ({ parquet }) => (await analytics.question('from t', { views: { t: [parquet] } })).rows,
    left: () => readdir(scratchFolder),
    close: async () => {
      await analytics.close();
      await rm(folder, { recursive: true, force: true });
      await rm(scratchFolder, { recursive: true, force: true });
    },
  };
}
