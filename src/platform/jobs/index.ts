export { jobErrors } from './errors.ts';
export type { Enqueued, JobTx, NewJob } from './enqueue.ts';
export { defineJob, type JobHandler, type JobRun } from './job-handler.ts';
export { Jobs } from './jobs.ts';
export { findJob, getJob, type Job, type JobFilter, listJobs, listSchedules, type Schedule } from './queries.ts';
export type { NewSchedule } from './schedules.ts';
