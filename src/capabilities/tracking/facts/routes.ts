import { type Route, route } from '../../../platform/http/route.ts';
import { readRunFacts } from '../facts-contract.ts';
import { findSixFacts } from './find-six-facts.ts';

export const factRoutes: readonly Route[] = [
  route(readRunFacts, (ctx, { params: { runId } }) => findSixFacts(ctx, runId)),
];
