import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { keepArtifacts, type KeyValue, standOn } from '../tracking/index.ts';
import { checkTags } from './check-labels.ts';
import { lockModel } from './edit-registered-model.ts';
import { moveModel } from './move-model.ts';
import { type GivenSource, type KnownSource, promptSource, resolveSource } from './model-source.ts';
import { getModelVersion } from './registry-queries.ts';
import type { ModelVersion } from './registered-model.ts';
import { registryDb } from './tables.ts';

interface Given extends GivenSource {
  name: string;
  description: string;
  runLink: string;
  tags: readonly KeyValue[];
}

/**
 * The next number of a model, with its files as they are now: what a client writes over them later is not in it. A model that is in
 * the inbox goes to the problem of what its first version comes from. Throws 404, and 400 for a source that is nobody's.
 */
export async function createVersion(ctx: Context, given: Given): Promise<ModelVersion> {
  const { name, source, description, runLink, tags } = given;
  checkTags(tags);
  const known: KnownSource =
    source === promptSource
      ? { storageUri: source, runId: null, loggedModelId: null, problemId: null }
      : await resolveSource(ctx, given);
  const number = await change(ctx, async (tx) => {
    const model = await lockModel(tx, ctx, name);
    const { runId, loggedModelId: modelId } = known;
    await standOn(tx, { runId, modelId, mayRunBeGone: modelId !== null });
    const on = registryDb(tx.db);
    const last = await on
      .selectFrom('model_version')
      .select('number')
      .where('model_id', '=', model.id)
      .orderBy('number', 'desc')
      .executeTakeFirst();
    const next = (last?.number ?? 0) + 1;
    const kept = await keepArtifacts(tx, known.storageUri);
    await on
      .insertInto('model_version')
      .values({
        model_id: model.id,
        number: next,
        source,
        storage_uri: kept ?? known.storageUri,
        files_from: kept === null ? null : (known.filesFrom ?? known.storageUri),
        run_id: known.runId,
        logged_model_id: known.loggedModelId,
        run_link: runLink,
        description,
        stage: 'None',
        created_by: ctx.actor.userId,
        created_at: tx.now,
        changed_at: tx.now,
        deleted_at: null,
      })
      .execute();
    const values = [...new Map(tags.map(({ key, value }) => [key, value]))];
    if (values.length > 0)
      await on
        .insertInto('model_version_tag')
        .values(values.map(([key, value]) => ({ model_id: model.id, number: next, key, value })))
        .execute();
    const problemId = model.problem_id ?? known.problemId;
    if (problemId !== model.problem_id) await moveModel(tx, model, problemId);
    tx.record({
      type: 'model_version.created',
      subject: { kind: 'registered_model', id: model.id },
      problemId,
      data: { number: next, source, run: known.runId },
    });
    return next;
  });
  return getModelVersion(ctx, { name, version: String(number) });
}
