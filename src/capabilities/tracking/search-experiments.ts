import { sql } from 'kysely';
import type { Context } from '../../platform/context/context.ts';
import { type ExperimentRow, listWithTags } from './experiment-queries.ts';
import { limits } from './limits.ts';
import { type Page, pageFrom, pageOf } from '../../platform/filter/page-token.ts';
import type { Experiment } from './run.ts';
import { experimentCondition, experimentOrder } from './search/experiment-condition.ts';
import { parseFilter } from '../../platform/filter/parse-filter.ts';
import { readableOrInbox } from './standing.ts';
import { inView, type View } from './view.ts';

export interface ExperimentSearch {
  filter: string;
  view: View;
  orderBy: readonly string[];
  limit: number;
  pageToken: string;
}

/** Experiments that the actor may see: of problems that they may see, and those in the inbox. */
export async function searchExperiments(ctx: Context, asked: ExperimentSearch): Promise<Page<Experiment>> {
  const page = pageOf(asked, limits.experimentsAPage);
  const filter = parseFilter(asked.filter);
  const conditions = [inView(asked.view, 'experiment'), await readableOrInbox(ctx, 'experiment.problem_id')];
  if (filter) conditions.push(sql`(${experimentCondition(filter, { text: asked.filter, kind: ctx.database.kind })})`);
  const { rows } = await sql<ExperimentRow>`
    select experiment.* from experiment where ${sql.join(conditions, sql` and `)}
    order by ${experimentOrder(asked.orderBy)} limit ${page.limit + 1} offset ${page.offset}`.execute(ctx.db);
  return pageFrom(rows, await listWithTags(ctx.db, rows.slice(0, page.limit)), page);
}
