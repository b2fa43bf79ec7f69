import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { folderOf, listFiles } from './local-files.ts';
import type {
  KeyValue,
  Source,
  SourceDataset,
  SourceFile,
  SourceModel,
  SourceModelPoint,
  SourcePoint,
  SourceRegistered,
  SourceRun,
} from './source.ts';

type Meta = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const orNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const statuses = ['', 'RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'];

/** A folder `mlruns`, as clients without a server write it. Where it was moved its files are found below it. */
export function fromFolder(root: string, moved: readonly string[]): Source {
  const reading: Reading = {
    root,
    places: [root, ...moved],
    models: keepingLast((experiment) => listModels(experiment)),
  };
  return {
    experiments: async () => {
      const found = [];
      for (const [folder, isTrash] of [
        [root, false],
        [join(root, '.trash'), true],
      ] as const)
        for (const id of await names(folder)) {
          const meta = await metaOf(join(folder, id));
          if (!meta || !/^\d+$/.test(id)) continue;
          const isDeleted = isTrash || meta['lifecycle_stage'] === 'deleted';
          found.push({ id, name: text(meta['name']), isDeleted, tags: await pairs(join(folder, id, 'tags')) });
        }
      return found;
    },
    runIds: async (experimentId) => {
      const folder = experimentIn(root, experimentId);
      // By what it says of itself: an empty folder does not survive Git or an object store.
      const isRun = (id: string) =>
        /^[a-zA-Z0-9][\w-]*$/.test(id) && id !== 'tags' && existsSync(join(folder, id, 'meta.yaml'));
      return (await names(folder)).filter(isRun);
    },
    run: (experimentId, runId) => readRun(reading, experimentId, runId),
    looseModels: async (experimentId) => {
      const all = await reading.models(experimentIn(root, experimentId));
      return Promise.all(
        all
          .filter(({ meta }) => text(meta['source_run_id']) === '')
          .map((model) => readModel(model, { step: 0, places: reading.places })),
      );
    },
    modelPoints: async (experimentId, modelId) =>
      readModelPoints(join(experimentIn(root, experimentId), 'models', modelId, 'metrics')),
    registered: () => readRegistered(join(root, 'models')),
    close: () => undefined,
  };
}

interface Model {
  folder: string;
  meta: Meta;
}

interface Reading {
  root: string;
  places: readonly string[];
  /** of the folder of an experiment */
  models: (experiment: string) => Promise<Model[]>;
}

/** Asked for run after run, and read once an experiment. */
function keepingLast<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  let last: { key: string; value: Promise<T> } | null = null;
  return (key) => (last = last?.key === key ? last : { key, value: read(key) }).value;
}

/** What is deleted was moved to another folder. */
function experimentIn(root: string, id: string): string {
  const there = join(root, id);
  return existsSync(there) ? there : join(root, '.trash', id);
}

async function names(folder: string): Promise<string[]> {
  return existsSync(folder) ? (await readdir(folder)).toSorted() : [];
}

async function metaOf(folder: string): Promise<Meta | null> {
  const file = join(folder, 'meta.yaml');
  return existsSync(file) ? (parse(await readFile(file, 'utf8'), { intAsBigInt: false }) as Meta) : null;
}

/** Each a file, whose name is the key; keys with a slash are folders. One after another: of very many only so many open at once. */
async function pairs(folder: string): Promise<KeyValue[]> {
  const found: KeyValue[] = [];
  for (const { path } of await listFiles(folder))
    found.push({ key: path, value: await readFile(join(folder, path), 'utf8') });
  return found;
}

async function readRun({ root, places, models }: Reading, experimentId: string, id: string): Promise<SourceRun> {
  const experiment = experimentIn(root, experimentId);
  const folder = join(experiment, id);
  const meta = (await metaOf(folder)) ?? {};
  const artifactUri = text(meta['artifact_uri']);
  return {
    id,
    name: text(meta['run_name']),
    status: statuses[Number(meta['status'])] ?? '',
    clientUser: text(meta['user_id']),
    startedAt: orNull(meta['start_time']),
    endedAt: orNull(meta['end_time']),
    isDeleted: meta['lifecycle_stage'] === 'deleted',
    artifactUri,
    params: await pairs(join(folder, 'params')),
    tags: await pairs(join(folder, 'tags')),
    points: await readPoints(join(folder, 'metrics')),
    ...(await readInputs(experiment, id)),
    models: await readModels(await models(experiment), { folder, id, places }),
    modelsKeptBack: [],
    files: await filesAt(join(folder, 'artifacts'), { artifactUri, places }),
  };
}

/** Beside what is said of it, or where that says. */
async function filesAt(
  folder: string,
  { artifactUri, places }: { artifactUri: string; places: readonly string[] },
): Promise<SourceFile[]> {
  const files = await listFiles(folder);
  return files.length > 0 ? files : listFiles(folderOf(artifactUri, places));
}

/** A line for each point: moment, value, step, and in newer clients its data. The same line twice is one point. */
async function readPoints(folder: string): Promise<SourcePoint[]> {
  const points: SourcePoint[] = [];
  for (const { key, value } of await pairs(folder))
    for (const line of new Set(value.split('\n').filter((each) => each.trim() !== ''))) {
      const [at = '', figure = '', step = '0'] = line.trim().split(/\s+/);
      points.push({ key, value: figureOf(figure), at: Number(at), step: Number(step) });
    }
  return points;
}

