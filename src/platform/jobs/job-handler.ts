import type { Context } from '../context/context.ts';

/** What a run can say and hear while it works. */
export interface JobRun {
  id: string;
  /** counts from 1 */
  attempt: number;
  /** the moment of the schedule that made this job, epoch milliseconds; null where a person or an operation asked */
  scheduledFor: number | null;
  /** How far it is, 0 to 1, with a sentence for people. Cheap: written at most a few times a second. */
  progress(share: number, sentence: string): void;
  /** Aborted when the job is cancelled, timed out, taken over, or when the server stops: end soon, leave nothing half. */
  signal: AbortSignal;
}

/**
 * What a job does, registered by name at the composition root. It may run twice (its process can be killed after the
 * work and before the word of it), so it does the same when it is done again. An AppError of the 4xx kind is not retried.
 */
export interface JobHandler<Payload = unknown> {
  name: string;
  run(ctx: Context, payload: Payload, run: JobRun): Promise<void>;
}

/** Keeps the type of the payload with the handler; the list at the composition root knows handlers of any payload. */
export function defineJob<Payload>(handler: JobHandler<Payload>): JobHandler {
  return handler;
}
