import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Log } from '../log/log.ts';
import { AnalyticsProcess } from './analytics-process.ts';
import type { AnalyticsColumn, JsonValue, QueryParam } from './analytics-protocol.ts';
import type { TaskAsked } from './ticket.ts';

export interface AskedOptions {
  /** from the asking, waiting in line included; 5 minutes for a query and 30 seconds for a question unless told */
  timeout_ms?: number;
  /** an abort rejects with the signal's reason */
  signal?: AbortSignal;
}

export interface QueryOptions extends AskedOptions {
  /**
   * Absolute paths that the SQL may read and write, by `read_parquet($1)` or `COPY ... TO`; one with a slash at its end is
   * a folder and all below it.
   */
  files: readonly string[];
}

export interface QuestionOptions extends AskedOptions {
  /** absolute paths of Parquet files of one shape, by the name under which the question reads them */
  views: Readonly<Record<string, readonly string[]>>;
  /** 10,000 unless told; `truncated` tells of more */
  maxRows?: number;
}

export interface QuestionAnswer {
  columns: readonly AnalyticsColumn[];
  /** values in the order of the columns, as `jsonValue` makes them */
  rows: JsonValue[][];
  /** there are more rows than these */
  truncated: boolean;
}

/** Arithmetic over Parquet and other files, in processes beside the server. */
export interface Analytics {
  /**
   * Our own SQL, with `$1`, `$2` for the parameters. It may run twice, when its process is killed, so it must bear that.
   * Fails with a QueryError, or with an AppError for what a person can mend (time, memory, disk).
   */
  query<Row extends Record<string, JsonValue>>(
    sql: string,
    params: readonly QueryParam[],
    options: QueryOptions,
  ): Promise<Row[]>;
  /** SQL that a person wrote: one SELECT over the views and nothing else. Its mistakes are AppErrors. */
  question(sql: string, options: QuestionOptions): Promise<QuestionAnswer>;
  close(): Promise<void>;
}

export interface AnalyticsLimits {
  /** for one query or question; the processes use up to twice as much each */
  memory_mb: number;
  threads: number;
  maxSpill_mb: number;
  maxAnswer_mb: number;
  idle_ms: number;
}

const usualLimits: AnalyticsLimits = {
  memory_mb: 512,
  threads: Math.min(4, availableParallelism()),
  maxSpill_mb: 10_240,
  maxAnswer_mb: 32,
  idle_ms: 60_000,
};

const rowsOfQuery = 1_000_000;
const rowsOfQuestion = 10_000;

/**
 * Costs nothing until something is asked. People's questions have a process of their own: one that takes it down does
 * not disturb the product's own queries.
 */
export async function openAnalytics(
  { folder, log }: { folder: string; log: Log },
  given: Partial<AnalyticsLimits> = {},
): Promise<DuckDbAnalytics> {
  // What a server that was killed has left.
  await rm(folder, { recursive: true, force: true });
  return new DuckDbAnalytics({ folder, log, limits: { ...usualLimits, ...given } });
}

export class DuckDbAnalytics implements Analytics {
  readonly queries: AnalyticsProcess;
  readonly questions: AnalyticsProcess;
  readonly #limits: AnalyticsLimits;

  constructor({ folder, log, limits }: { folder: string; log: Log; limits: AnalyticsLimits }) {
    const usual = { log, atOnce: 2, maxWaiting: 100, idle_ms: limits.idle_ms, patience_ms: 2_000 };
    this.#limits = limits;
    this.queries = new AnalyticsProcess({ ...usual, folder: join(folder, 'queries') });
    this.questions = new AnalyticsProcess({ ...usual, folder: join(folder, 'questions') });
  }

  async query<Row extends Record<string, JsonValue>>(
    sql: string,
    params: readonly QueryParam[],
    { files, timeout_ms = 300_000, signal }: QueryOptions,
  ): Promise<Row[]> {
    refuseRelative(files);
    const task = this.#task({ sql, params, mode: 'query', files, views: {}, maxRows: rowsOfQuery });
    const { columns, rows, truncated } = await this.queries.run(task, { timeout_ms, signal });
    if (truncated) throw new Error(`a query of our own answered more than ${rowsOfQuery} rows: summarise in SQL`);
    const names = columns.map(({ name }) => name);
    return rows.map((row) => Object.fromEntries(row.map((value, index) => [names[index], value]))) as Row[];
  }

  async question(
    sql: string,
    { views, maxRows = rowsOfQuestion, timeout_ms = 30_000, signal }: QuestionOptions,
  ): Promise<QuestionAnswer> {
    refuseRelative(Object.values(views).flat());
    const task = this.#task({ sql, params: [], mode: 'question', files: [], views, maxRows });
    const { columns, rows, truncated } = await this.questions.run(task, { timeout_ms, signal });
    return { columns, rows, truncated };
  }

  async close(): Promise<void> {
    await Promise.all([this.queries.close(), this.questions.close()]);
  }

  #task(asked: Pick<TaskAsked, 'sql' | 'params' | 'mode' | 'files' | 'views' | 'maxRows'>): TaskAsked {
    const { memory_mb, threads, maxSpill_mb, maxAnswer_mb } = this.#limits;
    return { ...asked, memory_mb, threads, maxSpill_mb, maxWeight: maxAnswer_mb * 1024 * 1024 };
  }
}

/** Where a relative path leads depends on the process: a bug of the caller. */
function refuseRelative(paths: readonly string[]): void {
  const relative = paths.find((path) => !isAbsolute(path));
  if (relative !== undefined) throw new Error(`analytics take absolute paths; given was ${relative}`);
}
