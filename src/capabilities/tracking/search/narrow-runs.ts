import { type RawBuilder, sql } from 'kysely';
import type { AnyDb } from '../../../platform/db/database.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import { prepared } from '../../../platform/db/prepared.ts';
import { toJson } from '../../../platform/json.ts';
import type { Comparison, Filter, Operator } from '../../../platform/filter/filter.ts';

/** From so many runs on it is worth another way than to look at each. */
const many = 2_000;

interface Asked {
  experimentIds: readonly number[];
  /** on `experiment` */
  isReadable: RawBuilder<boolean>;
  filter: Filter | null;
}

/** A part of the filter that leaves few runs. */
export interface Few {
  /** runs that alone can be what is asked for, as `select run_id` */
  runs: RawBuilder<unknown>;
  /** what is left of the filter to be asked of those few */
  rest: Filter | null;
}

export interface Narrowed {
  /** of the experiments that were named those that there are and that the actor may see */
  experimentIds: readonly number[];
  /** null where nothing that is asked leaves few */
  few: Few | null;
  /** there are many runs in these experiments */
  areMany: boolean;
}

const remembered_ms = 10_000;
const mostRemembered = 200;

interface Remembered {
  /** the place of the part that leaves few, among all that there are */
  way: number;
  until: number;
}

/** Which way was found last for what is asked again and again. */
const ways = new WeakMap<AnyDb, Map<string, Remembered>>();

const keyOf = ({ experimentIds, filter }: Asked): string => toJson([experimentIds, filter]);

/**
 * The part that left few runs when the same was asked a moment ago: what is found by it is right however many they are by now, so it
 * need not be counted again each time that a page is refreshed. Null where it is not known.
 */
export function rememberFew(db: AnyDb, asked: Asked): Few | null {
  const known = ways.get(db)?.get(keyOf(asked));
  if (!known || known.until < performance.now()) return null;
  const way = waysTo(db, asked)[known.way];
  return way ? fewOf(way, asked) : null;
}

function remember(db: AnyDb, asked: Asked, way: number): void {
  const all = ways.get(db) ?? new Map<string, Remembered>();
  ways.set(db, all);
  const key = keyOf(asked);
  all.delete(key);
  all.set(key, { way, until: performance.now() + remembered_ms });
  const [oldest] = all.keys();
  if (all.size > mostRemembered && oldest !== undefined) all.delete(oldest);
}

interface Way {
  asks: Comparison;
  runs: RawBuilder<unknown>;
}

const waysTo = (db: AnyDb, { filter, experimentIds }: Asked): Way[] =>
  neededOf(filter).flatMap((asks) => {
    const runs = wayTo(db, asks, experimentIds);
    return runs ? [{ asks, runs }] : [];
  });

const fewOf = ({ asks, runs }: Way, { filter }: Asked): Few => ({ runs, rest: without(filter, asks) });

/**
 * Which part of a filter leaves the fewest runs, by counting up to {@link many} in an index: so that what few runs have is found
 * among a hundred thousand without a look at all of them. One statement, with who may see what.
 */
export async function narrowRuns(db: AnyDb, asked: Asked): Promise<Narrowed> {
  const { experimentIds, isReadable } = asked;
  const all = waysTo(db, asked);
  const inExperiments = sql`select 1 from run where ${oneOf(db, 'experiment_id', experimentIds)}`;
  const counts = [inExperiments, ...all.map(({ runs }) => runs)].map(
    (one, index) => sql`(select count(*) from (${one} limit ${sql.lit(many + 1)}) as c) as ${sql.ref(`n${index}`)}`,
  );
  const { rows } = await sql<Record<string, number>>`${prepared}
    select id, ${sql.join(counts)} from experiment where ${oneOf(db, 'id', experimentIds)} and ${isReadable} order by id`.execute(
    db,
  );
  const countOf = (index: number) => Number(rows[0]?.[`n${index}`]);
  const inAll = countOf(0);
  let found: Way | null = null;
  // Half of all is not few: looking each of them up costs more than reading them where they lie.
  let least = inAll > many ? many + 1 : inAll / 2;
  for (const [index, way] of all.entries()) {
    const count = countOf(index + 1);
    if (count >= least) continue;
    found = way;
    least = count;
  }
  if (found) remember(db, asked, all.indexOf(found));
  return {
    experimentIds: rows.map((row) => Number(row['id'])),
    few: found && fewOf(found, asked),
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
  if ((entity === 'param' || entity === 'tag') && typeof value === 'string' && operator === '=') {
    // What is short stands in the index as a whole: then no row is looked at.
    const isWhole = value.length < indexed ? sql`` : sql`and value = ${value}`;
    return sql`select run_id from ${sql.table(`run_${entity}`)} where key = ${key} and substr(value, 1, ${sql.lit(indexed)}) = substr(${value}, 1, ${sql.lit(indexed)}) ${isWhole}`;
  }
  return undefined;
}

/** So many characters of a value are in its index. */
const indexed = 64;
