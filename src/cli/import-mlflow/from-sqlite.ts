import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { folderOf, listFiles } from './local-files.ts';
import type { KeyValue, Source, SourceModel, SourceModelPoint, SourceRegistered, SourceRun } from './source.ts';

type Row = Readonly<Record<string, string | number | null>>;
type Read = (sql: string, ...values: SQLInputValue[]) => Row[];

const text = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);
const orNull = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
const numberOf = (value: string | number | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);
const pairs = (rows: readonly Row[]): KeyValue[] =>
  rows.map((row) => ({ key: text(row['key']), value: text(row['value']) }));

/** The SQLite file of a server of MLflow, only read. What a release before 2.4 or 3 did not have is not asked for. */
export function fromSqlite(file: string, moved: readonly string[]): Source {
  const database = new DatabaseSync(file, { readOnly: true });
  const read: Read = (sql, ...values) => database.prepare(sql).all(...values) as unknown as Row[];
  const tables = new Set(read("select name from sqlite_master where type = 'table'").map(({ name }) => text(name)));
  const has = (table: string) => tables.has(table);
  return {
    experiments: async () =>
      read('select * from experiments order by experiment_id').map((row) => ({
        id: text(row['experiment_id']),
        name: text(row['name']),
        isDeleted: row['lifecycle_stage'] === 'deleted',
        tags: pairs(
          read('select key, value from experiment_tags where experiment_id = ?', row['experiment_id'] ?? null),
        ),
      })),
    runIds: async (experimentId) =>
      read('select run_uuid from runs where experiment_id = ? order by start_time, run_uuid', Number(experimentId)).map(
        (row) => text(row['run_uuid']),
      ),
    run: (_, runId) => readRun({ read, has, moved }, runId),
    looseModels: async (experimentId) =>
      has('logged_models')
        ? readModels({ read, has, moved }, 'm.experiment_id = ? and m.source_run_id is null', Number(experimentId))
        : [],
    modelPoints: async (_, modelId) => (has('logged_model_metrics') ? readModelPoints(read, modelId) : []),
    registered: async () => readRegistered(read),
    close: () => database.close(),
  };
}

interface Reading {
  read: Read;
  has: (table: string) => boolean;
  moved: readonly string[];
}

async function readRun({ read, has, moved }: Reading, id: string): Promise<SourceRun> {
  const [row] = read('select * from runs where run_uuid = ?', id);
  const artifactUri = text(row?.['artifact_uri']);
  const points = read(
    'select key, value, timestamp, step, is_nan from metrics where run_uuid = ? order by key, step, timestamp',
    id,
  );
  return {
    id,
    name: text(row?.['name']),
    status: text(row?.['status']),
    clientUser: text(row?.['user_id']),
    startedAt: numberOf(row?.['start_time']),
    endedAt: numberOf(row?.['end_time']),
    isDeleted: row?.['lifecycle_stage'] === 'deleted',
    artifactUri,
    params: pairs(read('select key, value from params where run_uuid = ? order by key', id)),
    tags: pairs(read('select key, value from tags where run_uuid = ? order by key', id)),
    points: points.map((point) => ({
      key: text(point['key']),
      value: point['is_nan'] === 1 ? NaN : Number(point['value']),
      at: Number(point['timestamp']),
      step: Number(point['step']),
    })),
    datasets: has('inputs') ? readDatasets(read, id) : [],
    modelsGiven: has('inputs') ? readModelsGiven(read, id) : [],
    models: has('logged_models') ? await readModels({ read, has, moved }, 'm.source_run_id = ?', id) : [],
    modelsKeptBack: [],
    files: await listFiles(folderOf(artifactUri, moved)),
  };
}

