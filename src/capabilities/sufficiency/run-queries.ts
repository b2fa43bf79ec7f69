import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { findJob, type Job } from '../../platform/jobs/queries.ts';
import { fromJson } from '../../platform/json.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { sufficiencyErrors } from './errors.ts';
import type { SufficiencyRun } from './sufficiency-contract.ts';
import { sufficiencyDb, type SufficiencyTables } from './tables.ts';

export type StoredRun = Selectable<SufficiencyTables['sufficiency_run']>;

/** Why a run came to nothing, in both languages: it may be read by somebody else than who began it. */
export interface Failure {
  code: string;
  en: string;
  nl: string;
}

export async function getStoredRun(db: AnyDb, id: string): Promise<StoredRun> {
  return sufficiencyDb(db).selectFrom('sufficiency_run').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** The last run of a requirement, in any state or in one. */
export function findLastRun(
  db: AnyDb,
  { problemId, dataRequirementId, state }: { problemId: string; dataRequirementId: string; state?: 'done' },
): Promise<StoredRun | undefined> {
  let runs = sufficiencyDb(db)
    .selectFrom('sufficiency_run')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('requirement_id', '=', dataRequirementId);
  if (state !== undefined) runs = runs.where('state', '=', state);
  return runs.orderBy('id', 'desc').limit(1).executeTakeFirst();
}

export async function runFrom(db: AnyDb, row: StoredRun, locale: Locale): Promise<SufficiencyRun> {
  const isOver = row.finished_at !== null;
  const job = isOver || row.job_id === null ? undefined : await findJob(db, row.job_id);
  const hasBrokenDown = !isOver && isDead(job);
  return {
    id: row.id,
    dataRequirementId: row.requirement_id,
    planVersion: row.plan_version,
    datasetId: row.dataset_id,
    datasetVersionId: row.dataset_version_id,
    datasetVersionNumber: row.dataset_version_number,
    methodVersion: row.method_version,
    trigger: row.trigger,
    state: hasBrokenDown ? 'failed' : row.state,
    progress: isOver ? 1 : (job?.progress ?? 0),
    failure: hasBrokenDown ? brokenDown(locale) : failureFrom(row.failure, locale),
    begunBy: row.begun_by,
    begunAt: row.begun_at,
    finishedAt: row.finished_at,
  };
}

const isDead = (job: Job | undefined): boolean => !job || job.state === 'failed' || job.state === 'cancelled';

function brokenDown(locale: Locale): SufficiencyRun['failure'] {
  const error = sufficiencyErrors.brokenDown();
  return { code: error.code, message: error.text(locale) };
}

function failureFrom(stored: string | null, locale: Locale): SufficiencyRun['failure'] {
  if (stored === null) return null;
  const failure = fromJson<Failure>(stored);
  return { code: failure.code, message: failure[locale] };
}
