import { expect } from 'vitest';
import {
  columnComparisonSchema,
  type ColumnProfile,
  tableProfileSchema,
} from '../../src/capabilities/statistics/contract.ts';
import {
  compareTables,
  drawChart,
  mergeCounts,
  profileTable,
  summariseSegments,
  windowProfile,
} from '../../src/capabilities/statistics/index.ts';
import type { StatisticsFolder } from './statistics-folder.ts';

/** What a column may hold, and what is said of it after both passes. */
export interface ColumnCase {
  name: string;
  /** a SELECT with a column x */
  sql: string;
  is: Record<string, unknown>;
  median?: unknown;
}

export const exact = (value: unknown) => ({ status: 'exact', value });
export const none = (reason: string) => ({ status: 'not_computable', reason });
export const repeated = (sql: string, times: number) => `select ${sql} as x from range(${times}) t(i)`;
export const these = (type: string, ...values: string[]) => `select unnest([${values.join(', ')}]::${type}[]) as x`;

const median = (profile: ColumnProfile) => profile.quantiles?.find(({ share }) => share === 0.5)?.value;

/** Everything that is computed of a table, with the column as its own target and segment, says what is expected. */
export async function expectColumn(folder: StatisticsFolder, { sql, is, median: middle }: ColumnCase): Promise<void> {
  const source = await folder.select(sql);
  let last;
  for await (const { profile } of profileTable(source, {
    target: { column: 'x' },
    segments: [{ name: 'x', rule: { column: 'x' } }],
  })) {
    // Everything survives JSON, which has no NaN and no infinity.
    expect(tableProfileSchema.parse(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
    last = profile;
  }
  const [column] = last?.columns ?? [];
  if (!last || !column) throw new Error('a profile was expected');
  expect(column).toMatchObject(is);
  if (middle !== undefined) expect(median(column)).toEqual(middle);
  expect(windowProfile(last.frame, mergeCounts([last.counts, last.counts]))[0]?.rows).toBe(2 * last.rows);
  const [compared] = compareTables(last.frame, last.counts, last.counts);
  expect(columnComparisonSchema.parse(JSON.parse(JSON.stringify(compared)))).toEqual(compared);
  expect(compared?.stabilityIndex.status === 'not_computable' || compared?.stabilityIndex.value === 0).toBe(true);
  expect(summariseSegments(last, 'x').whole.rows).toBe(last.rows);
  const chart = await drawChart(source, last, { x: 'x', target: { column: 'x' } });
  expect(['drawn', 'not_computable']).toContain(chart.status);
}
