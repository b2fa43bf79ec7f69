import type { AnyDb } from '../../platform/db/database.ts';
import type { Dataset } from './dataset-contract.ts';
import { datasetErrors } from './errors.ts';
import { datasetDb } from './tables.ts';
import { listVersionsOf } from './version-queries.ts';

/** Those that are not removed, by name. */
export async function listDatasetsOf(db: AnyDb, problemId: string): Promise<Dataset[]> {
  const rows = await datasetDb(db)
    .selectFrom('dataset')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('removed_at', 'is', null)
    .orderBy('name_key')
    .orderBy('id')
    .execute();
  const versions = rows.length === 0 ? [] : await listVersionsOf(db, { problemId });
  return rows.map((row) => {
    const own = versions.filter(({ datasetId }) => datasetId === row.id);
    return {
      id: row.id,
      name: row.name,
      description: row.description,
      outcome: row.outcome_column === null ? null : { column: row.outcome_column, positive: row.outcome_positive },
      latest: own[0] ?? null,
      versionCount: own.length,
      createdBy: row.created_by,
      createdAt: row.created_at,
      version: row.version,
    };
  });
}

export async function getDataset(
  db: AnyDb,
  { problemId, datasetId }: { problemId: string; datasetId: string },
): Promise<Dataset> {
  const found = (await listDatasetsOf(db, problemId)).find(({ id }) => id === datasetId);
  if (!found) throw datasetErrors.notFound({ id: datasetId });
  return found;
}
