import { type RawBuilder, sql } from 'kysely';
import type { AnyDb } from '../../../platform/db/database.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import { defaultExperimentId } from '../default-experiment.ts';
import { experimentNumber } from '../experiment-queries.ts';
import { trackingDb, type TrackingTables } from '../tables.ts';

/** Which of what was deleted: of a problem (null: in the inbox), deleted not after a moment, and of these perhaps only some. */
export interface Selection {
  problemId: string | null;
  before: number;
  only: { experimentIds: readonly string[]; runIds: readonly string[]; modelIds: readonly string[] } | null;
}

export interface DeletedExperiment {
  id: number;
  name: string;
  deletedAt: number;
}

export interface DeletedThing {
  id: string;
  name: string;
  experimentId: number;
  experimentName: string;
  deletedAt: number;
}

/** A run or a logged model, and the experiment that it is of. */
export interface Erasable {
  id: string;
  experimentId: number;
}

type Thing = Pick<TrackingTables['run'], 'id' | 'experiment_id' | 'name' | 'deleted_at'>;

export type ErasableTable = 'run' | 'logged_model';

const ofProblem = (problemId: string | null): RawBuilder<boolean> =>
  problemId === null ? sql`experiment.problem_id is null` : sql`experiment.problem_id = ${problemId}`;

/** With one that no experiment has, since a list may not be empty. */
const numbersOf = (ids: readonly string[]): number[] => [-1, ...ids.flatMap((id) => experimentNumber(id) ?? [])];

const isOneOf = (db: AnyDb, column: string, ids: readonly string[]): RawBuilder<boolean> =>
  ids.length === 0 ? sql`1 = 0` : oneOf(db, column, ids);

export async function listDeletedExperiments(
  db: AnyDb,
  { problemId, before, only }: Selection,
): Promise<DeletedExperiment[]> {
  let query = trackingDb(db)
    .selectFrom('experiment')
    .select(['id', 'name'])
    .select((is) => is.ref('deleted_at').$castTo<number>().as('deletedAt'))
    .where(ofProblem(problemId))
    .where('deleted_at', '<=', before);
  if (only) query = query.where('id', 'in', numbersOf(only.experimentIds));
  return query.orderBy('deleted_at', 'desc').orderBy('id').execute();
}

/** Deleted by itself, or along with its experiment, which may be all that says so. */
function erasable(db: AnyDb, table: ErasableTable, { problemId, before, only }: Selection) {
  const query = trackingDb(db)
    .selectFrom(sql<Thing>`${sql.table(table)}`.as('thing'))
    .innerJoin('experiment', 'experiment.id', 'thing.experiment_id')
    .where(ofProblem(problemId));
  const isChosen = only ? isOneOf(db, 'thing.id', table === 'run' ? only.runIds : only.modelIds) : sql`1 = 1`;
  const isAlong = only ? sql`experiment.id in (${sql.join(numbersOf(only.experimentIds))})` : sql`1 = 1`;
  return query.where(
    sql<boolean>`((${isChosen} and thing.deleted_at <= ${before}) or (${isAlong} and experiment.deleted_at <= ${before}))`,
  );
}

/** The latest first; without those that go and come back with their deleted experiment. */
export function listDeletedThings(
  db: AnyDb,
  table: ErasableTable,
  { limit, ...selection }: Selection & { limit: number },
): Promise<DeletedThing[]> {
  return erasable(db, table, selection)
    .select(['thing.id', 'thing.name', 'experiment.id as experimentId', 'experiment.name as experimentName'])
    .select((is) => is.ref('thing.deleted_at').$castTo<number>().as('deletedAt'))
    .where('experiment.deleted_at', 'is', null)
    .orderBy('thing.deleted_at', 'desc')
    .orderBy('thing.id')
    .limit(limit)
    .execute();
}

/** The next ones after a place, by experiment and id, also those of deleted experiments. */
export function listErasable(
  db: AnyDb,
  table: ErasableTable,
  { after, limit, ...selection }: Selection & { after: Erasable; limit: number },
): Promise<Erasable[]> {
  return erasable(db, table, selection)
    .select(['thing.id', 'experiment.id as experimentId'])
    .where((is) =>
      is.or([
        is('experiment.id', '>', after.experimentId),
        is.and([is('experiment.id', '=', after.experimentId), is('thing.id', '>', after.id)]),
      ]),
    )
    .orderBy('experiment.id')
    .orderBy('thing.id')
    .limit(limit)
    .execute();
}

export interface DeletedTotals {
  experiments: number;
  runs: number;
  models: number;
  files: number;
  size_bytes: number;
}

/** How much there is of it, with what goes along with deleted experiments. */
export async function countDeleted(db: AnyDb, selection: Selection): Promise<DeletedTotals> {
  const count = async (table: ErasableTable) => {
    const counted = erasable(db, table, selection).select((is) => is.fn.countAll<number>().as('many'));
    return (await counted.executeTakeFirstOrThrow()).many;
  };
  // As `rootsOf`: below its experiment, and below everybody's.
  const roots = (table: ErasableTable, experiment: RawBuilder<unknown>) => {
    const between = sql.lit(table === 'run' ? '/' : '/models/');
    return erasable(db, table, selection).select(sql<string>`${experiment} || ${between} || thing.id`.as('root'));
  };
  const experiments = [sql.ref('experiment.id'), sql.lit(String(defaultExperimentId))];
  const { files, size_bytes } = await trackingDb(db)
    .selectFrom('artifact')
    .select((is) => [
      is.fn.countAll<number>().as('files'),
      sql<number>`cast(coalesce(sum(size_bytes), 0) as bigint)`.as('size_bytes'),
    ])
    .where((is) =>
      is.or(
        experiments.flatMap((of) => [is('root', 'in', roots('run', of)), is('root', 'in', roots('logged_model', of))]),
      ),
    )
    .executeTakeFirstOrThrow();
  return {
    experiments: (await listDeletedExperiments(db, selection)).length,
    runs: await count('run'),
    models: await count('logged_model'),
    files,
    size_bytes,
  };
}
