import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import type { Filter } from '../../../platform/filter/filter.ts';
import { parseFilter } from '../../../platform/filter/parse-filter.ts';
import { alsoIn } from '../search/narrow-runs.ts';
import { runsIn } from '../search/run-condition.ts';
import { trackingDb } from '../tables.ts';
import type { View } from '../view.ts';
import { type FactChoice, factsAre } from './six-facts-condition.ts';
import { readGrouping } from './grouping.ts';

export interface RunChoice {
  problemId: string;
  experimentId?: string;
  filter: string;
  view: View;
  facts?: FactChoice;
  groupBy?: string;
  /** absent beside `groupBy`: those that have none */
  group?: string;
}

export interface ChosenRuns {
  experimentIds: readonly number[];
  filter: Filter | null;
  /** all but the experiments, on `run` */
  holds: RawBuilder<boolean>;
}

/** Which runs are meant. Throws 400 with the place of a mistake. */
export async function chosenRuns(ctx: Context, asked: RunChoice): Promise<ChosenRuns> {
  const written = parseFilter(asked.filter);
  const wanted = asked.groupBy === undefined ? null : readGrouping(asked.groupBy).group(asked.group ?? null);
  const filter = both(written, wanted?.filter ?? null);
  const ids = await experimentsOf(ctx, asked);
  return {
    experimentIds: wanted?.experimentId === undefined ? ids : ids.filter((id) => String(id) === wanted.experimentId),
    filter,
    holds: sql`${runsIn(asked.view, filter, { text: asked.filter, kind: ctx.database.kind })} and ${factsAre(asked.facts ?? 'any', ctx.database.kind)}`,
  };
}

/** As one condition on `run`. */
export const asCondition = ({ db }: Context, { experimentIds, filter, holds }: ChosenRuns): RawBuilder<boolean> =>
  sql`${oneOf(db, 'run.experiment_id', experimentIds)} and ${alsoIn(db, { experimentIds, filter })} and ${holds}`;

const both = (one: Filter | null, other: Filter | null): Filter | null =>
  one && other ? { kind: 'and', parts: [one, other] } : (one ?? other);

export async function experimentsOf(
  ctx: Context,
  { problemId, experimentId }: { problemId: string; experimentId?: string },
): Promise<number[]> {
  const rows = await trackingDb(ctx.db)
    .selectFrom('experiment')
    .select('id')
    .where('problem_id', '=', problemId)
    .execute();
  const ids = rows.map(({ id }) => id);
  return experimentId === undefined ? ids : ids.filter((id) => String(id) === experimentId);
}
