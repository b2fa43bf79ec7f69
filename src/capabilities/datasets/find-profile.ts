import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { SegmentSummary, TableProfile } from '../statistics/contract.ts';
import { summariseSegments } from '../statistics/index.ts';
import { datasetDb } from './tables.ts';

/** As far as it has come; null where nothing was computed yet. */
export async function findProfile(
  db: AnyDb,
  versionId: string,
): Promise<{ profile: TableProfile; madeAt: number } | null> {
  const row = await datasetDb(db)
    .selectFrom('dataset_profile')
    .select(['profile', 'made_at'])
    .where('version_id', '=', versionId)
    .executeTakeFirst();
  return row ? { profile: fromJson<TableProfile>(row.profile), madeAt: row.made_at } : null;
}

const noCounts = { rows: 0, columns: [] };

/** Without what only adds up, which is most of it: for who looks, not for who goes on counting. */
export const withoutCounts = (profile: TableProfile): TableProfile => ({
  ...profile,
  counts: { ...noCounts, rows: profile.rows },
  frame: { ...profile.frame, columns: [] },
  target: profile.target && { ...profile.target, classes: profile.target.classes.map(rowsOnly) },
  segments: profile.segments.map((segment) => ({ ...segment, values: segment.values.map(rowsOnly) })),
});

type Counted = TableProfile['segments'][number]['values'][number];
const rowsOnly = ({ value, counts: { rows } }: Counted): Counted => ({ value, counts: { ...noCounts, rows } });

/** null where the counts of segments are not there yet. */
export async function findSegmentSummary(
  db: AnyDb,
  { versionId, column = null }: { versionId: string; column?: string | null },
): Promise<SegmentSummary | null> {
  const found = await findProfile(db, versionId);
  return found?.profile.pass === 'complete' ? summariseSegments(found.profile, column) : null;
}
