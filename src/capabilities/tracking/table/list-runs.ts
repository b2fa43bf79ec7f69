import { sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import type { RunRow } from '../run-queries.ts';
import { findRuns } from '../search/find-runs.ts';
import { readOrder } from '../search/run-order.ts';
import type { FoundRun } from '../search-contract.ts';
import { chosenRuns, type RunChoice } from './chosen-runs.ts';
import { findCells, findNesting } from './find-cells.ts';
import { findLacks } from './find-lacks.ts';
import { readColumns } from './run-columns.ts';

export interface RunsAsked extends RunChoice {
  order: string;
  columns: string;
  offset: number;
  limit: number;
}

/** One page, with the values that were asked for and no others. Throws 400. */
export async function listRuns(ctx: Context, asked: RunsAsked): Promise<{ runs: FoundRun[]; hasMore: boolean }> {
  const columns = readColumns(asked.columns);
  const keys = readOrder(asked.order === '' ? [] : [asked.order]);
  const chosen = await chosenRuns(ctx, asked);
  const rows = await findRuns(ctx.db, {
    ...chosen,
    isReadable: sql`problem_id = ${asked.problemId}`,
    keys,
    offset: asked.offset,
    limit: asked.limit + 1,
  });
  const shown = rows.slice(0, asked.limit);
  return { runs: await withCells(ctx, shown, columns), hasMore: rows.length > asked.limit };
}

/** In the order of the rows. */
export async function withCells(
  ctx: Context,
  rows: readonly RunRow[],
  columns: ReturnType<typeof readColumns>,
): Promise<FoundRun[]> {
  const ids = rows.map(({ id }) => id);
  const [cells, nesting, lacks] = await Promise.all([
    findCells(ctx.db, ids, columns),
    findNesting(ctx.db, ids),
    findLacks(ctx, rows),
  ]);
  return rows.map((row) => ({
    id: row.id,
    experimentId: String(row.experiment_id),
    name: row.name,
    status: row.status,
    clientUser: row.client_user,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    isDeleted: row.deleted_at !== null,
    parentId: nesting.parents.get(row.id) ?? null,
    children: nesting.children.get(row.id) ?? 0,
    lacks: [...(lacks.get(row.id) ?? [])],
    values: cells.get(row.id) ?? {},
  }));
}
