import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { isPostgres } from '../../platform/db/is-postgres.ts';
import { oneOf } from '../../platform/db/one-of.ts';
import { fromJson } from '../../platform/json.ts';
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

type MetricFact = [runId: string, key: string, value: number | null, at: number, step: number];
type Fact = [runId: string, key: string, value: string];
type LinkFact = [runId: string, modelId: string, direction: 'in' | 'out', step: number];

interface FactTexts {
  metrics: string | null;
  params: string | null;
  tags: string | null;
  links: string | null;
  has_datasets: number | null;
}

/**
 * A page of runs has thousands of facts, and a cell for each would be most of what a search costs: the database writes each kind as
 * one text, in one statement.
 */
async function factsOf(db: AnyDb, runIds: readonly string[]): Promise<[string, Facts][]> {
  const these = oneOf(db, 'run_id', runIds);
  const { rows } = await sql<FactTexts>`select
    (select ${listed(db, 'key, case when is_nan = 0 then value end, at, step')} from run_metric where ${these}) as metrics,
    (select ${listed(db, 'key, value')} from run_param where ${these}) as params,
    (select ${listed(db, 'key, value')} from run_tag where ${these}) as tags,
    (select ${listed(db, 'model_id, direction, step')} from run_model where ${these}) as links,
    (select 1 from run_dataset where ${these} limit 1) as has_datasets`.execute(db);
  const metrics = byRun<MetricFact>(rows[0]?.metrics);
  const params = byRun<Fact>(rows[0]?.params);
  const tags = byRun<Fact>(rows[0]?.tags);
  const links = byRun<LinkFact>(rows[0]?.links);
  const datasets = rows[0]?.has_datasets ? await listDatasets(db, runIds) : new Map<string, KnownInput[]>();
  return runIds.map((id) => {
    const ofRun = links.get(id) ?? [];
    return [
      id,
      {
        metrics: (metrics.get(id) ?? []).map(asPoint),
        params: (params.get(id) ?? []).map(asKeyValue),
        tags: (tags.get(id) ?? []).map(asKeyValue),
        datasets: datasets.get(id) ?? [],
        modelsIn: ofRun.filter(([, , direction]) => direction === 'in').map(asLink),
        modelsOut: ofRun.filter(([, , direction]) => direction === 'out').map(asLink),
      },
    ];
  });
}

/** All rows as one text of JSON, a list for each; null or an empty list for none. */
function listed(db: AnyDb, cells: string): RawBuilder<string> {
  const text = isPostgres(db)
    ? 'json_agg(json_build_array(run_id, $))::text'
    : 'json_group_array(json_array(run_id, $))';
  return sql.raw(text.replace('$', cells));
}

function byRun<Row extends readonly [string, string, ...unknown[]]>(
  text: string | null | undefined,
): Map<string, Row[]> {
  const rows = fromJson<Row[]>(text ?? '[]');
  return Map.groupBy(rows.toSorted(byKey), ([runId]) => runId);
}

const byKey = ([, one]: readonly [string, string, ...unknown[]], [, other]: readonly [string, string, ...unknown[]]) =>
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
