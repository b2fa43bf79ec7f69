import { sql } from 'kysely';
import { quietly } from '../../platform/context/change.ts';
import type { Context, Services } from '../../platform/context/context.ts';
import { onePerPeil } from '../../platform/context/one-per-peil.ts';
import { type Outcome, Together } from '../../platform/context/together.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { insertMany } from '../../platform/db/insert-many.ts';
import { checkFacts, cut, type Facts } from './check-facts.ts';
import { trackingErrors } from './errors.ts';
import { limits } from './limits.ts';
import { findChangedParam, knownParams } from './known-params.ts';
import { knownModels, type PointOfModel, writeModelPoints } from './models/write-model-points.ts';
import { runNameTag } from './run-name.ts';
import { held, nextRevision } from './run-revision.ts';
import { demandTracking } from './standing.ts';
import { keptValue, nanMark } from './stored-point.ts';
import { trackingDb } from './tables.ts';
import { type PointOfRun, writePoints } from './write-points.ts';

export interface GivenFacts extends Facts {
  runId: string;
}

interface Asked {
  ctx: Context;
  given: GivenFacts;
}

/**
 * Metrics, parameters and tags of a run, all of them or none: what is answered is on the disk. They are not audited one by
 * one; the run is, and what it holds stands with it. Requests of many clients are written together.
 * Throws 404, and 409 for a deleted run or a parameter that has another value already.
 */
export function logFacts(ctx: Context, given: GivenFacts): Promise<void> {
  checkFacts(given);
  const params = given.params.map(({ key, value }) => ({ key, value: cut(value, limits.paramValue) }));
  const tags = given.tags.map(({ key, value }) => ({ key, value: cut(value, limits.runTagValue) }));
  return writerOf(ctx).do({ ctx, given: { ...given, params, tags } });
}

/** SQLite has one writer: while a first write is on its way to the disk, the next is got ready. */
const inFlight = { sqlite: 2, postgres: 4 } as const;

const writerOf = onePerPeil(
  (services: Services) =>
    new Together<Asked, void>((asked) => quietly(services, (db) => writeAll(db, asked)), {
      inFlight: inFlight[services.database.kind],
    }),
);

interface KnownRun {
  id: string;
  experiment_id: number;
  problem_id: string | null;
  deleted_at: number | null;
}

async function writeAll(db: AnyDb, asked: readonly Asked[]): Promise<Outcome<void>[]> {
  const runs = await holdRuns(db, [...new Set(asked.map(({ given }) => given.runId))]);
  const params = await knownParams(
    db,
    asked.map(({ given }) => given),
  );
  const models = await knownModels(db, modelIdsIn(asked));
  const accepted: (GivenFacts & { experimentId: number })[] = [];
  const outcomes: Outcome<void>[] = [];
  for (const { ctx, given } of asked) {
    try {
      const run = runs.get(given.runId);
      await judge(ctx, given, run);
      refuseUnknownModel(given, models);
      const changed = findChangedParam(params, given);
      if (changed) throw trackingErrors.paramChanged({ runId: given.runId, ...changed });
      accepted.push({ ...given, experimentId: run?.experiment_id ?? 0 });
      outcomes.push({ status: 'fulfilled', value: undefined });
    } catch (reason) {
      outcomes.push({ status: 'rejected', reason });
    }
  }
  await insertParams(db, accepted);
  await writeTags(db, accepted);
  const points: PointOfRun[] = [];
  const ofModels: PointOfModel[] = [];
  for (const { runId, experimentId, metrics } of accepted)
    for (const { key, value, at, step, modelId, datasetName, datasetDigest } of metrics) {
      const point = { runId, experimentId, key, at, step, value: keptValue(value), is_nan: nanMark(value) };
      points.push(point);
      if (modelId !== null)
        ofModels.push({ ...point, modelId, datasetName: datasetName ?? '', datasetDigest: datasetDigest ?? '' });
    }
  await writePoints(db, points);
  await writeModelPoints(db, ofModels);
  return outcomes;
}

/** Marked as changed, whatever of it is accepted; nobody else changes them until the commit. */
async function holdRuns(db: AnyDb, ids: readonly string[]): Promise<Map<string, KnownRun>> {
  const { rows } = await sql<KnownRun>`update run set revision = ${nextRevision} where ${held(db, ids)}
    returning id, experiment_id, deleted_at,
      (select problem_id from experiment where experiment.id = run.experiment_id) as problem_id`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

async function judge(ctx: Context, { runId }: GivenFacts, run: KnownRun | undefined): Promise<void> {
  if (!run) throw trackingErrors.runNotFound({ id: runId });
  await demandTracking(ctx, 'write', run.problem_id);
  if (run.deleted_at !== null) throw trackingErrors.runDeleted({ id: runId });
}

const modelIdsIn = (asked: readonly Asked[]): string[] => [
  ...new Set(asked.flatMap(({ given }) => given.metrics.flatMap(({ modelId }) => modelId ?? []))),
];

function refuseUnknownModel({ metrics }: GivenFacts, known: ReadonlySet<string>): void {
  const unknown = metrics.find(({ modelId }) => modelId !== null && !known.has(modelId))?.modelId;
  if (unknown) throw trackingErrors.modelNotFound({ id: unknown });
}

const factColumns = { run_id: 'text', key: 'text', value: 'text' } as const;

async function insertParams(db: AnyDb, accepted: readonly GivenFacts[]): Promise<void> {
  const rows = accepted.flatMap(({ runId, params }) => params.map(({ key, value }) => [runId, key, value]));
  await insertMany(db, { into: 'run_param', columns: factColumns, rows, tail: 'on conflict do nothing' });
}

async function writeTags(db: AnyDb, accepted: readonly GivenFacts[]): Promise<void> {
  const last = new Map<string, readonly [runId: string, key: string, value: string]>();
  for (const { runId, tags } of accepted)
    for (const { key, value } of tags) last.set(`${runId} ${key}`, [runId, key, value]);
  // In one order, so that of two writes at a time neither waits for the other.
  const rows = [...last].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const tail = 'on conflict (run_id, key) do update set value = excluded.value';
  await insertMany(db, { into: 'run_tag', columns: factColumns, rows, tail });
  for (const [runId, key, name] of rows)
    if (key === runNameTag) await trackingDb(db).updateTable('run').set({ name }).where('id', '=', runId).execute();
}
