import type { AnyDb } from '../db/database.ts';
import { fromJson } from '../json.ts';
import { jobErrors } from './errors.ts';
import { type JobRow, type JobState, type JobTables, on } from './tables.ts';

/** A job as people follow it. */
export type Job = Omit<JobRow, 'payload' | 'again' | 'lease_owner' | 'beat'> & { payload: unknown };

export async function findJob(db: AnyDb, id: string): Promise<Job | undefined> {
  const row = await on(db).selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
  return row && asJob(row);
}

export async function getJob(db: AnyDb, id: string): Promise<Job> {
  const job = await findJob(db, id);
  if (!job) throw jobErrors.notFound({ id });
  return job;
}

export interface JobFilter {
  state?: JobState;
  name?: string;
  groupKey?: string;
  /** the id of the last job of the page before */
  before?: string;
  limit?: number;
}

/** Newest first. */
export async function listJobs(
  db: AnyDb,
  { state, name, groupKey, before, limit = 50 }: JobFilter = {},
): Promise<Job[]> {
  let query = on(db).selectFrom('job').selectAll().orderBy('id', 'desc').limit(limit);
  if (state) query = query.where('state', '=', state);
  if (name) query = query.where('name', '=', name);
  if (groupKey) query = query.where('group_key', '=', groupKey);
  if (before) query = query.where('id', '<', before);
  return (await query.execute()).map(asJob);
}

export type Schedule = Omit<JobTables['schedule'], 'payload'> & { payload: unknown };

export async function listSchedules(db: AnyDb): Promise<Schedule[]> {
  const rows = await on(db).selectFrom('schedule').selectAll().orderBy('name').execute();
  return rows.map((row) => ({ ...row, payload: fromJson<unknown>(row.payload) }));
}

function asJob({ again: _again, lease_owner: _owner, beat: _beat, payload, ...row }: JobRow): Job {
  return { ...row, payload: fromJson<unknown>(payload) };
}
