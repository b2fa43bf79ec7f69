import type { Context } from '../../platform/context/context.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { isPersonal } from '../identity/index.ts';
import { listPolicies, putPolicyInForce } from './policies.ts';
import * as contract from './policy-contract.ts';
import { shippedPolicies } from './shipped-policies.ts';

const shown = async (ctx: Context) => ({
  versions: await listPolicies(ctx.db, await isPersonal(ctx)),
  shipped: [...shippedPolicies],
});

export const decisionsRoutes: readonly Route[] = [
  route(contract.readGatePolicies, (ctx) => shown(ctx)),
  route(contract.putGatePolicy, async (ctx, { body }) => {
    await putPolicyInForce(ctx, body);
    return shown(ctx);
  }),
];
