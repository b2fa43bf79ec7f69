import { randomUUID } from 'node:crypto';
import { change } from '../../platform/context/change.ts';
import type { Context, Services } from '../../platform/context/context.ts';
import { onePerPeil } from '../../platform/context/one-per-peil.ts';
import { type Outcome, Together } from '../../platform/context/together.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { insertMany } from '../../platform/db/insert-many.ts';
import { checkName, cut } from './check-facts.ts';
import { trackingErrors } from './errors.ts';
import type { ExperimentRow } from './experiment-queries.ts';
import { limits } from './limits.ts';
import type { KeyValue, Run } from './run.ts';
import { inventRunName, runNameTag } from './run-name.ts';
import { firstRevision } from './run-revision.ts';
import { demandTracking } from './standing.ts';
import { trackingDb } from './tables.ts';

export interface GivenRun {
  experimentId: string;
  /** null: named by its tag, or by Peil */
  name: string | null;
  clientUser: string;
  startedAt: number | null;
  tags: readonly KeyValue[];
}

interface Asked {
  ctx: Context;
  given: GivenRun;
}

/** Begins a run. Throws 404 for an unknown experiment, 409 for a deleted one. Many at once are written together. */
export function createRun(ctx: Context, given: GivenRun): Promise<Run> {
  for (const [index, { key }] of given.tags.entries()) checkName(key, `tags[${index}].key`);
  if (given.startedAt !== null && given.startedAt < 0)
    throw trackingErrors.badMoment({ field: 'start_time', given: String(given.startedAt) });
  return writerOf(ctx).do({ ctx, given });
}

const writerOf = onePerPeil(
  (services: Services) => new Together<Asked, Run>((asked) => createAll(services, asked), { inFlight: 2 }),
);

async function createAll(services: Services, asked: readonly Asked[]): Promise<Outcome<Run>[]> {
  const [first] = asked;
  if (!first) return [];
  const experiments = await listExperiments(services.database.reader, asked);
  const outcomes = await Promise.allSettled(asked.map((each) => prepare(each, experiments)));
  const made = outcomes.flatMap((outcome, index) => {
    const ctx = asked[index]?.ctx;
    return outcome.status === 'fulfilled' && ctx ? [{ ...outcome.value, ctx }] : [];
  });
  if (made.length > 0) await insertAll(first.ctx, made);
  return outcomes.map((outcome) =>
    outcome.status === 'fulfilled' ? { status: 'fulfilled', value: outcome.value.run } : outcome,
  );
}

interface Prepared {
  run: Run;
  problemId: string | null;
}

async function listExperiments(db: AnyDb, asked: readonly Asked[]): Promise<Map<string, ExperimentRow>> {
  const ids = asked.map(({ given }) => given.experimentId).filter((id) => /^\d{1,9}$/.test(id));
  if (ids.length === 0) return new Map();
  const rows = await trackingDb(db)
    .selectFrom('experiment')
    .selectAll()
    .where('id', 'in', [...new Set(ids.map(Number))])
    .execute();
  return new Map(rows.map((row) => [String(row.id), row]));
}

async function prepare({ ctx, given }: Asked, experiments: ReadonlyMap<string, ExperimentRow>): Promise<Prepared> {
  const { experimentId, clientUser, startedAt } = given;
  const experiment = experiments.get(experimentId);
  if (!experiment) throw trackingErrors.experimentNotFound({ id: experimentId });
  await demandTracking(ctx, 'write', experiment.problem_id);
  if (experiment.deleted_at !== null) throw trackingErrors.experimentDeleted({ id: experimentId });
  const named = given.tags.findLast(({ key }) => key === runNameTag)?.value;
  if (given.name && named && given.name !== named) throw trackingErrors.twoRunNames({ name: given.name, tag: named });
  const name = given.name || named || inventRunName();
  const id = randomUUID().replaceAll('-', '');
  const tags = new Map(given.tags.map(({ key, value }) => [key, cut(value, limits.runTagValue)]));
  tags.set(runNameTag, name);
  const run: Run = {
    id,
    experimentId: experiment.id,
    name,
    status: 'RUNNING',
    clientUser,
    startedAt,
    endedAt: null,
    artifactUri: `${experiment.artifact_root.replace(/\/$/, '')}/${id}/artifacts`,
    isDeleted: false,
    metrics: [],
    params: [],
    tags: [...tags].map(([key, value]) => ({ key, value })),
    datasets: [],
    modelsIn: [],
    modelsOut: [],
  };
  return { run, problemId: experiment.problem_id };
}

const runColumns = {
  id: 'text',
  experiment_id: 'integer',
  name: 'text',
  status: 'text',
  client_user: 'text',
  started_at: 'bigint',
  artifact_uri: 'text',
  created_by: 'text',
  created_at: 'bigint',
  revision: 'bigint',
} as const;

async function insertAll(services: Context, made: readonly (Prepared & { ctx: Context })[]): Promise<void> {
  await change(services, async (tx) => {
    await insertMany(tx.db, {
      into: 'run',
      columns: runColumns,
      rows: made.map(({ run, ctx }) => [
        run.id,
        run.experimentId,
        run.name,
        run.status,
        run.clientUser,
        run.startedAt,
        run.artifactUri,
        ctx.actor.userId,
        tx.now,
        firstRevision(),
      ]),
      tail: '',
    });
    await insertMany(tx.db, {
      into: 'run_tag',
      columns: { run_id: 'text', key: 'text', value: 'text' },
      rows: made.flatMap(({ run }) => run.tags.map(({ key, value }) => [run.id, key, value])),
      tail: '',
    });
    for (const { run, problemId, ctx } of made)
      tx.record({
        type: 'run.created',
        subject: { kind: 'run', id: run.id },
        problemId,
        actorId: ctx.actor.userId,
        requestId: ctx.requestId,
        data: { experiment: run.experimentId, name: run.name },
      });
  });
}
