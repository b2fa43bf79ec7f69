import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { lifeOfWork } from '../../platform/jobs/life-of-work.ts';
import { fromJson } from '../../platform/json.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { datasetErrors } from './errors.ts';
import { type Import, type ImportPhase, importPhases } from './import-contract.ts';
import { datasetDb, type DatasetTables } from './tables.ts';

export type StoredImport = Selectable<DatasetTables['dataset_import']>;
type FoundImport = StoredImport & { dataset_name: string };

const most = 50;

/** The latest, newest first. */
export async function listImportsOf(
  db: AnyDb,
  { problemId, locale }: { problemId: string; locale: Locale },
): Promise<Import[]> {
  const rows = await imports(db).where('dataset_import.problem_id', '=', problemId).limit(most).execute();
  const found: Import[] = [];
  for (const row of rows) found.push(await importFrom(db, row, locale));
  return found;
}

export async function getImport(
  db: AnyDb,
  { problemId, importId, locale }: { problemId: string; importId: string; locale: Locale },
): Promise<Import> {
  const row = await imports(db)
    .where('dataset_import.problem_id', '=', problemId)
    .where('dataset_import.id', '=', importId)
    .executeTakeFirst();
  if (!row) throw datasetErrors.importNotFound({ id: importId });
  return importFrom(db, row, locale);
}

export async function getStoredImport(db: AnyDb, importId: string): Promise<StoredImport> {
  return datasetDb(db).selectFrom('dataset_import').selectAll().where('id', '=', importId).executeTakeFirstOrThrow();
}

function imports(db: AnyDb) {
  return datasetDb(db)
    .selectFrom('dataset_import')
    .innerJoin('dataset', 'dataset.id', 'dataset_import.dataset_id')
    .selectAll('dataset_import')
    .select('dataset.name as dataset_name')
    .orderBy('dataset_import.id', 'desc');
}

async function importFrom(db: AnyDb, row: FoundImport, locale: Locale): Promise<Import> {
  const { said, ...life } = await lifeOfWork(db, row, { locale, brokenDown: datasetErrors.brokenDown });
  return {
    id: row.id,
    datasetId: row.dataset_id,
    datasetName: row.dataset_name,
    sourceId: row.source_id,
    files: fromJson<string[]>(row.files),
    ...life,
    phase: phaseOf(row, said),
    versionId: row.version_id,
    isSame: row.is_same === 1,
    begunBy: row.begun_by,
    begunAt: row.begun_at,
    finishedAt: row.finished_at,
  };
}

/** The job says its phase where others say a sentence: the page has the words, in the language of who reads. */
function phaseOf({ finished_at }: StoredImport, said: string | null): ImportPhase {
  if (finished_at !== null) return 'done';
  return importPhases.find((phase) => phase === said) ?? 'waiting';
}

/** How often the very same content was brought in: taken out again, it gave the same to the last byte. */
export async function countExtractions(db: AnyDb, versionId: string): Promise<number> {
  const { count } = await datasetDb(db)
    .selectFrom('dataset_import')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('version_id', '=', versionId)
    .where('state', '=', 'done')
    .executeTakeFirstOrThrow();
  return count;
}
