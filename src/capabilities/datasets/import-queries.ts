import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { findJob, type Job } from '../../platform/jobs/queries.ts';
import { fromJson } from '../../platform/json.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { datasetErrors } from './errors.ts';
import { type Import, type ImportPhase, importPhases } from './import-contract.ts';
import { datasetDb, type DatasetTables } from './tables.ts';

export type StoredImport = Selectable<DatasetTables['dataset_import']>;
type FoundImport = StoredImport & { dataset_name: string };

/** Why an import came to nothing, in both languages: it may be read by somebody else than who began it. */
export interface Failure {
  code: string;
  en: string;
  nl: string;
}

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
  const isOver = row.finished_at !== null;
  const job = isOver || row.job_id === null ? undefined : await findJob(db, row.job_id);
  const hasBrokenDown = !isOver && (job === undefined || job.state === 'failed');
  return {
    id: row.id,
    datasetId: row.dataset_id,
    datasetName: row.dataset_name,
    sourceId: row.source_id,
    files: fromJson<string[]>(row.files),
    state: hasBrokenDown ? 'failed' : row.state,
    phase: phaseOf(row, job),
    progress: isOver ? 1 : (job?.progress ?? 0),
    versionId: row.version_id,
    isSame: row.is_same === 1,
    failure: hasBrokenDown ? brokenDown(locale) : failureFrom(row.failure, locale),
    begunBy: row.begun_by,
    begunAt: row.begun_at,
    finishedAt: row.finished_at,
  };
}

/** The job says its phase where others say a sentence: the page has the words, in the language of who reads. */
function phaseOf({ finished_at }: StoredImport, job: Job | undefined): ImportPhase {
  if (finished_at !== null) return 'done';
  return importPhases.find((phase) => phase === job?.progress_text) ?? 'waiting';
}

function failureFrom(stored: string | null, locale: Locale): Import['failure'] {
  if (stored === null) return null;
  const failure = fromJson<Failure>(stored);
  return { code: failure.code, message: failure[locale] };
}

function brokenDown(locale: Locale): Import['failure'] {
  const error = datasetErrors.brokenDown();
  return { code: error.code, message: error.text(locale) };
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
