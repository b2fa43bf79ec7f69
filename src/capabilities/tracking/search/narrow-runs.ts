import { type RawBuilder, sql } from 'kysely';
import type { AnyDb } from '../../../platform/db/database.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import { prepared } from '../../../platform/db/prepared.ts';
import type { Comparison, Filter, Operator } from '../../../platform/filter/filter.ts';

/** From so many runs on it is worth another way than to look at each. */
const many = 2_000;

export interface Narrowed {
  /** of the experiments that were named those that there are and that the actor may see */
  experimentIds: readonly number[];
  /** runs that alone can be what is asked for, as `select run_id`; null where nothing that is asked leaves few */
  few: RawBuilder<unknown> | null;
  /** what is left of the filter to be asked of those few */
  rest: Filter | null;
  /** there are many runs in these experiments */
  areMany: boolean;
}

/**
 * Which part of a filter leaves the fewest runs, by counting up to {@link many} in an index: so that what few runs have is found
 * among a hundred thousand without a look at all of them. One statement, with who may see what.
 */
export async function narrowRuns(
  db: AnyDb,
  {
    experimentIds,
    isReadable,
    filter,
  }: { experimentIds: readonly number[]; isReadable: RawBuilder<boolean>; filter: Filter | null },
): Promise<Narrowed> {
  const ways = neededOf(filter).flatMap((asks) => {
    const runs = wayTo(db, asks, experimentIds);
    return runs ? [{ asks, runs }] : [];
  });
  const inExperiments = sql`select 1 from run where ${oneOf(db, 'experiment_id', experimentIds)}`;
  const counts = [inExperiments, ...ways.map(({ runs }) => runs)].map(
    (one, index) => sql`(select count(*) from (${one} limit ${sql.lit(many + 1)}) as c) as ${sql.ref(`n${index}`)}`,
  );
  const { rows } = await sql<Record<string, number>>`${prepared}
    select id, ${sql.join(counts)} from experiment where ${oneOf(db, 'id', experimentIds)} and ${isReadable} order by id`.execute(
    db,
  );
  const countOf = (index: number) => Number(rows[0]?.[`n${index}`]);
  const inAll = countOf(0);
  let found: (typeof ways)[number] | null = null;
  // Half of all is not few: looking each of them up costs more than reading them where they lie.
  let least = inAll > many ? many + 1 : inAll / 2;
  for (const [index, way] of ways.entries()) {
    const count = countOf(index + 1);
    if (count >= least) continue;
    found = way;
    least = count;
  }
  return {
    experimentIds: rows.map((row) => Number(row['id'])),
    few: found?.runs ?? null,
    rest: found ? without(filter, found.asks) : filter,
    areMany: inAll > many,
  };
}

/** The filter without a part that must hold in any case, and does. */
function without(filter: Filter | null, settled: Comparison): Filter | null {
  if (filter === settled) return null;
  if (filter?.kind !== 'and') return filter;
  const parts = filter.parts.flatMap((part) => without(part, settled) ?? []);
  return parts.length > 0 ? { kind: 'and', parts } : null;
}

/**
 * For a count, which looks at every run: each part of the filter that an index leads to, as a set of runs, so that the rest is asked
 * only of runs in all of them. They say nothing that the filter does not.
 */
export function alsoIn(
  db: AnyDb,
  { experimentIds, filter }: { experimentIds: readonly number[]; filter: Filter | null },
): RawBuilder<boolean> {
  const ways = neededOf(filter).flatMap((asks) => wayTo(db, asks, experimentIds) ?? []);
  if (ways.length === 0 || experimentIds.length === 0) return sql`1 = 1`;
  return sql`${sql.join(
    ways.map((way) => sql`run.id in (${way})`),
    sql` and `,
  )}`;
}

/** What must hold in any case: the filter itself, or each of what is asked together. */
function neededOf(filter: Filter | null): Comparison[] {
  if (filter?.kind === 'compare') return [filter];
  return filter?.kind === 'and' ? filter.parts.flatMap(neededOf) : [];
}

const ordered: ReadonlySet<Operator> = new Set(['=', '>', '>=', '<', '<=']);

/** Where an index leads to it. */
function wayTo(db: AnyDb, { entity, key, operator, value }: Comparison, experimentIds: readonly number[]) {
  if (entity === 'metric' && typeof value === 'number' && ordered.has(operator))
    return sql`select run_id from run_metric where ${oneOf(db, 'experiment_id', experimentIds)} and key = ${key} and is_nan = 0 and value ${sql.raw(operator)} ${value}`;
  if ((entity === 'param' || entity === 'tag') && typeof value === 'string' && operator === '=')
    return sql`select run_id from ${sql.table(`run_${entity}`)} where key = ${key} and substr(value, 1, 64) = substr(${value}, 1, 64) and value = ${value}`;
  return undefined;
}