function readDatasets(read: Read, id: string): SourceRun['datasets'] {
  const rows = read(
    `select d.*, i.input_uuid from inputs i inner join datasets d on d.dataset_uuid = i.source_id
     where i.destination_type = 'RUN' and i.source_type = 'DATASET' and i.destination_id = ?`,
    id,
  );
  return rows.map((row) => ({
    name: text(row['name']),
    digest: text(row['digest']),
    sourceType: text(row['dataset_source_type']),
    source: text(row['dataset_source']),
    schema: orNull(row['dataset_schema']),
    profile: orNull(row['dataset_profile']),
    tags: pairs(read('select name as key, value from input_tags where input_uuid = ?', row['input_uuid'] ?? null)),
  }));
}

const readModelsGiven = (read: Read, id: string): string[] =>
  read(
    `select distinct destination_id as model from inputs
     where source_type = 'RUN_INPUT' and source_id = ? and destination_type = 'MODEL_INPUT' order by destination_id`,
    id,
  ).map(({ model }) => text(model));

async function readModels(
  { read, moved }: Reading,
  condition: string,
  ...values: SQLInputValue[]
): Promise<SourceModel[]> {
  const rows = read(
    `select m.*, (select max(i.step) from inputs i where i.source_type = 'RUN_OUTPUT' and i.source_id = m.source_run_id
       and i.destination_type = 'MODEL_OUTPUT' and i.destination_id = m.model_id) as made_at
     from logged_models m where ${condition} order by m.model_id`,
    ...values,
  );
  return Promise.all(
    rows.map(async (row) => {
      const model = row['model_id'] ?? null;
      return {
        id: text(model),
        name: text(row['name']),
        modelType: text(row['model_type']),
        isReady: row['status'] === 2,
        isDeleted: row['lifecycle_stage'] === 'deleted',
        step: numberOf(row['made_at']) ?? 0,
        artifactUri: text(row['artifact_location']),
        params: pairs(
          read('select param_key as key, param_value as value from logged_model_params where model_id = ?', model),
        ),
        tags: pairs(read('select tag_key as key, tag_value as value from logged_model_tags where model_id = ?', model)),
        files: await listFiles(folderOf(text(row['artifact_location']), moved)),
      };
    }),
  );
}

/** MLflow writes NaN of a model as 0, and of the run that measured it as such. */
function readModelPoints(read: Read, modelId: string): SourceModelPoint[] {
  const rows = read(
    `select p.*, p.metric_value = 0 and exists (
       select 1 from metrics m where m.run_uuid = p.run_id and m.key = p.metric_name
         and m.timestamp = p.metric_timestamp_ms and m.step = p.metric_step and m.is_nan = 1) as is_nan
     from logged_model_metrics p where p.model_id = ?`,
    modelId,
  );
  return rows.map((row) => ({
    key: text(row['metric_name']),
    value: row['is_nan'] === 1 || row['metric_value'] === null ? NaN : Number(row['metric_value']),
    at: Number(row['metric_timestamp_ms']),
    step: Number(row['metric_step']),
    runId: text(row['run_id']),
    datasetName: text(row['dataset_name']),
    datasetDigest: text(row['dataset_digest']),
  }));
}

function readRegistered(read: Read): SourceRegistered[] {
  return read('select * from registered_models order by name').map((row) => {
    const name = row['name'] ?? null;
    const versions = read(
      "select * from model_versions where name = ? and current_stage <> 'Deleted_Internal' order by version",
      name,
    );
    return {
      name: text(name),
      description: text(row['description']),
      tags: pairs(read('select key, value from registered_model_tags where name = ?', name)),
      aliases: read('select alias, version from registered_model_aliases where name = ?', name).map((alias) => ({
        alias: text(alias['alias']),
        number: Number(alias['version']),
      })),
      versions: versions.map((version) => ({
        number: Number(version['version']),
        source: text(version['source']),
        storage: text(version['storage_location'] ?? version['source']),
        runId: orNull(version['run_id']) || null,
        description: text(version['description']),
        stage: text(version['current_stage']),
        tags: pairs(
          read(
            'select key, value from model_version_tags where name = ? and version = ?',
            name,
            version['version'] ?? null,
          ),
        ),
      })),
    };
  });
}
