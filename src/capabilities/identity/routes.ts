import { type Route, route } from '../../platform/http/route.ts';
import * as contract from './contract.ts';
import { showMe } from './show-me.ts';
import { updateMe } from './update-me.ts';

export const identityRoutes: readonly Route[] = [
  route(contract.getMe, (ctx) => showMe(ctx)),
  route(contract.updateMe, (ctx, { body }) => updateMe(ctx, body)),
];
