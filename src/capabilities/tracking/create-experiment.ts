import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Config } from '../../platform/config/config.ts';
import { isUniqueViolation } from '../../platform/db/database-error.ts';
import { checkLength, checkName } from './check-facts.ts';
import { trackingErrors } from './errors.ts';
import { limits } from './limits.ts';
import { problemOfNew } from './naming/problem-of-new.ts';
import type { KeyValue } from './run.ts';
import { trackingDb } from './tables.ts';

export interface GivenExperiment {
  name: string;
  /** where artifacts go; null for Peil's own place */
  artifactRoot: string | null;
  tags: readonly KeyValue[];
}

/**
 * Answers the id. Belongs to the problem that the tag `peil.problem` names, or else a naming rule; without either it waits in the
 * inbox. A name stays taken while its experiment is deleted. Throws 409 for a taken name.
 */
export async function createExperiment(ctx: Context, given: GivenExperiment): Promise<number> {
  checkExperiment(given);
  const belongs = await problemOfNew(ctx, given);
  try {
    return await change(ctx, (tx) => insertExperiment(tx, ctx, { ...given, ...belongs }));
  } catch (error) {
    // Of two who give one name at the same instant the database refuses one.
    if (isUniqueViolation(error)) throw await nameTaken(ctx, given.name);
    throw error;
  }
}

export function checkExperiment({ name, tags }: Pick<GivenExperiment, 'name' | 'tags'>): void {
  checkExperimentName(name);
  for (const [index, { key, value }] of tags.entries()) {
    checkName(key, `tags[${index}].key`);
    checkLength(value, { field: `tags[${index}].value`, limit: limits.experimentTagValue });
  }
}

export async function insertExperiment(
  tx: Tx,
  { actor, config }: Pick<Context, 'actor' | 'config'>,
  { name, artifactRoot, tags, problemId }: GivenExperiment & { problemId: string | null },
): Promise<number> {
  const on = trackingDb(tx.db);
  const { id } = await on
    .insertInto('experiment')
    .values({
      name,
      artifact_root: artifactRoot ?? '',
      problem_id: problemId,
      created_by: actor.userId,
      created_at: tx.now,
      changed_at: tx.now,
      deleted_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (artifactRoot === null)
    await on
      .updateTable('experiment')
      .set({ artifact_root: ownArtifactRoot(id, config) })
      .where('id', '=', id)
      .execute();
  const values = [...new Map(tags.map(({ key, value }) => [key, value]))];
  if (values.length > 0)
    await on
      .insertInto('experiment_tag')
      .values(values.map(([key, value]) => ({ experiment_id: id, key, value })))
      .execute();
  tx.record({ type: 'experiment.created', subject: { kind: 'experiment', id: String(id) }, problemId, data: { name } });
  return id;
}

/** Kept by Peil: clients send artifacts to the server that they track with; or else where whoever started it says. */
export const ownArtifactRoot = (experimentId: number, { artifactRoot }: Pick<Config, 'artifactRoot'>): string =>
  `${artifactRoot ?? 'mlflow-artifacts:'}/${experimentId}`;

export function checkExperimentName(name: string): void {
  if (name.trim() === '') throw trackingErrors.missing({ field: 'name' });
  checkLength(name, { field: 'name', limit: limits.experimentName });
}

export async function nameTaken(ctx: Context, name: string): Promise<Error> {
  const row = await trackingDb(ctx.db)
    .selectFrom('experiment')
    .select('deleted_at')
    .where('name', '=', name)
    .executeTakeFirst();
  return trackingErrors.experimentExists({ name, isDeleted: (row?.deleted_at ?? null) !== null });
}
