import { sql } from 'kysely';
import { oneOf } from '../../../platform/db/one-of.ts';
import type { Context } from '../../../platform/context/context.ts';
import { listReadable } from '../list-readable.ts';
import { limits } from '../limits.ts';
import type { LoggedModel } from '../model.ts';
import { type Page, pageFrom, pageOf } from '../../../platform/filter/page-token.ts';
import {
  asksOfMetrics,
  type DatasetWanted,
  measuredOn,
  modelCondition,
  modelOrder,
  type ModelOrderKey,
} from '../search/model-condition.ts';
import { parseFilter } from '../../../platform/filter/parse-filter.ts';
import { type ModelRow, withModelFacts } from './model-queries.ts';

export interface ModelSearch {
  experimentIds: readonly string[];
  filter: string;
  /** only what was measured on one of these counts; none: on any data */
  datasets: readonly DatasetWanted[];
  orderBy: readonly ModelOrderKey[];
  limit: number;
  pageToken: string;
}

/** Models of the experiments that the actor may see, without the deleted ones. */
export async function searchModels(ctx: Context, asked: ModelSearch): Promise<Page<LoggedModel>> {
  const { datasets } = asked;
  const page = pageOf(asked, limits.modelsAPage);
  const filter = parseFilter(asked.filter);
  const order = modelOrder(asked.orderBy);
  const conditions = [sql`logged_model.deleted_at is null`];
  if (filter)
    conditions.push(sql`(${modelCondition(filter, { text: asked.filter, kind: ctx.database.kind, datasets })})`);
  if (datasets.length > 0 && !asksOfMetrics(filter)) conditions.push(measuredOn(datasets));
  const experimentIds = await listReadable(ctx, asked.experimentIds);
  if (experimentIds.length === 0) return { items: [], nextPageToken: null };
  const { rows } = await sql<ModelRow>`
    select logged_model.* from logged_model
    where ${oneOf(ctx.db, 'logged_model.experiment_id', experimentIds)} and ${sql.join(conditions, sql` and `)}
    order by ${order} limit ${page.limit + 1} offset ${page.offset}`.execute(ctx.db);
  return pageFrom(rows, await withModelFacts(ctx.db, rows.slice(0, page.limit)), page);
}
