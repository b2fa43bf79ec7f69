import { sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import type { RunStatus } from '../run.ts';
import { trackingDb } from '../tables.ts';
import { asCondition, chosenRuns, type RunChoice } from './chosen-runs.ts';
import { readGrouping } from './grouping.ts';

interface Summary {
  runs: number;
  byStatus: { status: RunStatus; runs: number }[];
  lastRunAt: number | null;
}

/** How many, how they ended, and when the last one began. Throws 400. */
export async function summariseRuns(ctx: Context, asked: RunChoice): Promise<Summary> {
  const chosen = await chosenRuns(ctx, asked);
  const { rows } = await sql<{ status: RunStatus; runs: number; last: number | null }>`
    select run.status as status, count(*) as runs, max(run.started_at) as last from run where ${asCondition(ctx, chosen)}
    group by run.status order by run.status`.execute(ctx.db);
  return {
    runs: rows.reduce((sum, { runs }) => sum + runs, 0),
    byStatus: rows.map(({ status, runs }) => ({ status, runs })),
    lastRunAt: rows.reduce<number | null>((last, row) => latest(last, row.last), null),
  };
}

const latest = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

interface Group {
  value: string | null;
  name: string | null;
  runs: number;
  lastRunAt: number | null;
}
const mostGroups = 500;

/** The largest first. Throws 400 for what nothing can be grouped by. */
export async function groupRuns(
  ctx: Context,
  { by, ...asked }: RunChoice & { by: string },
): Promise<{ groups: Group[]; hasMore: boolean }> {
  const { joined, value } = readGrouping(by);
  const chosen = await chosenRuns(ctx, asked);
  const { rows } = await sql<{ value: string | number | null; runs: number; last: number | null }>`
    select ${value} as value, count(*) as runs, max(run.started_at) as last from run ${joined} where ${asCondition(ctx, chosen)}
    group by ${value} order by 2 desc, 1 nulls last limit ${mostGroups + 1}`.execute(ctx.db);
  const shown = rows.slice(0, mostGroups);
  const names = await namesOf(
    ctx.db,
    by,
    shown.flatMap((row) => (row.value === null ? [] : [String(row.value)])),
  );
  const groups = shown.map(({ value: found, runs, last }) => {
    const own = found === null ? null : String(found);
    return { value: own, name: own === null ? null : (names.get(own) ?? null), runs, lastRunAt: last };
  });
  return { groups, hasMore: rows.length > mostGroups };
}

async function namesOf(db: AnyDb, by: string, values: readonly string[]): Promise<Map<string, string>> {
  if (values.length === 0 || (by !== 'experiment' && by !== 'parent')) return new Map();
  const rows =
    by === 'experiment'
      ? await trackingDb(db)
          .selectFrom('experiment')
          .select(['id', 'name'])
          .where('id', 'in', values.map(Number))
          .execute()
      : await trackingDb(db).selectFrom('run').select(['id', 'name']).where('id', 'in', values).execute();
  return new Map(rows.map(({ id, name }) => [String(id), name]));
}
