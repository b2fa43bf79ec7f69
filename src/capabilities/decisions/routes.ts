import type { Context } from '../../platform/context/context.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { isPersonal } from '../identity/index.ts';
import { comparePolicies } from './compare-policies.ts';
import * as decisionContract from './contract.ts';
import { eraseDecisionName } from './erase-decision-name.ts';
import { listPolicyUses, type TitlesOf } from './list-policy-uses.ts';
import { showPolicies, versionIn } from './policies.ts';
import * as contract from './policy-contract.ts';
import { choosePolicy, putPolicy } from './put-policy.ts';

const shown = async (ctx: Context) => showPolicies(ctx.db, await isPersonal(ctx));

/** Titles of problems are known above this capability. */
export function decisionsRoutes(titlesOf: TitlesOf): readonly Route[] {
  return [
    route(decisionContract.eraseDecisionName, (ctx, { params }) => eraseDecisionName(ctx, params)),
    route(contract.readGatePolicies, (ctx) => shown(ctx)),
    route(contract.putGatePolicy, async (ctx, { body }) => {
      await putPolicy(ctx, body);
      return shown(ctx);
    }),
    route(contract.choosePolicyInForce, async (ctx, { body }) => {
      await choosePolicy(ctx, body.version);
      return shown(ctx);
    }),
    route(contract.readPolicyUses, (ctx, { params }) => listPolicyUses(ctx, params.version, titlesOf)),
    route(contract.comparePolicyVersions, async (ctx, { query }) => {
      const { versions } = await shown(ctx);
      const [from, to] = [versionIn(versions, query.from), versionIn(versions, query.to)];
      return { differences: comparePolicies(from.document, to.document) };
    }),
  ];
}
