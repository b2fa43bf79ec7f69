import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { Segment, SegmentRule, Split, SplitResult, SplitRule } from './split-contract.ts';
import { datasetDb } from './tables.ts';

/** Those that are not removed, in the order in which they were declared. */
export async function listSplitsOf(db: AnyDb, versionId: string): Promise<Split[]> {
  const rows = await declared(db, 'dataset_split', versionId);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    rule: fromJson<SplitRule>(row.rule),
    ...fromJson<SplitResult>(row.result),
    declaredBy: row.declared_by,
    declaredAt: row.declared_at,
  }));
}

export async function listSegmentsOf(db: AnyDb, versionId: string): Promise<Segment[]> {
  const rows = await declared(db, 'dataset_segment', versionId);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    rule: fromJson<SegmentRule>(row.rule),
    ...fromJson<Pick<Segment, 'parts' | 'rows'>>(row.result),
    declaredBy: row.declared_by,
    declaredAt: row.declared_at,
  }));
}

function declared(db: AnyDb, table: 'dataset_split' | 'dataset_segment', versionId: string) {
  return datasetDb(db)
    .selectFrom(table)
    .selectAll()
    .where('version_id', '=', versionId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
}
