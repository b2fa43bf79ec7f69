import { sql } from 'kysely';
import type { Context } from '../../platform/context/context.ts';
import { limits } from './limits.ts';
import { listReadable } from './list-readable.ts';
import { type Page, pageFrom, pageOf } from '../../platform/filter/page-token.ts';
import type { Run } from './run.ts';
import { type RunRow, withFacts } from './run-queries.ts';
import { parseFilter } from '../../platform/filter/parse-filter.ts';
import { runCondition } from './search/run-condition.ts';
import { readOrder, runOrder } from './search/run-order.ts';
import { inView, type View } from './view.ts';

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

/** Runs of the experiments that the actor may see, with all that is known of each. Throws 400 with the place of a mistake. */
export async function searchRuns(ctx: Context, asked: RunSearch): Promise<Page<Run>> {
  const page = pageOf(asked, limits.runsAPage);
  const filter = parseFilter(asked.filter);
  const order = runOrder(readOrder(asked.orderBy));
  const conditions = [inView(asked.view, 'run')];
  if (filter) conditions.push(sql`(${runCondition(filter, { text: asked.filter, kind: ctx.database.kind })})`);
  const experimentIds = await listReadable(ctx, asked.experimentIds);
  if (experimentIds.length === 0) return { items: [], nextPageToken: null };
  const { rows } = await sql<RunRow>`
    select run.* from run ${order.joins}
    where run.experiment_id in (${sql.join(experimentIds)}) and ${sql.join(conditions, sql` and `)}
    order by ${order.by} limit ${page.limit + 1} offset ${page.offset}`.execute(ctx.db);
  return pageFrom(rows, await withFacts(ctx.db, rows.slice(0, page.limit)), page);
}
