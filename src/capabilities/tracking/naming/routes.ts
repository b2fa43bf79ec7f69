import { type Route, route } from '../../../platform/http/route.ts';
import { refuseUnknownProblem } from '../../identity/index.ts';
import * as contract from '../naming-contract.ts';
import { listRulesOf, type NamingRule } from './naming-rule-queries.ts';
import { addNamingRule, removeNamingRule } from './write-naming-rule.ts';

const shown = ({ problemId: _problemId, ...rule }: NamingRule) => rule;

export const namingRoutes: readonly Route[] = [
  route(contract.listNamingRules, async (ctx, { params: { problemId } }) => {
    await refuseUnknownProblem(ctx, problemId);
    return { rules: (await listRulesOf(ctx.db, problemId)).map(shown) };
  }),
  route(contract.addNamingRule, async (ctx, { params, body }) => {
    await refuseUnknownProblem(ctx, params.problemId);
    return shown(await addNamingRule(ctx, { ...params, ...body }));
  }),
  route(contract.removeNamingRule, (ctx, { params }) => removeNamingRule(ctx, params)),
];