function figureOf(written: string): number {
  const plain = written.toLowerCase().replace('infinity', 'inf');
  if (plain === 'nan') return NaN;
  return plain.endsWith('inf') ? (plain.startsWith('-') ? -Infinity : Infinity) : Number(written);
}

type Inputs = Pick<SourceRun, 'datasets' | 'modelsGiven'>;

async function readInputs(experiment: string, runId: string): Promise<Inputs> {
  const inputs = join(experiment, runId, 'inputs');
  const datasets: SourceDataset[] = [];
  const modelsGiven: string[] = [];
  for (const id of await names(inputs)) {
    const input = (await metaOf(join(inputs, id))) ?? {};
    if (input['source_type'] === 'MODEL') modelsGiven.push(text(input['source_id']));
    const dataset = await metaOf(join(experiment, 'datasets', text(input['source_id'])));
    if (!dataset) continue;
    datasets.push({
      name: text(dataset['name']),
      digest: text(dataset['digest']),
      sourceType: text(dataset['source_type']),
      source: text(dataset['source']),
      schema: text(dataset['schema']) || null,
      profile: text(dataset['profile']) || null,
      tags: Object.entries((input['tags'] ?? {}) as Meta).map(([key, value]) => ({ key, value: text(value) })),
    });
  }
  return { datasets, modelsGiven };
}

async function listModels(experiment: string): Promise<Model[]> {
  const found: Model[] = [];
  for (const id of await names(join(experiment, 'models'))) {
    const folder = join(experiment, 'models', id);
    const meta = await metaOf(folder);
    if (meta) found.push({ folder, meta });
  }
  return found;
}

async function readModels(
  models: readonly Model[],
  { folder, id, places }: { folder: string; id: string; places: readonly string[] },
): Promise<SourceModel[]> {
  const own = models.filter(({ meta }) => text(meta['source_run_id']) === id);
  return Promise.all(
    own.map(async (model) => readModel(model, { step: await stepOf(folder, text(model.meta['model_id'])), places })),
  );
}

/** Written where the run says that it made it. */
async function stepOf(run: string, modelId: string): Promise<number> {
  return orNull((await metaOf(join(run, 'outputs', modelId)))?.['step']) ?? 0;
}

const ready: readonly unknown[] = [2, 'READY', 'LOGGED_MODEL_READY'];

async function readModel(
  { folder, meta }: Model,
  { step, places }: { step: number; places: readonly string[] },
): Promise<SourceModel> {
  const artifactUri = text(meta['artifact_location']);
  return {
    id: text(meta['model_id']),
    name: text(meta['name']),
    modelType: text(meta['model_type']),
    isReady: ready.includes(meta['status']),
    isDeleted: meta['lifecycle_stage'] === 'deleted',
    step,
    artifactUri,
    params: await pairs(join(folder, 'params')),
    tags: await pairs(join(folder, 'tags')),
    files: await filesAt(join(folder, 'artifacts'), { artifactUri, places }),
  };
}

/** A line for each point: moment, value, step, the run that measured it, and where it names its data their name and digest. */
async function readModelPoints(folder: string): Promise<SourceModelPoint[]> {
  const points: SourceModelPoint[] = [];
  for (const { key, value } of await pairs(folder))
    for (const line of value.split('\n').filter((each) => each.trim() !== '')) {
      const [at = '', figure = '', step = '0', runId = '', ...data] = line.trim().split(' ');
      // A name may hold spaces, a digest does not.
      const datasetDigest = data.pop() ?? '';
      const of = { key, value: figureOf(figure), at: Number(at), step: Number(step) };
      points.push({ ...of, runId, datasetName: data.join(' '), datasetDigest });
    }
  return points;
}

async function readRegistered(folder: string): Promise<SourceRegistered[]> {
  const found: SourceRegistered[] = [];
  for (const name of await names(folder)) {
    const meta = await metaOf(join(folder, name));
    if (!meta) continue;
    const aliases = await pairs(join(folder, name, 'aliases'));
    const versions = await Promise.all(
      (await names(join(folder, name)))
        .filter((each) => each.startsWith('version-'))
        .map(async (each) => ({ meta: await metaOf(join(folder, name, each)), folder: join(folder, name, each) })),
    );
    found.push({
      name: text(meta['name']),
      description: text(meta['description']),
      tags: await pairs(join(folder, name, 'tags')),
      aliases: aliases.map(({ key, value }) => ({ alias: key, number: Number(value) })),
      versions: await Promise.all(
        versions
          .filter((version) => version.meta !== null && version.meta['current_stage'] !== 'Deleted_Internal')
          .toSorted((one, other) => Number(one.meta?.['version']) - Number(other.meta?.['version']))
          .map(async (version) => ({
            number: Number(version.meta?.['version']),
            source: text(version.meta?.['source']),
            storage: text(version.meta?.['storage_location'] ?? version.meta?.['source']),
            runId: text(version.meta?.['run_id']) || null,
            description: text(version.meta?.['description']),
            stage: text(version.meta?.['current_stage']),
            tags: await pairs(join(version.folder, 'tags')),
          })),
      ),
    });
  }
  return found;
}
