import type { Kysely } from 'kysely';
import { change, type Happened, quietly, type Tx } from '../../platform/context/change.ts';
import type { Context, Services } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { AppError } from '../../platform/errors/app-error.ts';
import type { DomainEvent } from '../../platform/events/event-bus.ts';
import { newId } from '../../platform/ids.ts';
import { defineJob, type JobHandler, type JobRun } from '../../platform/jobs/job-handler.ts';
import { lastingFailure } from '../../platform/jobs/lasting-failure.ts';
import { failureToJson, lifeOfWork } from '../../platform/jobs/life-of-work.ts';
import type { Locale } from '../../platform/text/locale.ts';
import type { RunState, RunTrigger, VersionRun } from './version-run-contract.ts';

/** What every table of runs has; its owner adds what a version is judged by, and what came of it. */
export interface VersionRunColumns {
  id: string;
  problem_id: string;
  dataset_version_id: string;
  dataset_version_number: number;
  trigger: RunTrigger;
  state: RunState;
  job_id: string | null;
  /** JSON: code, en, nl */
  failure: string | null;
  begun_by: string;
  begun_at: number;
  finished_at: number | null;
}

type Told = Readonly<Record<string, unknown>>;

interface RunKind<Own extends object> {
  /** also the area of its events: `sufficiency_run.begun` */
  table: 'data_contract_run' | 'sufficiency_run';
  job: string;
  /** of which one runs at a time */
  group: string;
  /** what its events say beside the version of the data */
  told: (own: Own) => Told;
  brokenDown: () => AppError;
}

interface NewRun<Own> {
  problemId: string;
  version: { id: string; number: number };
  trigger: RunTrigger;
  own: Own;
}

/** What a run came to; `after` is done once that stands. */
interface Outcome<Own> {
  came: Partial<Own>;
  told: Told;
  after?: () => Promise<void>;
}

type Work<Own> = (ctx: Context, row: VersionRunColumns & Own, run: JobRun) => Promise<Outcome<Own>>;
type Asker = Pick<Services, 'jobs'> & { actorId: string };

/** A version that just came in, within the change that brought it. */
interface Imported {
  tx: Pick<Tx, 'db' | 'now'>;
  asker: Asker;
  problemId: string;
  datasetId: string;
  version: { id: string; number: number };
}

/** Only this file writes these columns of tables that others own, by names that are its own. */
const runDb = (db: AnyDb) =>
  db as unknown as Kysely<{ data_contract_run: VersionRunColumns; sufficiency_run: VersionRunColumns }>;

/**
 * Runs over versions of the data, each a row with a job of its own: waiting, running with its progress, done or failed.
 * The newest that is done counts.
 */
export class VersionRuns<Own extends object> {
  readonly #kind: RunKind<Own>;

  constructor(kind: RunKind<Own>) {
    this.#kind = kind;
  }

