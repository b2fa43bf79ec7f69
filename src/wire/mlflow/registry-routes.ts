import {
  createVersion,
  deleteRegisteredModel,
  deleteVersion,
  describeModel,
  describeVersion,
  getModelVersion,
  getRegisteredModel,
  getVersionByAlias,
  moveToStage,
  registerModel,
  removeAlias,
  renameModel,
  searchModelVersions,
  searchRegisteredModels,
  setAlias,
  tagRegisteredModel,
  tagVersion,
  untagRegisteredModel,
  untagVersion,
} from '../../capabilities/registry/index.ts';
import type { Context } from '../../platform/context/context.ts';
import { int64, listOf, type Message, messageOf, required, text, truth } from './fields.ts';
import { ifSet, unlessEmpty } from './answer-parts.ts';
import { registeredModelAnswer, versionAnswer } from './registry-answers.ts';
import { type WireRoute, wireRoute } from './wire-route.ts';

const models = '2.0/mlflow/registered-models' as const;
const versions = '2.0/mlflow/model-versions' as const;
const keyValue = messageOf({ key: required(text), value: required(text) });
const ofModel = { name: required(text) };
const ofVersion = { name: required(text), version: required(text) };
const searched = { filter: text, max_results: int64, order_by: listOf(required(text)), page_token: text };

const asSearch = (asked: Message<typeof searched>, limit: number) => ({
  filter: asked.filter ?? '',
  orderBy: asked.order_by,
  limit: asked.max_results ?? limit,
  pageToken: asked.page_token ?? '',
});

/** The highest version of each stage, or of those that are named. */
async function latestVersions(
  ctx: Context,
  { name, stages }: { name: string; stages: readonly string[] },
): Promise<object> {
  const { latest } = await getRegisteredModel(ctx, name);
  const wanted = new Set(stages.map((stage) => stage.toLowerCase()));
  const found = latest.filter(({ stage }) => wanted.size === 0 || wanted.has(stage.toLowerCase()));
  return found.length > 0 ? { model_versions: found.map(versionAnswer) } : {};
}
const ofStages = { ...ofModel, stages: listOf(required(text)) };

const modelRoutes: readonly WireRoute[] = [
  wireRoute(
    `POST ${models}/create`,
    { ...ofModel, tags: listOf(keyValue), description: text },
    async (ctx, { name, tags, description }) => ({
      registered_model: registeredModelAnswer(await registerModel(ctx, { name, tags, description: description ?? '' })),
    }),
  ),
  wireRoute(`GET ${models}/get`, ofModel, async (ctx, { name }) => ({
    registered_model: registeredModelAnswer(await getRegisteredModel(ctx, name)),
  })),
  wireRoute(`POST ${models}/rename`, { ...ofModel, new_name: required(text) }, async (ctx, { name, new_name }) => ({
    registered_model: registeredModelAnswer(await renameModel(ctx, { name, newName: new_name })),
  })),
  wireRoute(`PATCH ${models}/update`, { ...ofModel, description: text }, async (ctx, { name, description }) => ({
    registered_model: registeredModelAnswer(await describeModel(ctx, { name, description: description ?? '' })),
  })),
  wireRoute(`DELETE ${models}/delete`, ofModel, async (ctx, { name }) => {
    await deleteRegisteredModel(ctx, name);
    return {};
  }),
  wireRoute(`GET ${models}/search`, searched, async (ctx, asked) => {
    const { items, nextPageToken } = await searchRegisteredModels(ctx, asSearch(asked, 100));
    return {
      ...unlessEmpty('registered_models', items.map(registeredModelAnswer)),
      ...ifSet('next_page_token', nextPageToken),
    };
  }),
  wireRoute(`POST ${models}/get-latest-versions`, ofStages, latestVersions),
  wireRoute(`GET ${models}/get-latest-versions`, ofStages, latestVersions),
  wireRoute(`POST ${models}/set-tag`, { ...ofModel, key: required(text), value: text }, async (ctx, asked) => {
    await tagRegisteredModel(ctx, { ...asked, value: asked.value ?? '' });
    return {};
  }),
  wireRoute(`DELETE ${models}/delete-tag`, { ...ofModel, key: required(text) }, async (ctx, asked) => {
    await untagRegisteredModel(ctx, asked);
    return {};
  }),
  wireRoute(`POST ${models}/alias`, { ...ofVersion, alias: required(text) }, async (ctx, asked) => {
    await setAlias(ctx, asked);
    return {};
  }),
  wireRoute(`DELETE ${models}/alias`, { ...ofModel, alias: required(text) }, async (ctx, asked) => {
    await removeAlias(ctx, asked);
    return {};
  }),
  wireRoute(`GET ${models}/alias`, { ...ofModel, alias: required(text) }, async (ctx, asked) => ({
    model_version: versionAnswer(await getVersionByAlias(ctx, asked)),
  })),
];

const versionRoutes: readonly WireRoute[] = [
  wireRoute(
    `POST ${versions}/create`,
    {
      ...ofModel,
      source: required(text),
      run_id: text,
      model_id: text,
      run_link: text,
      description: text,
      tags: listOf(keyValue),
    },
    async (ctx, { name, source, run_id, model_id, run_link, description, tags }) => {
      const version = await createVersion(ctx, {
        name,
        source,
        runId: run_id || null,
        loggedModelId: model_id || null,
        runLink: run_link ?? '',
        description: description ?? '',
        tags,
      });
      return { model_version: versionAnswer(version) };
    },
  ),
  wireRoute(`GET ${versions}/get`, ofVersion, async (ctx, asked) => ({
    model_version: versionAnswer(await getModelVersion(ctx, asked)),
  })),
  wireRoute(`PATCH ${versions}/update`, { ...ofVersion, description: text }, async (ctx, asked) => ({
    model_version: versionAnswer(await describeVersion(ctx, { ...asked, description: asked.description ?? '' })),
  })),
  wireRoute(`DELETE ${versions}/delete`, ofVersion, async (ctx, asked) => {
    await deleteVersion(ctx, asked);
    return {};
  }),
  wireRoute(`GET ${versions}/search`, searched, async (ctx, asked) => {
    const { items, nextPageToken } = await searchModelVersions(ctx, asSearch(asked, 200_000));
    return {
      ...unlessEmpty('model_versions', items.map(versionAnswer)),
      ...ifSet('next_page_token', nextPageToken),
    };
  }),
  wireRoute(
    `POST ${versions}/transition-stage`,
    { ...ofVersion, stage: required(text), archive_existing_versions: truth },
    async (ctx, { name, version, stage, archive_existing_versions }) => {
      const archivesOthers = archive_existing_versions ?? false;
      return { model_version: versionAnswer(await moveToStage(ctx, { name, version, stage, archivesOthers })) };
    },
  ),
  wireRoute(`GET ${versions}/get-download-uri`, ofVersion, async (ctx, asked) => ({
    artifact_uri: (await getModelVersion(ctx, asked)).storageUri,
  })),
  wireRoute(`POST ${versions}/set-tag`, { ...ofVersion, key: required(text), value: text }, async (ctx, asked) => {
    await tagVersion(ctx, { ...asked, value: asked.value ?? '' });
    return {};
  }),
  wireRoute(`DELETE ${versions}/delete-tag`, { ...ofVersion, key: required(text) }, async (ctx, asked) => {
    await untagVersion(ctx, asked);
    return {};
  }),
];

export const registryRoutes: readonly WireRoute[] = [...modelRoutes, ...versionRoutes];
