import {
  createExperiment,
  deleteExperiment,
  getExperiment,
  getExperimentByName,
  renameExperiment,
  restoreExperiment,
  searchExperiments,
  tagExperiment,
  untagExperiment,
} from '../../capabilities/tracking/index.ts';
import { ifSet, unlessEmpty } from './answer-parts.ts';
import { experimentAnswer } from './answers.ts';
import { int64, listOf, type Message, messageOf, oneOf, required, text } from './fields.ts';
import { viewOf, viewTypes } from './views.ts';
import { type WireRoute, wireRoute } from './wire-route.ts';

const at = '2.0/mlflow/experiments' as const;
const keyValue = messageOf({ key: required(text), value: required(text) });
const ofOne = { experiment_id: required(text) };

const searched = {
  max_results: int64,
  page_token: text,
  filter: text,
  order_by: listOf(required(text)),
  view_type: oneOf(viewTypes),
};

async function search(ctx: Parameters<typeof searchExperiments>[0], asked: Message<typeof searched>): Promise<object> {
  const { items, nextPageToken } = await searchExperiments(ctx, {
    filter: asked.filter ?? '',
    view: viewOf(asked.view_type),
    orderBy: asked.order_by,
    limit: asked.max_results ?? 1000,
    pageToken: asked.page_token ?? '',
  });
  return {
    ...unlessEmpty('experiments', items.map(experimentAnswer)),
    ...ifSet('next_page_token', nextPageToken),
  };
}

export const experimentRoutes: readonly WireRoute[] = [
  wireRoute(
    `POST ${at}/create`,
    { name: required(text), artifact_location: text, tags: listOf(keyValue) },
    async (ctx, { name, artifact_location, tags }) => {
      const id = await createExperiment(ctx, { name, artifactRoot: artifact_location || null, tags });
      return { experiment_id: String(id) };
    },
  ),
  wireRoute(`GET ${at}/get`, ofOne, async (ctx, { experiment_id }) => ({
    experiment: experimentAnswer(await getExperiment(ctx, experiment_id)),
  })),
  wireRoute(`GET ${at}/get-by-name`, { experiment_name: required(text) }, async (ctx, { experiment_name }) => ({
    experiment: experimentAnswer(await getExperimentByName(ctx, experiment_name)),
  })),
  wireRoute(`POST ${at}/search`, searched, search),
  wireRoute(`GET ${at}/search`, searched, search),
  wireRoute(`POST ${at}/delete`, ofOne, async (ctx, { experiment_id }) => {
    await deleteExperiment(ctx, experiment_id);
    return {};
  }),
  wireRoute(`POST ${at}/restore`, ofOne, async (ctx, { experiment_id }) => {
    await restoreExperiment(ctx, experiment_id);
    return {};
  }),
  wireRoute(`POST ${at}/update`, { ...ofOne, new_name: required(text) }, async (ctx, { experiment_id, new_name }) => {
    await renameExperiment(ctx, { id: experiment_id, name: new_name });
    return {};
  }),
  wireRoute(
    `POST ${at}/set-experiment-tag`,
    { ...ofOne, key: required(text), value: required(text) },
    async (ctx, { experiment_id, key, value }) => {
      await tagExperiment(ctx, { id: experiment_id, key, value });
      return {};
    },
  ),
  wireRoute(
    `POST ${at}/delete-experiment-tag`,
    { ...ofOne, key: required(text) },
    async (ctx, { experiment_id, key }) => {
      await untagExperiment(ctx, { id: experiment_id, key });
      return {};
    },
  ),
];
