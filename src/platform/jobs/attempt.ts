import type { Clock } from '../clock.ts';
import type { Context } from '../context/context.ts';
import type { Database } from '../db/database.ts';
import { quietly } from '../context/change.ts';
import { AppError } from '../errors/app-error.ts';
import { fromJson } from '../json.ts';
import type { JobHandler } from './job-handler.ts';
import { ProgressNote, writeProgress } from './progress-note.ts';
import type { Outcome } from './settle.ts';
import type { JobRow } from './tables.ts';

/** Why a run was told to stop. */
export type StopReason = 'cancelled' | 'timeout' | 'lost' | 'stopping';

/** How long a run that was told to stop may take for it before it is left alone. */
const grace_ms = 10_000;

interface AttemptServices {
  database: Database;
  clock: Clock;
  contextOf: (job: JobRow) => Context;
}

/** One attempt at one job, in this process. */
export class Attempt {
  readonly job: JobRow;
  readonly ended: Promise<Outcome | 'lost'>;
  readonly #services: AttemptServices;
  readonly #abort = new AbortController();
  #giveUp: () => void = () => {};
  #reason: StopReason | undefined;

  constructor(services: AttemptServices, handler: JobHandler, job: JobRow) {
    this.#services = services;
    this.job = job;
    this.ended = this.#run(handler);
  }

  stop(reason: StopReason, grace = grace_ms): void {
    if (this.#reason) return;
    this.#reason = reason;
    this.#abort.abort(new Error(sentences[reason]));
    setTimeout(() => this.#giveUp(), grace).unref();
  }

  stopIfTimedOut(now: number): void {
    const { started_at, timeout_ms } = this.job;
    if (timeout_ms !== null && started_at !== null && now - started_at >= timeout_ms) this.stop('timeout');
  }

  async #run(handler: JobHandler): Promise<Outcome | 'lost'> {
    const { id, attempt, scheduled_for, payload } = this.job;
    const note = new ProgressNote((share, sentence) =>
      quietly(this.#services, (db) => writeProgress(db, { id, attempt }, { share, sentence })).catch(() => {}),
    );
    const progress = (share: number, sentence: string) => note.say(share, sentence);
    const { signal } = this.#abort;
    const run = { id, attempt, scheduledFor: scheduled_for, progress, signal };
    const left = new Promise<never>((_resolve, reject) => {
      this.#giveUp = () => reject(new Error('it did not stop when it was told to'));
    });
    try {
      // In a turn of its own: also what a handler throws before its first await is its failure, not ours.
      const work = Promise.resolve().then(() =>
        handler.run(this.#services.contextOf(this.job), fromJson(payload), run),
      );
      await Promise.race([work, left]);
      await note.written();
      return { kind: 'done' };
    } catch (error) {
      return this.#judge(error);
    }
  }

  #judge(error: unknown): Outcome | 'lost' {
    switch (this.#reason) {
      case 'lost':
        return 'lost';
      case 'cancelled':
        return { kind: 'cancelled' };
      case 'stopping':
        return { kind: 'released' };
      case 'timeout':
        return { kind: 'failed', error: `Not ready within ${this.job.timeout_ms} ms.`, retry: true };
      case undefined: {
        const { message } = error instanceof Error ? error : new Error(String(error));
        return { kind: 'failed', error: message, retry: !isForGood(error) };
      }
    }
  }
}

/** What was asked does not fit and will not fit the next time either. */
function isForGood(error: unknown): boolean {
  return error instanceof AppError && error.status < 500 && error.status !== 423 && error.status !== 429;
}

const sentences: Record<StopReason, string> = {
  cancelled: 'this job was cancelled',
  timeout: 'this job took longer than it may',
  lost: 'another process has taken this job over',
  stopping: 'the server stops',
};
