import { type Route, route } from '../../platform/http/route.ts';
import { refuseUnknownProblem } from '../identity/index.ts';
import { assignModels } from './assign-models.ts';
import { eraseClientName as eraseClientNameEndpoint } from './client-name-contract.ts';
import { eraseClientName } from './erase-client-name.ts';
import * as contract from './inbox-contract.ts';
import { listVariantVersions } from './list-variant-versions.ts';
import { listWaitingModels } from './list-waiting-models.ts';
import { listVariantVersions as listVariantVersionsEndpoint } from './variant-contract.ts';

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

export const registryRoutes: readonly Route[] = [...names, ...inbox, ...variants];