  async get(db: AnyDb, id: string): Promise<VersionRunColumns & Own> {
    const row = await runDb(db).selectFrom(this.#kind.table).selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    return row as VersionRunColumns & Own;
  }

  /** The run and its job exist together, or neither does. Answers its id. */
  async insert({ db, now }: Pick<Tx, 'db' | 'now'>, { jobs, actorId }: Asker, given: NewRun<Own>): Promise<string> {
    const { job: name, group, table } = this.#kind;
    const id = newId(now);
    const job = await jobs.enqueue({ db, now }, { name, payload: { runId: id }, actorId, group: { key: group } });
    const row: VersionRunColumns = {
      id,
      problem_id: given.problemId,
      dataset_version_id: given.version.id,
      dataset_version_number: given.version.number,
      trigger: given.trigger,
      state: 'waiting',
      job_id: job.id,
      failure: null,
      begun_by: actorId,
      begun_at: now,
      finished_at: null,
    };
    await runDb(db)
      .insertInto(table)
      .values({ ...given.own, ...row })
      .execute();
    return id;
  }

  /** What a person asks for is an event; what follows from an import stands in the event of that. */
  async begin(tx: Tx, { jobs, actor }: Context, given: Omit<NewRun<Own>, 'trigger'>): Promise<string> {
    const id = await this.insert(tx, { jobs, actorId: actor.userId }, { ...given, trigger: 'person' });
    const { problemId, version, own } = given;
    tx.record(this.#happened('begun', { id, problemId }, { ...this.#told(own, version.id), trigger: 'person' }));
    return id;
  }

  async show(db: AnyDb, row: VersionRunColumns & Own, locale: Locale): Promise<VersionRun> {
    const { state, progress, failure } = await lifeOfWork(db, row, { locale, brokenDown: this.#kind.brokenDown });
    return {
      id: row.id,
      datasetVersionId: row.dataset_version_id,
      datasetVersionNumber: row.dataset_version_number,
      trigger: row.trigger,
      state,
      progress,
      failure,
      begunBy: row.begun_by,
      begunAt: row.begun_at,
      finishedAt: row.finished_at,
    };
  }

  /** Judges a version; run again, it judges again, and keeps one result. */
  defineJob(work: Work<Own>): JobHandler {
    return defineJob<{ runId: string }>({
      name: this.#kind.job,
      run: async (ctx, { runId }, run) => {
        const row = await this.get(ctx.db, runId);
        if (row.finished_at !== null) return;
        try {
          await this.#setRunning(ctx, runId);
          const { came, told, after } = await work(ctx, row, run);
          await this.#finish(ctx, row, { columns: { ...came, state: 'done' }, told });
          await after?.();
        } catch (error) {
          const failure = lastingFailure(error, run);
          const columns = { state: 'failed', failure: failureToJson(failure) } as const;
          await this.#finish(ctx, row, { columns, told: { code: failure.code } });
        }
      },
    });
  }

  async #setRunning(ctx: Context, id: string): Promise<void> {
    await quietly(ctx, (db) =>
      runDb(db)
        .updateTable(this.#kind.table)
        .set({ state: 'running' })
        .where('id', '=', id)
        .where('finished_at', 'is', null)
        .execute(),
    );
  }

  async #finish(
    ctx: Context,
    row: VersionRunColumns & Own,
    { columns, told }: { columns: Partial<VersionRunColumns> & { state: 'done' | 'failed' }; told: Told },
  ): Promise<void> {
    await change(ctx, async (tx) => {
      await runDb(tx.db)
        .updateTable(this.#kind.table)
        .set({ ...columns, finished_at: tx.now })
        .where('id', '=', row.id)
        .execute();
      const what = columns.state === 'done' ? 'finished' : 'failed';
      const place = { id: row.id, problemId: row.problem_id };
      tx.record(this.#happened(what, place, { ...this.#told(row, row.dataset_version_id), ...told }));
    });
  }

  #told(own: Own, datasetVersionId: string): Told {
    return { ...this.#kind.told(own), datasetVersionId };
  }

  #happened(what: string, { id, problemId }: { id: string; problemId: string }, data: Told): Happened {
    const { table } = this.#kind;
    return { type: `${table}.${what}`, subject: { kind: table, id }, problemId, data };
  }
}

/** Every new version is judged by itself: asked for in the very change that imported it. */
export function onVersionImported(begin: (imported: Imported) => Promise<void>) {
  return ({ jobs }: Pick<Services, 'jobs'>) =>
    async (db: AnyDb, events: readonly DomainEvent[]): Promise<void> => {
      for (const { type, subject, problemId, data, at, actorId } of events) {
        if (type !== 'dataset_version.imported' || problemId === null) continue;
        await begin({
          tx: { db, now: at },
          asker: { jobs, actorId },
          problemId,
          datasetId: String(data['datasetId']),
          version: { id: subject.id, number: Number(data['number']) },
        });
      }
    };
}
