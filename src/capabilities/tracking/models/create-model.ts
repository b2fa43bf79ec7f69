import { randomUUID } from 'node:crypto';
import { change, type Tx } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import { checkLength, checkName, cut } from '../check-facts.ts';
import { trackingErrors } from '../errors.ts';
import { type ExperimentRow, getExperimentRow } from '../experiment-queries.ts';
import { limits } from '../limits.ts';
import type { LoggedModel } from '../model.ts';
import type { KeyValue } from '../run.ts';
import { inventRunName } from '../run-name.ts';
import { demandTracking } from '../standing.ts';
import { trackingDb } from '../tables.ts';
import { getModel } from './model-queries.ts';

export interface GivenModel {
  experimentId: string;
  /** null: Peil invents one */
  name: string | null;
  modelType: string;
  sourceRunId: string | null;
  params: readonly KeyValue[];
  tags: readonly KeyValue[];
}

/** A model whose files are still to come. Throws 404 for an unknown experiment, 409 for a deleted one. */
export async function createModel(ctx: Context, given: GivenModel): Promise<LoggedModel> {
  checkModel(given);
  const experiment = await getExperimentRow(ctx.db, given.experimentId);
  await demandTracking(ctx, 'write', experiment.problem_id);
  if (experiment.deleted_at !== null) throw trackingErrors.experimentDeleted({ id: given.experimentId });
  const id = await change(ctx, (tx) => insertModel(tx, ctx, { ...given, experiment }));
  return getModel(ctx, id);
}

export function checkModel({ name, params, tags }: GivenModel): void {
  if (name !== null) checkModelName(name);
  for (const [index, { key }] of params.entries()) checkName(key, `params[${index}].key`);
  for (const [index, { key }] of tags.entries()) checkName(key, `tags[${index}].key`);
}

interface ModelToMake extends GivenModel {
  /** of its own, where it comes from elsewhere and is free */
  id?: string;
  experiment: ExperimentRow;
}

/** Answers its id. */
export async function insertModel(
  tx: Tx,
  { actor }: Pick<Context, 'actor'>,
  { experiment, id = `m-${randomUUID().replaceAll('-', '')}`, ...given }: ModelToMake,
): Promise<string> {
  const name = given.name ?? inventRunName();
  await trackingDb(tx.db)
    .insertInto('logged_model')
    .values({
      id,
      experiment_id: experiment.id,
      name,
      model_type: given.modelType,
      source_run_id: given.sourceRunId,
      status: 'PENDING',
      artifact_uri: `${experiment.artifact_root.replace(/\/$/, '')}/models/${id}/artifacts`,
      created_by: actor.userId,
      created_at: tx.now,
      changed_at: tx.now,
      deleted_at: null,
    })
    .execute();
  await setModelFacts(tx, id, given);
  tx.record({
    type: 'logged_model.created',
    subject: { kind: 'logged_model', id },
    problemId: experiment.problem_id,
    data: { experiment: experiment.id, name, run: given.sourceRunId },
  });
  return id;
}

/** It is a part of paths and addresses. */
function checkModelName(name: string): void {
  if (name === '' || /[/:.%"']/.test(name)) throw trackingErrors.badModelName({ name });
  checkLength(name, { field: 'name', limit: limits.key });
}

/** The same name again replaces what was there. */
export async function setModelFacts(
  tx: Pick<Tx, 'db'>,
  model_id: string,
  { params = [], tags = [] }: { params?: readonly KeyValue[]; tags?: readonly KeyValue[] },
): Promise<void> {
  const on = trackingDb(tx.db);
  for (const [table, facts, limit] of [
    ['logged_model_param', params, limits.paramValue],
    ['logged_model_tag', tags, limits.runTagValue],
  ] as const) {
    const last = new Map(facts.map(({ key, value }) => [key, cut(value, limit)]));
    if (last.size === 0) continue;
    await on
      .insertInto(table)
      .values([...last].map(([key, value]) => ({ model_id, key, value })))
      .onConflict((conflict) =>
        conflict.columns(['model_id', 'key']).doUpdateSet((is) => ({ value: is.ref('excluded.value') })),
      )
      .execute();
  }
}
