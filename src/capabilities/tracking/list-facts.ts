import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { isPostgres } from '../../platform/db/is-postgres.ts';
import { oneOf } from '../../platform/db/one-of.ts';
import { prepared } from '../../platform/db/prepared.ts';
import { fromJson, toJson } from '../../platform/json.ts';
import type { KeyValue, KnownInput, MetricPoint, ModelLink, Run, RunInfo } from './run.ts';
import { trackingDb, type TrackingTables } from './tables.ts';

type Facts = Omit<Run, keyof RunInfo>;

export const noFacts: Facts = { metrics: [], params: [], tags: [], datasets: [], modelsIn: [], modelsOut: [] };

/** So that no text of facts grows beyond what a string holds. */
const runsAtOnce = 1_000;

/** All that is known of each of these runs, by its id; what is of one kind is ordered by its key. */
export async function listFacts(db: AnyDb, runIds: readonly string[]): Promise<Map<string, Facts>> {
  const all = new Map<string, Facts>();
  for (let start = 0; start < runIds.length; start += runsAtOnce)
    for (const [id, facts] of await factsOf(db, runIds.slice(start, start + runsAtOnce))) all.set(id, facts);
  return all;
}

type MetricFact = [run: number, key: string, value: number | null, at: number, step: number];
type Fact = [run: number, key: string, value: string];
type LinkFact = [run: number, modelId: string, direction: 'in' | 'out', step: number];

interface FactTexts {
  metrics: string;
  params: string;
  tags: string;
  links: string;
  has_datasets: number | null;
}

/**
 * A page of runs has thousands of facts, and a cell for each would be most of what a search costs: the database writes each kind as
 * one text, in one statement.
 */
async function factsOf(db: AnyDb, runIds: readonly string[]): Promise<[string, Facts][]> {
  const { rows } = await sql<FactTexts>`${prepared} select
    (${listed(db, runIds, ['run_metric', 'key', 'case when is_nan = 0 then value end', 'at', 'step'])}) as metrics,
    (${listed(db, runIds, ['run_param', 'key', 'value'])}) as params,
    (${listed(db, runIds, ['run_tag', 'key', 'value'])}) as tags,
    (${listed(db, runIds, ['run_model', 'model_id', 'direction', 'step'])}) as links,
    (select 1 from run_dataset where ${oneOf(db, 'run_id', runIds)} limit 1) as has_datasets`.execute(db);
  const [texts] = rows;
  if (!texts) return [];
  const metrics = byRun<MetricFact>(texts.metrics);
  const params = byRun<Fact>(texts.params);
  const tags = byRun<Fact>(texts.tags);
  const links = byRun<LinkFact>(texts.links);
  const datasets = texts.has_datasets ? await listDatasets(db, runIds) : new Map<string, KnownInput[]>();
  return runIds.map((id, run) => {
    const ofRun = links.get(run) ?? [];
    return [
      id,
      {
        metrics: (metrics.get(run) ?? []).map(asPoint),
        params: (params.get(run) ?? []).map(asKeyValue),
        tags: (tags.get(run) ?? []).map(asKeyValue),
        datasets: datasets.get(id) ?? [],
        modelsIn: ofRun.filter(([, , direction]) => direction === 'in').map(asLink),
        modelsOut: ofRun.filter(([, , direction]) => direction === 'out').map(asLink),
      },
    ];
  });
}

/**
 * All rows of these runs as one text of JSON: a list for each column, the first of them with the place of its run among these. Each run
 * is looked up by its id, whatever the planner thinks of it: reading the whole table costs more already at a thousand runs.
 */
function listed(db: AnyDb, runIds: readonly string[], [table, ...cells]: readonly string[]): RawBuilder<string> {
  const from = sql.table(table ?? '');
  const all = (list: string) => sql.raw(cells.map((cell) => list.replace('$', cell)).join(', '));
  return isPostgres(db)
    ? sql`select json_build_array(array_agg(place), ${all('array_agg($)')})::text
        from (select run, place - 1 as place from unnest(${[...runIds]}::text[]) with ordinality as given(run, place)) as these,
        lateral (select * from ${from} where run_id = run offset 0) as found`
    : sql`select json_array(json_group_array(place), ${all('json_group_array($)')})
        from (select key as place, value as run from json_each(${toJson(runIds)})) as these cross join ${from} on run_id = run`;
}

/** By the place of the run. */
function byRun<Row extends readonly [number, string, ...unknown[]]>(text: string): Map<number, Row[]> {
  const [places, ...columns] = fromJson<(unknown[] | null)[]>(text);
  const rows = (places ?? []).map((place, index) => [place, ...columns.map((column) => column?.[index])]);
  return Map.groupBy((rows as unknown as Row[]).sort(byKey), ([run]) => run);
}

const byKey = ([, one]: readonly [number, string, ...unknown[]], [, other]: readonly [number, string, ...unknown[]]) =>
  one < other ? -1 : Number(one > other);

const asPoint = ([, key, value, at, step]: MetricFact): MetricPoint => ({ key, value: value ?? NaN, at, step });
const asKeyValue = ([, key, value]: Fact): KeyValue => ({ key, value });
const asLink = ([, modelId, , step]: LinkFact): ModelLink => ({ modelId, step });

async function listDatasets(db: AnyDb, runIds: readonly string[]): Promise<Map<string, KnownInput[]>> {
  const rows = await trackingDb(db)
    .selectFrom('run_dataset')
    .selectAll()
    .where(oneOf(db, 'run_id', runIds))
    .orderBy('name')
    .execute();
  const given = rows.map((row) => [row.run_id, asDataset(row)] as const);
  return new Map([...Map.groupBy(given, ([id]) => id)].map(([id, some]) => [id, some.map(([, input]) => input)]));
}

function asDataset(row: Selectable<TrackingTables['run_dataset']>): KnownInput {
  const { name, digest, source_type: sourceType, source, schema, profile, tags } = row;
  const { version_id: id, version_sha256: sha256 } = row;
  const version = id === null || sha256 === null ? null : { id, sha256 };
  return { name, digest, sourceType, source, schema, profile, tags: fromJson(tags), version };
}
