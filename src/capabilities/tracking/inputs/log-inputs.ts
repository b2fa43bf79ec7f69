import type { Tx } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import { toJson } from '../../../platform/json.ts';
import { changeActiveRun } from '../change-run.ts';
import { checkLength } from '../check-facts.ts';
import { trackingErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import type { DatasetInput, ModelLink } from '../run.ts';
import { knownModels } from '../models/write-model-points.ts';
import { trackingDb } from '../tables.ts';
import { resolveDataset } from './resolve-datasets.ts';

/** The tag that says what data was used for. */
const contextTag = 'mlflow.data.context';

interface Inputs {
  runId: string;
  datasets: readonly DatasetInput[];
  modelIds: readonly string[];
}

/** Data and models that a run was given. The same again is no change. Throws 404, and 409 for a deleted run. */
export async function logInputs(ctx: Context, { runId, datasets, modelIds }: Inputs): Promise<void> {
  for (const [index, dataset] of datasets.entries()) checkDataset(dataset, `datasets[${index}]`);
  await changeActiveRun(ctx, runId, async (tx, { problem_id: problemId }) => {
    for (const { name, digest, sourceType, source, schema, profile, tags } of datasets) {
      const version = await resolveDataset(tx.db, problemId, { name, digest, source, tags });
      await trackingDb(tx.db)
        .insertInto('run_dataset')
        .values({
          run_id: runId,
          name,
          digest,
          source_type: sourceType,
          source,
          schema,
          profile,
          context: tags.find(({ key }) => key === contextTag)?.value ?? null,
          tags: toJson(tags),
          version_id: version?.id ?? null,
          version_sha256: version?.sha256 ?? null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    await linkModels(tx, { runId, direction: 'in', models: modelIds.map((modelId) => ({ modelId, step: 0 })) });
    const given = datasets.map(({ name, digest }) => `${name} ${digest}`);
    return { what: 'linked', data: { datasets: given, models: modelIds } };
  });
}

/** Models that a run has made. */
export async function logOutputs(
  ctx: Context,
  { runId, models }: { runId: string; models: readonly ModelLink[] },
): Promise<void> {
  await changeActiveRun(ctx, runId, async (tx) => {
    await linkModels(tx, { runId, direction: 'out', models });
    return { what: 'linked', data: { made: models.map(({ modelId }) => modelId) } };
  });
}

function checkDataset({ name, digest, source, schema, profile }: DatasetInput, place: string): void {
  for (const [field, value, limit] of [
    ['name', name, limits.datasetName],
    ['digest', digest, limits.datasetDigest],
    ['source', source, limits.datasetSource],
    ['schema', schema ?? '', limits.datasetSchema],
    ['profile', profile ?? '', limits.datasetProfile],
  ] as const)
    checkLength(value, { field: `${place}.dataset.${field}`, limit });
}

interface Links {
  runId: string;
  direction: 'in' | 'out';
  models: readonly ModelLink[];
}

async function linkModels({ db }: Tx, { runId, direction, models }: Links): Promise<void> {
  if (models.length === 0) return;
  const ids = models.map(({ modelId }) => modelId);
  const known = await knownModels(db, ids);
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw trackingErrors.modelNotFound({ id: unknown });
  await trackingDb(db)
    .insertInto('run_model')
    .values(models.map(({ modelId, step }) => ({ run_id: runId, model_id: modelId, direction, step })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
