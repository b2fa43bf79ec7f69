import { randomUUID } from 'node:crypto';
import { change, type Tx } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { checkName } from '../check-facts.ts';
import { type ExperimentRow, getExperimentRow } from '../experiment-queries.ts';
import { refuseDeleted } from '../refuse-deleted.ts';
import type { KeyValue, RunStatus } from '../run.ts';
import { runNameTag } from '../run-name.ts';
import { firstRevision } from '../run-revision.ts';
import { demandTracking } from '../standing.ts';
import { trackingDb } from '../tables.ts';
import { isStillOf } from './still-of.ts';

/** What was brought under another id says so, and is found again by it. */
export const importedTag = 'peil.imported.id';

export interface Brought {
  id: string;
  isNew: boolean;
  isDeleted: boolean;
}

interface GivenRun {
  experimentId: string;
  id: string;
  name: string;
  clientUser: string;
  startedAt: number | null;
  tags: readonly KeyValue[];
}

/** A run from elsewhere. The same again is found, not made again. Throws 404, and 409 for an experiment that was deleted here. */
export async function bringRun(ctx: Context, given: GivenRun): Promise<Brought & { status: RunStatus }> {
  for (const { key } of given.tags) checkName(key, 'tags.key');
  const experiment = await experimentToFill(ctx, given.experimentId);
  const { known, isTaken } = await findBrought(ctx.db, experiment.id, given.id);
  if (known) return { id: known.id, isNew: false, isDeleted: known.deleted_at !== null, status: known.status };
  await refuseDeleted(ctx.db, experiment);
  const id = isTaken ? randomUUID().replaceAll('-', '') : given.id;
  await change(ctx, async (tx) => {
    await trackingDb(tx.db)
      .insertInto('run')
      .values({
        id,
        experiment_id: experiment.id,
        name: given.name,
        status: 'RUNNING',
        client_user: given.clientUser,
        started_at: given.startedAt,
        ended_at: null,
        artifact_uri: `${experiment.artifact_root.replace(/\/$/, '')}/${id}/artifacts`,
        created_by: ctx.actor.userId,
        created_at: tx.now,
        deleted_at: null,
        revision: firstRevision(),
      })
      .execute();
    await insertTags(tx, id, [
      ...given.tags,
      { key: runNameTag, value: given.name },
      ...(isTaken ? [{ key: importedTag, value: given.id }] : []),
    ]);
    const data = { experiment: experiment.id, name: given.name, imported: given.id };
    tx.record({ type: 'run.created', subject: { kind: 'run', id }, problemId: experiment.problem_id, data });
  });
  return { id, isNew: true, isDeleted: false, status: 'RUNNING' };
}

export async function experimentToFill(ctx: Context, id: string): Promise<ExperimentRow> {
  const experiment = await getExperimentRow(ctx.db, id);
  await demandTracking(ctx, 'write', experiment.problem_id);
  return experiment;
}

async function findBrought(db: AnyDb, experimentId: number, id: string) {
  const on = trackingDb(db);
  const columns = ['run.id', 'run.experiment_id', 'run.deleted_at', 'run.status'] as const;
  const same = await on.selectFrom('run').select(columns).where('id', '=', id).executeTakeFirst();
  if (same && (await isStillOf(db, same, experimentId))) return { known: same, isTaken: true };
  const renamed = await on
    .selectFrom('run')
    .innerJoin('run_tag', 'run_tag.run_id', 'run.id')
    .select(columns)
    .where('run.experiment_id', '=', experimentId)
    .where('run_tag.key', '=', importedTag)
    .where('run_tag.value', '=', id)
    .executeTakeFirst();
  return { known: renamed, isTaken: same !== undefined };
}

async function insertTags({ db }: Tx, run_id: string, tags: readonly KeyValue[]): Promise<void> {
  const last = new Map(tags.map(({ key, value }) => [key, value]));
  await trackingDb(db)
    .insertInto('run_tag')
    .values([...last].map(([key, value]) => ({ run_id, key, value })))
    .execute();
}
