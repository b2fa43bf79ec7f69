import { type Route, route } from '../../platform/http/route.ts';
import { rebuildPortfolio } from './ask-for-rebuild.ts';
import * as contract from './contract.ts';
import { listPortfolio, summarisePortfolio } from './list-portfolio.ts';
import { listWorkItems } from './list-work-items.ts';

export const portfolioRoutes: readonly Route[] = [
  route(contract.listWorkItems, (ctx, { query }) => listWorkItems(ctx, query)),
  route(contract.listPortfolio, (ctx, { query }) => listPortfolio(ctx, query)),
  route(contract.summarisePortfolio, (ctx, { query }) => summarisePortfolio(ctx, query)),
  route(contract.rebuildPortfolio, (ctx) => rebuildPortfolio(ctx)),
];
