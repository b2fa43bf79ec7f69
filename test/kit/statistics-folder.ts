import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Analytics, openAnalytics } from '../../src/platform/analytics/analytics.ts';
import { openLog } from '../../src/platform/log/log.ts';
import { type ParquetColumn, writeParquet } from './parquet-table.ts';

export interface StatisticsFolder {
  query: Analytics['query'];
  /** a Parquet file of these columns, as a source of statistics */
  table: (columns: readonly ParquetColumn[]) => Promise<{ query: Analytics['query']; parquet: string[] }>;
  /** a Parquet file of what this SELECT answers */
  select: (sql: string) => Promise<{ query: Analytics['query']; parquet: string[] }>;
  close: () => Promise<void>;
}

/** Real Parquet files, read by the real analytics. */
export async function openStatisticsFolder(): Promise<StatisticsFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'peil-statistics-'));
  const analytics = await openAnalytics({ folder: join(folder, 'spill'), log: openLog('silent') });
  const query: Analytics['query'] = (sql, params, options) => analytics.query(sql, params, options);
  let files = 0;
  const next = () => join(folder, `${++files}.parquet`);
  return {
    query,
    table: async (columns) => {
      const path = next();
      await writeParquet(analytics, path, columns);
      return { query, parquet: [path] };
    },
    select: async (sql) => {
      const path = next();
      await analytics.query(`copy (${sql}) to '${path}' (format parquet)`, [], { files: [path] });
      return { query, parquet: [path] };
    },
    close: async () => {
      await analytics.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
