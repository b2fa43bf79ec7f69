import type { AnyDb } from '../db/database.ts';
import type { AppError } from '../errors/app-error.ts';
import { fromJson, toJson } from '../json.ts';
import type { Locale } from '../text/locale.ts';
import { findJob } from './queries.ts';

/** Why work came to nothing, in both languages: it may be read by somebody else than who began it. */
interface Failure {
  code: string;
  en: string;
  nl: string;
}

/** As it is kept, in the column `failure` of the work. */
export function failureToJson(error: AppError): string {
  const failure: Failure = { code: error.code, en: error.text('en'), nl: error.text('nl') };
  return toJson(failure);
}

/** Work that a job does for a row of its own: an import, a judgement. */
interface KeptWork<State extends string> {
  state: State;
  job_id: string | null;
  /** JSON: code, en, nl */
  failure: string | null;
  finished_at: number | null;
}

export interface LifeOfWork<State extends string> {
  state: State | 'failed';
  /** 0 to 1 */
  progress: number;
  /** what the job last said of how far it is; null where it says nothing any more */
  said: string | null;
  failure: { code: string; message: string } | null;
}

/** How far work is. One that never ended and whose job is dead has failed, though nobody could write that down. */
export async function lifeOfWork<State extends string>(
  db: AnyDb,
  { state, job_id, failure, finished_at }: KeptWork<State>,
  { locale, brokenDown }: { locale: Locale; brokenDown: () => AppError },
): Promise<LifeOfWork<State>> {
  if (finished_at !== null) return { state, progress: 1, said: null, failure: failureFrom(failure, locale) };
  const job = job_id === null ? undefined : await findJob(db, job_id);
  const progress = job?.progress ?? 0;
  const said = job?.progress_text ?? null;
  if (job && job.state !== 'failed' && job.state !== 'cancelled')
    return { state, progress, said, failure: failureFrom(failure, locale) };
  const error = brokenDown();
  return { state: 'failed', progress, said, failure: { code: error.code, message: error.text(locale) } };
}

function failureFrom(stored: string | null, locale: Locale): LifeOfWork<never>['failure'] {
  if (stored === null) return null;
  const failure = fromJson<Failure>(stored);
  return { code: failure.code, message: failure[locale] };
}
