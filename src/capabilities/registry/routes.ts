import { type Route, route } from '../../platform/http/route.ts';
import { refuseUnknownProblem } from '../identity/index.ts';
import { findModelDescription } from '../tracking/index.ts';
import { assignModels } from './assign-models.ts';
import { eraseClientName as eraseClientNameEndpoint } from './client-name-contract.ts';
import { eraseClientName } from './erase-client-name.ts';
import * as contract from './inbox-contract.ts';
import { describeModel, removeAlias, setAlias } from './edit-registered-model.ts';
import * as registered from './model-contract.ts';
import { getModelVersion } from './registry-queries.ts';
import { listRegisteredModels, showRegisteredModel } from './show-registered-model.ts';
import { listVariantVersions } from './list-variant-versions.ts';
import { listWaitingModels } from './list-waiting-models.ts';
import { listVariantVersions as listVariantVersionsEndpoint } from './variant-contract.ts';
import { listPromotions } from './version-promotion.ts';

const inbox: readonly Route[] = [
  route(contract.listModelInbox, async (ctx, { query }) => listWaitingModels(ctx, { cursor: undefined, ...query })),
  route(contract.assignModels, async (ctx, { body }) => ({ moved: await assignModels(ctx, body) })),
];

const variants: readonly Route[] = [
  route(listVariantVersionsEndpoint, async (ctx, { params: { problemId }, query }) => {
    await refuseUnknownProblem(ctx, problemId);
    return { versions: await listVariantVersions(ctx, problemId, query) };
  }),
];

const names: readonly Route[] = [route(eraseClientNameEndpoint, (ctx, { body }) => eraseClientName(ctx, body.name))];

const models: readonly Route[] = [
  route(registered.listRegisteredModels, async (ctx, { params: { problemId } }) => {
    await refuseUnknownProblem(ctx, problemId);
    return { models: await listRegisteredModels(ctx, problemId) };
  }),
  route(registered.showRegisteredModel, (ctx, { params: { name } }) => showRegisteredModel(ctx, name)),
  route(registered.describeModelVersion, async (ctx, { params: { name, number } }) => {
    const { storageUri } = await getModelVersion(ctx, { name, version: number });
    return { description: await findModelDescription(ctx, storageUri) };
  }),
  route(registered.listVersionPromotions, async (ctx, { params: { name } }) => ({
    versions: await listPromotions(ctx, name),
  })),
  route(registered.describeRegisteredModel, async (ctx, { params: { name }, body }) => {
    await describeModel(ctx, { name, ...body });
    return showRegisteredModel(ctx, name);
  }),
  route(registered.putModelAlias, async (ctx, { params, body }) => {
    await setAlias(ctx, { ...params, version: String(body.number) });
    return showRegisteredModel(ctx, params.name);
  }),
  route(registered.removeModelAlias, async (ctx, { params }) => {
    await removeAlias(ctx, params);
    return showRegisteredModel(ctx, params.name);
  }),
];

export const registryRoutes: readonly Route[] = [...names, ...inbox, ...models, ...variants];
