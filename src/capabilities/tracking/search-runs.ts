import type { Context } from '../../platform/context/context.ts';
import { limits } from './limits.ts';
import { experimentIdsIn } from './list-readable.ts';
import { type Page, pageFrom, pageOf } from '../../platform/filter/page-token.ts';
import { type Retold, retell } from './retell-runs.ts';
import { parseFilter } from '../../platform/filter/parse-filter.ts';
import { findRunMarks } from './search/find-runs.ts';
import { runsIn } from './search/run-condition.ts';
import { readOrder } from './search/run-order.ts';
import { readableOrInbox } from './standing.ts';
import type { View } from './view.ts';

export interface RunSearch {
  /** none: no runs */
  experimentIds: readonly string[];
  /** in the grammar of `platform/filter` */
  filter: string;
  view: View;
  orderBy: readonly string[];
  limit: number;
  /** the token of the page before, or empty */
  pageToken: string;
}

/**
 * Runs of the experiments that the actor may see, as they are told with all that is known of each. Throws 400 with the place of a
 * mistake.
 */
export async function searchRuns<Told>(ctx: Context, asked: RunSearch, retold: Retold<Told>): Promise<Page<Told>> {
  const page = pageOf(asked, limits.runsAPage);
  const filter = parseFilter(asked.filter);
  const keys = readOrder(asked.orderBy);
  const holdsWith = (some: typeof filter) => runsIn(asked.view, some, { text: asked.filter, kind: ctx.database.kind });
  const marks = await findRunMarks(ctx.db, {
    experimentIds: experimentIdsIn(asked.experimentIds),
    isReadable: await readableOrInbox(ctx, 'problem_id'),
    filter,
    holds: holdsWith(filter),
    holdsWith,
    keys,
    offset: page.offset,
    limit: page.limit + 1,
  });
  return pageFrom(marks, await retell(ctx.db, marks.slice(0, page.limit), retold), page);
}
