import type { AppError } from '../errors/app-error.ts';
import type {
  AnalyticsColumn,
  AnalyticsFailure,
  AnalyticsTask,
  FromAnalyticsChild,
  JsonValue,
} from './analytics-protocol.ts';
import { analyticsErrors } from './errors.ts';
import { QueryError } from './query-error.ts';

/** A task without what its place in the process decides. */
export type TaskAsked = Omit<AnalyticsTask, 'spillFolder'>;

export interface Asking {
  /** from the asking, waiting in line included */
  timeout_ms: number;
  signal?: AbortSignal | undefined;
}

/** One task on its way, and its answer as far as it has come. Settles once, whatever comes later. */
export class Ticket {
  readonly id: number;
  readonly task: TaskAsked;
  readonly answered: Promise<Ticket>;
  columns: readonly AnalyticsColumn[] = [];
  rows: JsonValue[][] = [];
  truncated = false;
  /** its process ended while it ran: it, or one that ran beside it, may do so again */
  isSuspect = false;
  isSettled = false;
  #resolve: (ticket: Ticket) => void = () => {};
  #reject: (error: unknown) => void = () => {};
  #release: () => void;

  constructor(given: { id: number; task: TaskAsked; asking: Asking }, stop: () => void) {
    const { id, task, asking } = given;
    this.id = id;
    this.task = task;
    this.answered = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    const giveUp = (error: unknown) => {
      this.fail(error);
      stop();
    };
    const { signal, timeout_ms } = asking;
    const tooLong = () => giveUp(analyticsErrors.tookTooLong({ timeout_s: timeout_ms / 1000 }));
    const timer = setTimeout(tooLong, timeout_ms);
    const abort = () => giveUp(signal?.reason);
    signal?.addEventListener('abort', abort);
    this.#release = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
  }

  /** A task that is asked again begins from nothing. */
  begin(): void {
    this.columns = [];
    this.rows = [];
  }

  suspected(): this {
    this.isSuspect = true;
    return this;
  }

  /** Answers whether this was the last word. */
  hear(message: FromAnalyticsChild): boolean {
    switch (message.kind) {
      case 'columns':
        this.columns = message.columns;
        return false;
      case 'rows':
        for (const row of message.rows) this.rows.push(row);
        return false;
      case 'done':
        this.truncated = message.truncated;
        this.#settle(() => this.#resolve(this));
        return true;
      case 'failed':
        this.fail(sentenceFor(message.failure, this.task));
        return true;
    }
  }

  fail(error: unknown): void {
    this.#settle(() => this.#reject(error));
  }

  #settle(how: () => void): void {
    if (this.isSettled) return;
    this.isSettled = true;
    this.#release();
    how();
  }
}

function sentenceFor(failure: AnalyticsFailure, task: TaskAsked): AppError | QueryError {
  switch (failure.reason) {
    case 'notOneStatement':
      return analyticsErrors.notOneStatement({ count: failure.count });
    case 'notASelect':
      return analyticsErrors.notASelect({ given: failure.given });
    case 'functionNotAllowed':
      return analyticsErrors.functionNotAllowed({ name: failure.name, allowed: failure.allowed });
    case 'unreadableView':
      return analyticsErrors.unreadableView({ view: failure.view, reason: failure.message });
    case 'tooMuchMemory':
      return analyticsErrors.tooMuchMemory({ memory_mb: task.memory_mb });
    case 'tooLarge':
      return analyticsErrors.tooLarge({ limit_mb: Math.round(task.maxWeight / 1024 / 1024) });
    case 'diskFull':
      return analyticsErrors.diskFull();
    case 'sql':
      return task.mode === 'question'
        ? analyticsErrors.wrongSql({ reason: failure.message })
        : new QueryError(failure.message);
    case 'cancelled':
      return new QueryError('the query was interrupted, and nobody had asked for it');
  }
}
