import { Random } from './random.ts';

/** What both servers are filled with. Things name one another by their place in these lists: ids differ from server to server. */
export interface Store {
  experiments: readonly { name: string; tags: Tags; isDeleted: boolean }[];
  runs: readonly StoredRun[];
  models: readonly StoredModel[];
  registered: readonly { name: string; tags: Tags; versions: readonly StoredVersion[]; isTouched: boolean }[];
}

export type Tags = Readonly<Record<string, string>>;
/** JSON of the protocol writes what is not finite as text. */
export type Value = number | 'NaN' | 'Infinity' | '-Infinity';
export interface Point {
  key: string;
  value: Value;
  step: number;
  timestamp: number;
}

export interface StoredRun {
  experiment: number;
  /** null: the server finds one */
  name: string | null;
  user: string;
  startedAt: number;
  endedAt: number | null;
  status: string;
  points: readonly Point[];
  params: Tags;
  tags: Tags;
  datasets: readonly { name: string; digest: string; context: string | null }[];
  isDeleted: boolean;
}

export interface StoredModel {
  experiment: number;
  run: number;
  name: string;
  type: string;
  params: Tags;
  tags: Tags;
  /** null: still pending */
  status: 'LOGGED_MODEL_READY' | 'LOGGED_MODEL_UPLOAD_FAILED' | null;
  points: readonly (Point & { dataset: { name: string; digest: string } | null })[];
}

export interface StoredVersion {
  run: number;
  source: string;
  tags: Tags;
  stage: string | null;
  isDeleted: boolean;
}

/** Words that mean something to a database: signs of patterns, quotes, capitals, letters beyond ASCII. */
export const words = [
  'Tree',
  'tree',
  'lin_ear',
  'LINear',
  '10%',
  'a*b',
  'what?',
  '[x]',
  'a\\b',
  "it''s",
  'Ünï',
  'blue sky',
  '',
];
export const metricKeys = ['auc', 'rmse', 'val acc', 'a.b/c', 'loss'];
/** The one metric that is sometimes not a number. */
export const nanKey = 'loss';
export const paramKeys = ['kind', 'depth', 'learning rate'];
export const tagKeys = ['team', 'mlflow.source.name', 'with space'];
export const datasets = [
  { name: 'flights', digest: 'd1' },
  { name: 'Flights', digest: 'd2' },
  { name: 'strikes_late', digest: 'd3' },
  { name: 'held out', digest: 'd1' },
];
export const contexts = ['training', 'test', 'Training'];
export const statuses = ['RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'];
export const begin = 1_700_000_000_000;

export function randomStore(seed: number): Store {
  const random = new Random(seed);
  const experiments = random.times(14, (index) => ({
    name: `${random.one(words)} experiment ${index}`,
    tags: facts(random, tagKeys),
    isDeleted: index > 5 && random.happens(0.25),
  }));
  const starts = random.shuffled(random.times(180, (index) => begin + index * 1000));
  const runs = starts.map((startedAt) => run(random, startedAt));
  const models = random.times(45, (): StoredModel => model(random, runs.length));
  const registered = random.times(16, (index) => ({
    name: `${random.one(words.slice(0, -1))} model ${index}`,
    tags: facts(random, tagKeys),
    versions: random.times(random.below(5), () => version(random, runs.length)),
    isTouched: random.happens(0.3),
  }));
  return { experiments, runs, models, registered };
}

function facts(random: Random, keys: readonly string[]): Tags {
  return Object.fromEntries(random.some(keys, 0.7).map((key) => [key, random.one(words)]));
}

function run(random: Random, startedAt: number): StoredRun {
  const status = random.one(statuses);
  return {
    experiment: random.below(5),
    name: random.happens(0.8) ? `${random.one(words)} run ${random.below(30)}` : null,
    user: random.one(['eva', 'Dirk', 'sam_1']),
    startedAt,
    endedAt: ['RUNNING', 'SCHEDULED'].includes(status) ? null : startedAt + random.below(5) * 500,
    status,
    points: points(random),
    params: facts(random, paramKeys),
    tags: facts(random, tagKeys),
    datasets: random
      .some(datasets, 0.25)
      .map((each) => ({ ...each, context: random.happens(0.8) ? random.one(contexts) : null })),
    isDeleted: random.happens(0.1),
  };
}

/** Of each metric one to three points, in no order: only the last of them counts. */
function points(random: Random): Point[] {
  return random.some(metricKeys, 0.7).flatMap((key) =>
    random.times(1 + random.below(3), () => ({
      key,
      value: value(random, key),
      step: random.below(4) - 1,
      timestamp: begin + random.below(3),
    })),
  );
}

/** Few different ones, so that equal ones meet. */
function value(random: Random, key: string): Value {
  if (key === nanKey && random.happens(0.3)) return 'NaN';
  if (key === 'rmse' && random.happens(0.15)) return random.one(['Infinity', '-Infinity'] as const);
  return random.below(12) / 4 - 1;
}

function model(random: Random, runs: number): StoredModel {
  return {
    experiment: random.below(5),
    run: random.below(runs),
    name: `${random.one(['Tree', 'tree', 'lin_ear', 'blue sky', '10*'])} ${random.below(20)}`,
    type: random.one(['agent', 'Classifier', '']),
    params: facts(random, paramKeys),
    tags: facts(random, tagKeys),
    status: random.one(['LOGGED_MODEL_READY', 'LOGGED_MODEL_UPLOAD_FAILED', null]),
    points: random.some(['auc', 'val acc'], 0.7).map((key) => ({
      key,
      value: random.below(12) / 4 - 1,
      step: 0,
      timestamp: begin,
      dataset: random.happens(0.7) ? random.one(datasets) : null,
    })),
  };
}

function version(random: Random, runs: number): StoredVersion {
  return {
    run: random.below(runs),
    source: `s3://bucket/${random.one(['Tree', 'tree', 'lin_ear', 'a*b'])}/${random.below(9)}`,
    tags: facts(random, tagKeys),
    stage: random.happens(0.3) ? random.one(['Staging', 'Production', 'Archived']) : null,
    isDeleted: random.happens(0.1),
  };
}
