import type { Analytics } from '../../../platform/analytics/analytics.ts';
import type { ColumnComparison, TableProfile } from '../../statistics/contract.ts';
import { compareTables, countInFrame } from '../../statistics/index.ts';
import type { ReadyVersion } from '../ready-version.ts';

interface Given {
  analytics: Analytics;
  /** of the older version */
  profile: TableProfile;
  version: ReadyVersion;
  signal?: AbortSignal;
}

/**
 * How far the values of each column lie from those of the older version. What was counted there is in the frame of its
 * columns, so other columns are not set against it: that they are others is said already.
 */
export async function compareDistributions(given: Given): Promise<ColumnComparison[]> {
  const { analytics, profile, version, signal } = given;
  const { columns } = profile.frame;
  const isSame =
    columns.length === version.columns.length &&
    columns.every(({ name, type }, place) => {
      const column = version.columns[place];
      return column?.name === name && column.type === type;
    });
  if (!isSame) return [];
  const query: Analytics['query'] = (sql, params, options) => analytics.query(sql, params, options);
  const source = { query, parquet: version.parquet, ...(signal === undefined ? {} : { signal }) };
  return compareTables(profile.frame, profile.counts, await countInFrame(source, profile.frame));
}
