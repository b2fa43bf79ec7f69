import type { Context } from '../../platform/context/context.ts';
import { countKept, dataOfRuns } from '../tracking/index.ts';
import type { ShownRegisteredModel } from './model-contract.ts';
import type { RegisteredModel } from './registered-model.ts';
import { getModelRow, getRegisteredModel, versionsWithLabels, withLabels } from './registry-queries.ts';
import { promptTag } from './search-registry.ts';
import { registryDb } from './tables.ts';

/** So many of the newest: nobody reads on. */
const mostVersions = 200;

/** With where each version comes from. Throws 404. */
export async function showRegisteredModel(ctx: Context, name: string): Promise<ShownRegisteredModel> {
  const model = await getRegisteredModel(ctx, name);
  const { id } = await getModelRow(ctx.db, name);
  const rows = await registryDb(ctx.db)
    .selectFrom('model_version')
    .selectAll()
    .where('model_id', '=', id)
    .where('deleted_at', 'is', null)
    .orderBy('number', 'desc')
    .limit(mostVersions)
    .execute();
  const versions = await versionsWithLabels(
    ctx.db,
    rows.map((row) => ({ ...row, name })),
  );
  const runs = await dataOfRuns(ctx, [...new Set(versions.flatMap(({ runId }) => (runId === null ? [] : [runId])))]);
  const files = await countKept(
    ctx.db,
    versions.flatMap(({ storageUri: uri, filesFrom: from }) => (from === null ? [] : [{ uri, from }])),
  );
  return {
    ...summaryOf(model),
    problemId: model.problemId,
    createdAt: model.createdAt,
    tags: [...model.tags],
    versions: versions.map(
      ({
        number,
        description,
        stage,
        aliases,
        tags,
        source,
        createdBy,
        createdAt,
        loggedModelId,
        runId,
        storageUri,
      }) => ({
        number,
        description,
        stage,
        source,
        createdBy,
        createdAt,
        aliases: [...aliases],
        tags: [...tags],
        loggedModel: loggedModelId === null ? null : { id: loggedModelId },
        files: files.get(storageUri) ?? null,
        run: (runId === null ? undefined : runs.get(runId)) ?? null,
      }),
    ),
  };
}

type Summary = Pick<ShownRegisteredModel, 'name' | 'description' | 'isPrompt' | 'aliases' | 'newest' | 'changedAt'>;

export async function listRegisteredModels(ctx: Context, problemId: string): Promise<Summary[]> {
  const rows = await registryDb(ctx.db)
    .selectFrom('registered_model')
    .selectAll()
    .where('problem_id', '=', problemId)
    .orderBy('name')
    .execute();
  return (await withLabels(ctx.db, rows)).map(summaryOf);
}

const summaryOf = ({ name, description, tags, aliases, latest, changedAt }: RegisteredModel): Summary => ({
  name,
  description,
  isPrompt: tags.some(({ key, value }) => key === promptTag && value === 'true'),
  aliases: [...aliases],
  newest: latest.length === 0 ? null : Math.max(...latest.map(({ number }) => number)),
  changedAt,
});
