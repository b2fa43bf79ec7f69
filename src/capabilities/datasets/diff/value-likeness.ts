import { quotedName } from '../row-sql.ts';
import type { Asked } from './column-traits.ts';

const size = 1024;

/** The smallest hashes of the different values of a column: two columns with many in common have values in common. */
export async function sketchOf({ analytics, parquet, signal }: Asked, column: string): Promise<string[]> {
  const rows = await analytics.query<{ h: string }>(
    `select lpad(cast(h as varchar), 39, '0') as h from (select distinct md5_number(cast(${quotedName(column)} as varchar)) as h from read_parquet($1) where ${quotedName(column)} is not null) order by 1 limit ${size}`,
    [parquet],
    { files: parquet, timeout_ms: 300_000, ...(signal === undefined ? {} : { signal }) },
  );
  return rows.map(({ h }) => h);
}

/**
 * Which share of all values of two columns both have, 0 to 1 (Jaccard), estimated by the smallest hashes of both together:
 * Broder, "On the resemblance and containment of documents" (1997).
 */
export function likenessOf(a: readonly string[], b: readonly string[]): number {
  const both = new Set(a);
  const other = new Set(b);
  const smallest = [...new Set([...a, ...b])].toSorted().slice(0, size);
  const shared = smallest.filter((hash) => both.has(hash) && other.has(hash)).length;
  return smallest.length === 0 ? 0 : shared / smallest.length;
}
