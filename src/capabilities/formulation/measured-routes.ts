import { type Route, route } from '../../platform/http/route.ts';
import { compareLevels } from './compare-levels.ts';
import * as contract from './contract.ts';
import { linkMetric, listMetricLinksOf } from './metric-links.ts';
import { getProblem } from './problem-queries.ts';
import { leaveMeasuredFigure, showMeasured, takeMeasuredFigures } from './settle-measured-figures.ts';

/** With the data in hand: figures that were measured, the metric of each key result, and one level beside another. */
export const measuredRoutes: readonly Route[] = [
  route(contract.listMeasuredFigures, async (ctx, { params }) => {
    await getProblem(ctx.db, params.problemId);
    return showMeasured(ctx, params.problemId);
  }),
  route(contract.takeMeasuredFigures, (ctx, { params, body, version }) =>
    takeMeasuredFigures(ctx, { ...params, ...body, version }),
  ),
  route(contract.leaveMeasuredFigure, (ctx, { params, body }) => leaveMeasuredFigure(ctx, { ...params, ...body })),
  route(contract.listMetricLinks, async (ctx, { params }) => {
    await getProblem(ctx.db, params.problemId);
    return { links: await listMetricLinksOf(ctx.db, params.problemId) };
  }),
  route(contract.linkMetric, (ctx, { params, body, version }) => linkMetric(ctx, { ...params, ...body, version })),
  route(contract.compareLevels, (ctx, { params, query }) => compareLevels(ctx, { ...params, ...query })),
];
