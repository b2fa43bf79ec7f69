import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDbAnalytics, openAnalytics } from '../../src/platform/analytics/analytics.ts';
import { openLog } from '../../src/platform/log/log.ts';

export interface ParquetData {
  parquet: string[];
  columns: { name: string; type: string }[];
}

/** Parquet files made by a SELECT each, the same one once, and the real analytics that read them. */
export interface ParquetKit {
  analytics: DuckDbAnalytics;
  write(select: string): Promise<ParquetData>;
  close(): Promise<void>;
}

export async function openParquetKit(): Promise<ParquetKit> {
  const folder = await mkdtemp(join(tmpdir(), 'peil-parquet-'));
  const analytics = await openAnalytics(
    { folder: join(folder, 'spill'), log: openLog('silent') },
    { memory_mb: 512, threads: 2 },
  );
  const written = new Map<string, Promise<ParquetData>>();
  const write = async (select: string): Promise<ParquetData> => {
    const file = join(folder, `${written.size}.parquet`);
    await analytics.query(`copy (${select}) to '${file}' (format parquet)`, [], { files: [file] });
    const sql = `select column_name as name, column_type as type from (describe select * from read_parquet($1))`;
    const columns = await analytics.query<{ name: string; type: string }>(sql, [[file]], { files: [file] });
    return { parquet: [file], columns };
  };
  return {
    analytics,
    write: (select) => {
      const made = written.get(select) ?? write(select);
      written.set(select, made);
      return made;
    },
    close: async () => {
      await analytics.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
