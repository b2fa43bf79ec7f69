import { type RawBuilder, sql } from 'kysely';
import { askTogether } from '../../../platform/db/ask-together.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { isPostgres } from '../../../platform/db/is-postgres.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import { prepared } from '../../../platform/db/prepared.ts';
import type { Filter } from '../../../platform/filter/filter.ts';
import type { OrderKey } from '../../../platform/filter/order-clause.ts';
import type { RunRow } from '../run-queries.ts';
import type { RunMark } from '../run-revision.ts';
import { type Few, narrowRuns, rememberFew } from './narrow-runs.ts';
import { orderBy, type OrderTerm, runOrder, type RunOrder } from './run-order.ts';

export interface RunsAsked {
  /** as they were named; those that the actor may not see give nothing */
  experimentIds: readonly number[];
  /** on `experiment` */
  isReadable: RawBuilder<boolean>;
  filter: Filter | null;
  /** the filter, and all else that must hold, on `run` */
  holds: RawBuilder<boolean>;
  /** the same for what is left of the filter: where it is not given, all of it is asked again of the few that a part of it leaves */
  holdsWith?: (rest: Filter | null) => RawBuilder<boolean>;
  keys: readonly OrderKey[];
  offset: number;
  limit: number;
}

/** So many experiments are walked beside one another; more are sorted together. */
const mostWalked = 30;

const ofRow: readonly (keyof RunRow)[] = [
  'id',
  'experiment_id',
  'name',
  'status',
  'client_user',
  'started_at',
  'ended_at',
  'artifact_uri',
  'created_by',
  'created_at',
  'deleted_at',
  'revision',
];

/** The rows of one page. */
export const findRuns = (db: AnyDb, asked: RunsAsked): Promise<readonly RunRow[]> => findPage<RunRow>(db, asked, ofRow);

/** Which runs are on one page, for whoever may know the rest already. */
export const findRunMarks = (db: AnyDb, asked: RunsAsked): Promise<readonly RunMark[]> =>
  findPage<RunMark>(db, asked, ['id', 'revision']);

/** Few runs are sorted; of very many that are asked for in the order of an index, only as many are looked at as the page needs. */
async function findPage<Row>(
  db: AnyDb,
  named: RunsAsked,
  columns: readonly (keyof Row & string)[],
): Promise<readonly Row[]> {
  if (named.experimentIds.length === 0) return [];
  const order = runOrder(named.keys);
  const known = rememberFew(db, named);
  if (known) return sortFew<Row>(db, { ...named, columns }, { few: known, order });
  const { few, areMany, experimentIds } = await narrowRuns(db, named);
  if (experimentIds.length === 0) return [];
  const asked = { ...named, experimentIds, columns };
  if (few) return sortFew<Row>(db, asked, { few, order });
  const walk = areMany && experimentIds.length <= mostWalked ? walkFor(asked.keys, order) : null;
  if (!walk) return sortRuns<Row>(db, asked, order);
  const rows = await walkRuns<Row>(db, asked, walk);
  return rows.length === asked.limit || walk.isWhole ? rows : sortRuns<Row>(db, asked, order);
}

type WithColumns = RunsAsked & { columns: readonly string[] };

function sortFew<Row>(
  db: AnyDb,
  asked: WithColumns,
  { few: { runs, rest }, order }: { few: Few; order: RunOrder },
): Promise<readonly Row[]> {
  const readable = sql`select id from experiment where ${oneOf(db, 'id', asked.experimentIds)} and ${asked.isReadable}`;
  return sort<Row>(db, asked, {
    ...order,
    few: sql`few as materialized (${runs}),`,
    // Each is looked up by its id: what is computed tempts no database to go by the experiment instead; nor is that looked up for each.
    from: sql`few inner join run on run.id = few.run_id where run.experiment_id + 0 ${isPostgres(db) ? sql`= any(array(${readable}))` : sql`in (${readable})`}`,
    holds: asked.holdsWith?.(rest) ?? asked.holds,
  });
}

