import { sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import { trackingErrors } from '../errors.ts';
import type { RunRow } from '../run-queries.ts';
import { findRuns } from '../search/find-runs.ts';
import { chosenRuns, type RunChoice } from '../table/chosen-runs.ts';
import { summariseRuns } from '../table/count-runs.ts';
import { trackingDb } from '../tables.ts';

export interface Chosen extends RunChoice {
  /** ids with commas between; absent: those of the search */
  runs?: string;
  limit: number;
}

const mostNamed = 100;

/** The runs that are named, in that order, or the newest of a search, and how many there are. */
export async function findChosen(ctx: Context, asked: Chosen): Promise<{ rows: readonly RunRow[]; total: number }> {
  if (asked.runs !== undefined) {
    const rows = await listNamed(ctx, asked.problemId, asked.runs);
    return { rows, total: rows.length };
  }
  const chosen = await chosenRuns(ctx, asked);
  const isReadable = sql<boolean>`problem_id = ${asked.problemId}`;
  const page = { ...chosen, isReadable, keys: [], offset: 0, limit: asked.limit };
  const rows = await findRuns(ctx.db, page);
  // Counting reads every run of the search: only where these are not all of them.
  const isAll = rows.length < asked.limit;
  return { rows, total: isAll ? rows.length : (await summariseRuns(ctx, asked)).runs };
}

/** Throws 400 for too many, and 422 for one of another problem. */
export async function listNamed(ctx: Context, problemId: string, text: string): Promise<RunRow[]> {
  const ids = [...new Set(text.split(',').filter((id) => id !== ''))];
  if (ids.length > mostNamed) throw trackingErrors.tooManyAtOnce({ what: 'runs', given: ids.length, limit: mostNamed });
  const found = await trackingDb(ctx.db)
    .selectFrom('run')
    .innerJoin('experiment', 'experiment.id', 'run.experiment_id')
    .selectAll('run')
    .where(oneOf(ctx.db, 'run.id', ids))
    .where('experiment.problem_id', '=', problemId)
    .execute();
  const rows = new Map(found.map((row) => [row.id, row]));
  const elsewhere = ids.filter((id) => !rows.has(id));
  if (elsewhere.length > 0) throw trackingErrors.runsElsewhere({ runs: elsewhere.slice(0, 10) });
  return ids.flatMap((id) => rows.get(id) ?? []);
}
