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
  const metrics = byRun(texts.metrics, runIds.length, asPoint);
  const params = byRun(texts.params, runIds.length, asKeyValue);
  const tags = byRun(texts.tags, runIds.length, asKeyValue);
  const links = byRun(texts.links, runIds.length, asLink);
  const datasets = texts.has_datasets ? await listDatasets(db, runIds) : new Map<string, KnownInput[]>();
  return runIds.map((id, run) => {
    const ofRun = links[run] ?? [];
    const linked = (direction: Link['direction']): ModelLink[] =>
      ofRun.filter((link) => link.direction === direction).map(({ key, step }) => ({ modelId: key, step }));
    return [
      id,
      {
        metrics: metrics[run] ?? [],
        params: params[run] ?? [],
        tags: tags[run] ?? [],
        datasets: datasets.get(id) ?? [],
        modelsIn: linked('in'),
        modelsOut: linked('out'),
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

/** A list for each column. */
type Lists<Cells extends readonly unknown[]> = { readonly [Column in keyof Cells]: readonly Cells[Column][] };

/** What is known of each run, by the place of the run, and ordered by its key. */
function byRun<Cells extends readonly unknown[], Fact extends { key: string }>(
  text: string,
  runs: number,
  factOf: (lists: Lists<Cells>, index: number) => Fact,
): Fact[][] {
  const all = Array.from({ length: runs }, (): Fact[] => []);
  const [places, ...lists] = fromJson<[number[] | null, ...unknown[]]>(text);
  for (const [index, place] of (places ?? []).entries()) all[place]?.push(factOf(lists as Lists<Cells>, index));
  for (const some of all) some.sort(byKey);
  return all;
}

const byKey = (one: { key: string }, other: { key: string }) =>
  one.key < other.key ? -1 : Number(one.key > other.key);

interface Link {
  /** the id of the model */
  key: string;
  direction: 'in' | 'out';
  step: number;
}

const asPoint = (
  [keys, values, moments, steps]: Lists<[string, number | null, number, number]>,
  index: number,
): MetricPoint => ({
  key: keys[index] ?? '',
  value: values[index] ?? NaN,
  at: moments[index] ?? 0,
  step: steps[index] ?? 0,
});
const asKeyValue = ([keys, values]: Lists<[string, string]>, index: number): KeyValue => ({
  key: keys[index] ?? '',
  value: values[index] ?? '',
});
const asLink = ([models, directions, steps]: Lists<[string, Link['direction'], number]>, index: number): Link => ({
  key: models[index] ?? '',
  direction: directions[index] ?? 'in',
  step: steps[index] ?? 0,
});

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
