import { type Route, route } from '../../platform/http/route.ts';
import { assignModels } from './assign-models.ts';
import * as contract from './inbox-contract.ts';
import { listWaitingModels } from './list-waiting-models.ts';

const inbox: readonly Route[] = [
  route(contract.listModelInbox, async (ctx, { query }) => listWaitingModels(ctx, { cursor: undefined, ...query })),
  route(contract.assignModels, async (ctx, { body }) => ({ moved: await assignModels(ctx, body) })),
];

export const registryRoutes: readonly Route[] = inbox;
