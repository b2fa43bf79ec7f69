import type { FactName, KeyValue, KnownInput, MetricPoint, RunStatus } from '../run.ts';
import type { ModelStatus } from '../model.ts';

export type Lack =
  | 'notEnded'
  | 'failed'
  | 'noStart'
  | 'noMetric'
  | 'onlyNotANumber'
  | 'noModel'
  | 'modelNotReady'
  | 'noParam'
  | 'noData'
  | 'unknownData'
  | 'noCommit'
  | 'changesUnknown'
  | 'changesLost'
  | 'noEnvironment';

export interface Fact {
  fact: FactName;
  /** what says so, as the client gave it */
  found: readonly string[];
  /** what is missing of it; nothing: it is there */
  lacks: readonly Lack[];
}

/** What is known of a run, as far as the facts ask for it. */
export interface KnownRun {
  status: RunStatus;
  startedAt: number | null;
  endedAt: number | null;
  metrics: readonly Pick<MetricPoint, 'key' | 'value'>[];
  params: readonly KeyValue[];
  tags: readonly KeyValue[];
  datasets: readonly Pick<KnownInput, 'name' | 'digest' | 'version'>[];
  /** that it made, with their own parameters and tags */
  models: readonly {
    id: string;
    name: string;
    status: ModelStatus;
    params: readonly KeyValue[];
    tags: readonly KeyValue[];
  }[];
  /** paths and sizes of its files and those of its models that the facts are read from: see `isTelling` */
  files: readonly { path: string; size_bytes: number }[];
}

/** The six facts, in their order: pure, from what was logged alone. */
export function sixFactsOf(run: KnownRun): Fact[] {
  return [timeOf(run), resultOf(run), modelOf(run), hyperparametersOf(run), dataOf(run), codeOf(run)];
}

function timeOf({ status, startedAt, endedAt }: KnownRun): Fact {
  const lacks: Lack[] = [];
  if (startedAt === null) lacks.push('noStart');
  if (status === 'FAILED' || status === 'KILLED') lacks.push('failed');
  else if (status !== 'FINISHED' || endedAt === null) lacks.push('notEnded');
  const moments = [startedAt, endedAt].filter((moment) => moment !== null);
  return { fact: 'time', found: moments.map((moment) => new Date(moment).toISOString()), lacks };
}

/** What a machine was doing is no result. */
export const systemPrefix = 'system/';

function resultOf({ metrics }: KnownRun): Fact {
  const own = metrics.filter(({ key }) => !key.startsWith(systemPrefix));
  const numbers = own.filter(({ value }) => !Number.isNaN(value));
  const lack: Lack = own.length === 0 ? 'noMetric' : 'onlyNotANumber';
  return {
    fact: 'result',
    found: numbers.map(({ key, value }) => `${key} = ${value}`),
    lacks: numbers.length > 0 ? [] : [lack],
  };
}

/** Clients before logged models keep a model as files of the run. */
export const modelFile = 'MLmodel';

function modelOf({ models, files }: KnownRun): Fact {
  const ready = models.filter(({ status }) => status === 'READY').map(({ name, id }) => `${name} (${id})`);
  const asFiles = files.filter(({ path }) => baseOf(path) === modelFile).map(({ path }) => path);
  const found = ready.length > 0 ? ready : asFiles;
  const lack: Lack = models.length === 0 ? 'noModel' : 'modelNotReady';
  return { fact: 'model', found, lacks: found.length > 0 ? [] : [lack] };
}

/** Says in words that the model has none, such as a rule of today's practice. */
export const hyperparametersTag = 'peil.hyperparameters';

function hyperparametersOf({ params, models, tags }: KnownRun): Fact {
  const all = new Map([...params, ...models.flatMap((model) => model.params)].map(({ key, value }) => [key, value]));
  const found = [...all].map(([key, value]) => `${key} = ${value}`);
  const said = valueOf(tags, hyperparametersTag);
  if (found.length === 0 && said !== null) found.push(said);
  return { fact: 'hyperparameters', found, lacks: found.length > 0 ? [] : ['noParam'] };
}

function dataOf({ datasets }: KnownRun): Fact {
  const known = datasets.filter(({ version }) => version !== null);
  const found = (known.length > 0 ? known : datasets).map(({ name, digest, version }) =>
    version === null ? `${name} (${digest})` : `${name} (${version.sha256.slice(0, 12)})`,
  );
  if (known.length > 0) return { fact: 'data', found, lacks: [] };
  return { fact: 'data', found, lacks: [datasets.length === 0 ? 'noData' : 'unknownData'] };
}

export const gitTag = 'mlflow.source.git.';
export const environmentTags = ['peil.environment', 'mlflow.docker.image.id'];
export const environmentFiles = [
  'requirements.txt',
  'conda.yaml',
  'python_env.yaml',
  'uv.lock',
  'pylock.toml',
  'renv.lock',
];
/** The differences from the commit, as a file of the run: an empty one says that there are none. */
export const differenceFiles = ['git.diff', 'git.patch'];

function codeOf({ tags, models, files }: KnownRun): Fact {
  const said = [...tags, ...models.flatMap((model) => model.tags)];
  const commit = valueOf(said, `${gitTag}commit`);
  const hasCommit = commit !== null && /^[0-9a-f]{7,64}$/i.test(commit);
  const environment =
    files.find(({ path }) => environmentFiles.includes(baseOf(path)))?.path ??
    environmentTags.map((tag) => valueOf(said, tag)).find((value) => value !== null);
  const changes = changesOf(said, files);
  const lacks: Lack[] = [];
  if (!hasCommit) lacks.push('noCommit');
  if (typeof changes === 'object') lacks.push(changes.lack);
  if (environment === undefined) lacks.push('noEnvironment');
  const found = [hasCommit ? commit : null, typeof changes === 'string' ? changes : null, environment ?? null];
  return { fact: 'code', found: found.filter((each) => each !== null), lacks };
}

/** What was changed since the commit: a sentence of where that is kept, or why nobody knows. */
function changesOf(said: readonly KeyValue[], files: KnownRun['files']): string | { lack: Lack } {
  const file = files.find(({ path }) => differenceFiles.includes(path));
  if (file) return file.size_bytes === 0 ? 'clean' : file.path;
  const dirty = valueOf(said, `${gitTag}dirty`)?.toLowerCase();
  if (dirty === 'false') return 'clean';
  if ((valueOf(said, `${gitTag}diff`) ?? '') !== '') return `${gitTag}diff`;
  return { lack: dirty === 'true' ? 'changesLost' : 'changesUnknown' };
}

/** Names of files that a fact is read from. */
export const tellingFiles: readonly string[] = [modelFile, ...environmentFiles, ...differenceFiles];

export const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export function valueOf(tags: readonly KeyValue[], key: string): string | null {
  return tags.find((tag) => tag.key === key)?.value ?? null;
}
