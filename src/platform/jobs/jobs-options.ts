import type { Clock } from '../clock.ts';
import type { Context } from '../context/context.ts';
import type { Database } from '../db/database.ts';
import type { Log } from '../log/log.ts';
import type { JobHandler } from './job-handler.ts';
import type { JobRow } from './tables.ts';

export interface JobsOptions {
  database: Database;
  /** of PostgreSQL, to hear of work that other processes write; null: SQLite */
  databaseUrl: string | null;
  clock: Clock;
  log: Log;
  handlers: readonly JobHandler[];
  contextOf: (job: JobRow) => Context;
  /** jobs at the same time in this process */
  concurrency: number;
  /** how long a heartbeat may stand still before the job is given to another */
  lease_ms: number;
  /** how often an idle process looks */
  poll_ms: number;
  /** an attempt ended: there is room for another */
  onRoom: () => void;
}