function sortRuns<Row>(db: AnyDb, asked: WithColumns, order: RunOrder): Promise<readonly Row[]> {
  const from = sql`run where ${oneOf(db, 'run.experiment_id', asked.experimentIds)}`;
  return sort<Row>(db, asked, { ...order, few: sql``, from, holds: asked.holds });
}

interface Sorted extends RunOrder {
  few: RawBuilder<unknown>;
  from: RawBuilder<unknown>;
  holds: RawBuilder<boolean>;
}

/** Found first, and what they are ordered by joined to those alone. */
async function sort<Row>(
  db: AnyDb,
  asked: WithColumns,
  { few, from, holds, joins, terms }: Sorted,
): Promise<readonly Row[]> {
  const columns = sql.raw(asked.columns.map((name) => `run.${name}`).join(', '));
  return askTogether(
    db,
    sql<Row>`${prepared}
    with ${few} found as materialized (select ${carried(asked)} from ${from} and (${holds}))
    select ${columns} from found as run ${sql.join(joins, sql` `)}
    order by ${orderBy(terms)} limit ${asked.limit} offset ${asked.offset}`,
  );
}

/** What is told, and what is ordered by: not more, since all of it is sorted. */
function carried({ columns, keys }: WithColumns): RawBuilder<unknown> {
  const ordering = keys.filter(({ entity }) => entity === 'attribute').map(({ key }) => key);
  return sql.join([...new Set([...columns, 'id', 'started_at', ...ordering])].map((name) => sql.ref(`run.${name}`)));
}

interface Walk extends RunOrder {
  /** what the rows come from, in the order of an index within one experiment */
  from: (experimentId: number) => RawBuilder<unknown>;
  where: (experimentId: number) => RawBuilder<unknown>;
  /** nothing is left out: else what lacks the metric would still follow */
  isWhole: boolean;
}

/** The way along an index in the order that is asked for, if there is one. */
function walkFor(keys: readonly OrderKey[], { joins, terms }: RunOrder): Walk | null {
  const [first] = keys;
  if (!first || (first.entity === 'attribute' && first.key === 'started_at' && first.isDescending))
    return { joins, terms, from: () => sql`run`, where: (id) => sql`run.experiment_id = ${id}`, isWhole: true };
  if (first.entity !== 'metric') return null;
  const value: OrderTerm = {
    value: sql.ref('o0.value'),
    direction: first.isDescending ? 'desc' : 'asc',
    mayLack: false,
  };
  return {
    joins: joins.slice(1),
    terms: [value, ...terms.slice(2)],
    from: () => sql`run_metric as o0 inner join run on run.id = o0.run_id`,
    where: (id) => sql`o0.experiment_id = ${id} and o0.key = ${first.key} and o0.is_nan = 0`,
    isWhole: false,
  };
}

async function walkRuns<Row>(db: AnyDb, asked: WithColumns, walk: Walk): Promise<readonly Row[]> {
  const sorted = walk.terms.map(({ value }, index) => sql`${value} as ${sql.ref(`s${index}`)}`);
  // One alone counts its own places off; of several each may hold all that come before.
  const isOne = asked.experimentIds.length === 1;
  const arms = asked.experimentIds.map(
    (id) => sql`select * from (select run.*, ${sql.join(sorted)} from ${walk.from(id)} ${sql.join(walk.joins, sql` `)}
      where ${walk.where(id)} and (${asked.holds}) order by ${orderBy(walk.terms)} limit ${isOne ? asked.limit : asked.offset + asked.limit} offset ${isOne ? asked.offset : 0}) as w`,
  );
  const outer = walk.terms.map((term, index) => ({ ...term, value: sql.ref(`s${index}`) }));
  return askTogether(
    db,
    sql<Row>`
    select ${sql.raw(asked.columns.join(', '))} from (${sql.join(arms, sql` union all `)}) as found
    order by ${orderBy(outer)} limit ${asked.limit} offset ${isOne ? 0 : asked.offset}`,
  );
}
