import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { folderOf, listFiles } from './local-files.ts';
import type { KeyValue, Source, SourceModel, SourcePoint, SourceRegistered, SourceRun } from './source.ts';

type Meta = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const orNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const statuses = ['', 'RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'];

/** A folder `mlruns`, as clients without a server write it. Where it was moved its files are found below it. */
export function fromFolder(root: string, moved: readonly string[]): Source {
  const places = [root, ...moved];
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
      const folder = join(root, experimentId);
      // By what it says of itself: an empty folder does not survive Git or an object store.
      const isRun = (id: string) =>
        /^[a-zA-Z0-9][\w-]*$/.test(id) && id !== 'tags' && existsSync(join(folder, id, 'meta.yaml'));
      return (await names(folder)).filter(isRun);
    },
    run: (experimentId, runId) => readRun({ root, places }, experimentId, runId),
    registered: () => readRegistered(join(root, 'models')),
    close: () => undefined,
  };
}

async function names(folder: string): Promise<string[]> {
  return existsSync(folder) ? (await readdir(folder)).toSorted() : [];
}

async function metaOf(folder: string): Promise<Meta | null> {
  const file = join(folder, 'meta.yaml');
  return existsSync(file) ? (parse(await readFile(file, 'utf8'), { intAsBigInt: false }) as Meta) : null;
}

/** Each a file, whose name is the key; keys with a slash are folders. */
async function pairs(folder: string): Promise<KeyValue[]> {
  if (!existsSync(folder)) return [];
  const files = await listFiles(folder);
  return Promise.all(files.map(async ({ path }) => ({ key: path, value: await readFile(join(folder, path), 'utf8') })));
}

async function readRun(
  { root, places }: { root: string; places: readonly string[] },
  experimentId: string,
  id: string,
): Promise<SourceRun> {
  const folder = join(root, experimentId, id);
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
    datasets: await readDatasets(join(root, experimentId), id),
    models: await readModels(join(root, experimentId, 'models'), id),
    files: await listFiles(join(folder, 'artifacts')).then(async (files) =>
      files.length > 0 ? files : listFiles(folderOf(artifactUri, places)),
    ),
  };
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

async function readDatasets(experiment: string, runId: string): Promise<SourceRun['datasets']> {
  const inputs = join(experiment, runId, 'inputs');
  const found: SourceRun['datasets'][number][] = [];
  for (const id of await names(inputs)) {
    const input = (await metaOf(join(inputs, id))) ?? {};
    const dataset = await metaOf(join(experiment, 'datasets', text(input['source_id'])));
    if (!dataset) continue;
    found.push({
      name: text(dataset['name']),
      digest: text(dataset['digest']),
      sourceType: text(dataset['source_type']),
      source: text(dataset['source']),
      schema: text(dataset['schema']) || null,
      profile: text(dataset['profile']) || null,
      tags: Object.entries((input['tags'] ?? {}) as Meta).map(([key, value]) => ({ key, value: text(value) })),
    });
  }
  return found;
}

async function readModels(folder: string, runId: string): Promise<SourceModel[]> {
  const found: SourceModel[] = [];
  for (const id of await names(folder)) {
    const meta = (await metaOf(join(folder, id))) ?? {};
    const isOurs = text(meta['source_run_id']) === runId && meta['lifecycle_stage'] !== 'deleted';
    if (isOurs) found.push(await readModel(join(folder, id), meta));
  }
  return found;
}

const ready: readonly unknown[] = [2, 'READY', 'LOGGED_MODEL_READY'];

async function readModel(folder: string, meta: Meta): Promise<SourceModel> {
  const files = join(folder, 'artifacts');
  return {
    id: text(meta['model_id']),
    name: text(meta['name']),
    modelType: text(meta['model_type']),
    isReady: ready.includes(meta['status']),
    artifactUri: text(meta['artifact_location']),
    params: await pairs(join(folder, 'params')),
    tags: await pairs(join(folder, 'tags')),
    files: await listFiles(files),
  };
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
