import type { Question } from './question.ts';
import { Random } from './random.ts';
import { begin, contexts, datasets, metricKeys, paramKeys, statuses, tagKeys, words } from './store.ts';

/** How many of each; 300 in all. */
const counts = { runs: 150, experiments: 35, models: 45, registered: 30, versions: 40 } as const;

export function randomQuestions(seed: number): Question[] {
  const random = new Random(seed);
  return Object.entries(counts).flatMap(([of, count]) =>
    random.times(count, () => randomQuestion(random, of as Question['of'])),
  );
}

function randomQuestion(random: Random, of: Question['of']): Question {
  const { comparisons, orders, wrong } = grammars[of];
  const asked = random.times(random.below(4), () => random.one(comparisons)(random));
  if (random.happens(0.12)) asked.push(random.one(wrong));
  return {
    of,
    filter: joined(random, asked),
    orderBy: random
      .shuffled(orders)
      .slice(0, random.below(3))
      .map((key) => ordered(random, key, of)),
    pageSize: random.one([1, 3, 7, 20, 100]),
    view: random.one(['ACTIVE_ONLY', 'ACTIVE_ONLY', 'DELETED_ONLY', 'ALL'] as const),
    experiments: random.some([0, 1, 2, 3, 4], 0.75),
    datasets: of === 'models' && random.happens(0.25) ? [dataset(random)] : [],
  };
}

function dataset(random: Random): { dataset_name: string; dataset_digest?: string } {
  const { name, digest } = random.one(datasets);
  return { dataset_name: name, ...(random.happens(0.6) ? { dataset_digest: digest } : {}) };
}

function joined(random: Random, asked: readonly string[]): string {
  const filter = asked.join(random.one([' AND ', ' and ', '  AND\n']));
  return asked.length > 0 && random.happens(0.04) ? `${filter} AND ` : filter;
}

function ordered(random: Random, key: string, of: Question['of']): string {
  if (of !== 'models') return `${key}${random.one([' ASC', ' DESC', ' desc', ''])}`;
  const { name, digest } = random.one(datasets.filter((each) => !each.name.includes(' ')));
  const on = key.startsWith('metrics.') && random.happens(0.4) ? ` on ${name} ${digest}` : '';
  return `${key} ${random.one(['ASC', 'DESC'])}${on}`;
}

type Make = (random: Random) => string;

const number: Make = (random) => String(random.one([-1, -0.5, 0, 0.25, 0.5, 1, 1.25, 1.75, '-1e0', '.5', '2.5E-1']));
const ofNumbers: Make = (random) => random.one(['=', '!=', '>', '>=', '<', '<=']);
const quoted = (random: Random, value: string) => (random.happens(0.8) ? `'${value}'` : `"${value}"`);
const word: Make = (random) => quoted(random, random.one(words));

/** A piece of a word with signs of patterns in it. */
const pattern: Make = (random) =>
  quoted(
    random,
    random.one([
      '%',
      'tree%',
      'Tree%',
      '%_ear',
      'l_n%',
      '%0%',
      '%*%',
      'what_',
      '[x]',
      '%e',
      '',
      'blue%sky',
      '%\\%',
      'ünï%',
    ]),
  );

/** `metrics.auc`, `metric.\`val acc\``, `params."learning rate"` */
const name = (random: Random, prefixes: readonly string[], keys: readonly string[]): string => {
  const key = random.one(keys);
  const isPlain = /^[\w.]+$/.test(key);
  const marks = isPlain ? ['', '', '`', '"'] : ['`', '"'];
  const mark = random.one(marks);
  return `${random.one(prefixes)}.${mark}${key}${mark}`;
};

const compared = (random: Random, of: string): string =>
  random.happens(0.5)
    ? `${of} ${random.one(['=', '!='])} ${word(random)}`
    : `${of} ${random.one(['LIKE', 'ILIKE', 'like'])} ${pattern(random)}`;

/** Also whether it is there at all. */
const fact = (random: Random, prefixes: readonly string[], keys: readonly string[]): string => {
  const of = name(random, prefixes, keys);
  return random.happens(0.2) ? `${of} ${random.one(['IS NULL', 'IS NOT NULL', 'is null'])}` : compared(random, of);
};

const listOf = (random: Random, values: readonly string[]): string =>
  `(${values.map((value) => quoted(random, value)).join(random.one([', ', ',']))})`;

const runComparisons: readonly Make[] = [
  (random) => `${name(random, ['metrics', 'metric'], metricKeys)} ${ofNumbers(random)} ${number(random)}`,
  (random) => `${name(random, ['metrics'], metricKeys)}${random.one(['>', ' <=', '!='])}${number(random)}`,
  (random) => fact(random, ['params', 'param', 'parameters', 'parameter'], paramKeys),
  (random) => fact(random, ['tags', 'tag'], tagKeys),
  (random) =>
    `${random.one(['status', 'attributes.status', 'run.status'])} ${random.one(['=', '!='])} '${random.one(statuses)}'`,
  (random) =>
    compared(
      random,
      random.one(['run_name', 'attribute.run_name', '`run name`', 'attr.`Run Name`', 'tags.`mlflow.runName`']),
    ),
  (random) =>
    `user_id ${random.one(['=', '!=', 'LIKE', 'ILIKE'])} ${quoted(random, random.one(['eva', 'dirk', 'sam_1', '%a%']))}`,
  (random) =>
    `${random.one(['start_time', 'attributes.start_time', 'end_time', 'created', 'Created'])} ${ofNumbers(random)} ${begin + random.below(180) * 1000}`,
  (random) =>
    `run_id ${random.one(['IN', 'NOT IN'])} ${listOf(
      random,
      random.times(1 + random.below(4), () => `{run:${random.below(180)}}`),
    )}`,
  (random) => `attributes.run_id ${random.one(['=', '!='])} '{run:${random.below(180)}}'`,
  (random) => `artifact_uri LIKE '%{run:${random.below(180)}}%'`,
  (random) =>
    `${random.one(['datasets', 'dataset'])}.${random.one(['name', 'digest', 'context'])} ${random.one(['=', '!=', 'LIKE', 'ILIKE'])} '${random.one([...datasets.map((each) => each.name), ...contexts, 'd1', '%l%', '_1'])}'`,
  (random) =>
    `dataset.name ${random.one(['IN', 'NOT IN'])} ${listOf(
      random,
      random
        .some(datasets, 0.6)
        .map((each) => each.name)
        .concat('nothing'),
    )}`,
];

/** Refused there or here, or by one of them. */
const wrongOfAll = [
  'tags.team = team',
  "tags.team == 'Tree'",
  "tags.team <> 'Tree'",
  "tags.team > 'Tree'",
  "tags.team IN ('Tree')",
  'tags.team',
  'tags.team = ',
  "= 'Tree'",
  'tags.team LIKE 5',
  "nothing.of = 'this'",
  "tags.team = 'Tree' tags.team = 'Tree'",
  "tags.team = 'Tree', tags.team = 'Tree'",
  "tags.team = 'Tree' ; tags.team = 'Tree'",
  "AND tags.team = 'Tree'",
  "tags.team = 'Tree",
  "'Tree' = tags.team",
];
const wrongOfRuns = [
  ...wrongOfAll,
  "metrics.auc > '0.5'",
  'metrics.auc > +1',
  'metrics.auc = nan',
  'metrics.auc LIKE 1',
  'metrics.auc BETWEEN 0 AND 1',
  'metrics.auc IS NULL',
  'metrics.auc IN (1, 2)',
  'params.kind = 5',
  "params.kind > 'Tree'",
  "params.kind IN ('Tree')",
  "status IN ('FINISHED')",
  "start_time > 'now'",
  "run_name > 'a'",
  'run_id IN ()',
  "run_id IN ('a', 5)",
  'auc > 0.5',
  "experiment_id = '0'",
  "lifecycle_stage = 'active'",
  "datasets.source = 'x'",
  'dataset.name = 5',
];

/** There a text between double quotes is compared with its quotes. */
const asOfModels = (comparison: string): string => comparison.replaceAll('"', "'");

const onModels: readonly Make[] = [
  (random) => `metrics.${random.one(['auc', '`val acc`'])} ${ofNumbers(random)} ${number(random)}`,
  (random) => asOfModels(compared(random, `params.${random.one(['kind', '`depth`', '`learning rate`'])}`)),
  (random) => asOfModels(compared(random, `tags.${random.one(['team', '`team`', '`with space`'])}`)),
  (random) =>
    `${random.one(['name', 'attributes.name'])} ${random.one(['=', '!=', 'LIKE', 'ILIKE'])} '${random.one(['Tree 3', 'tree%', 'lin_%', '%1%', 'blue sky 4'])}'`,
  (random) => `model_type ${random.one(['=', '!='])} '${random.one(['agent', 'Classifier'])}'`,
  (random) => `status ${random.one(['=', '!='])} '${random.one(['READY', 'PENDING', 'FAILED'])}'`,
  (random) => `source_run_id ${random.one(['=', '!='])} '{run:${random.below(180)}}'`,
  (random) => `model_id ${random.one(['=', '!='])} '{model:${random.below(45)}}'`,
  (random) => `name ${random.one(['IN', 'NOT IN'])} ('Tree 3', 'tree 4', 'blue sky 1')`,
  (random) =>
    `${random.one(['creation_timestamp', 'creation_time'])} ${ofNumbers(random)} {modelCreated:${random.below(45)}}`,
];

const experimentComparisons: readonly Make[] = [
  (random) => compared(random, random.one(['name', 'attribute.name'])).replace(/'(\w)/, "'%$1"),
  (random) =>
    `name ${random.one(['LIKE', 'ILIKE'])} '%${random.one(['experiment 1', 'EXPERIMENT', 'tree', 'Tree', '_ear', '*', '[x]'])}%'`,
  (random) => fact(random, ['tags', 'tag'], tagKeys),
  (random) => `experiment_id ${random.one(['=', '!='])} '{experiment:${random.below(14)}}'`,
  (random) => `experiment_id ${random.one(['IN', 'NOT IN'])} ('{experiment:${random.below(14)}}', '0')`,
  (random) => `creation_time ${ofNumbers(random)} {experimentCreated:${random.below(14)}}`,
];

const registeredComparisons: readonly Make[] = [
  (random) =>
    `name ${random.one(['LIKE', 'ILIKE'])} '%${random.one(['model 1', 'MODEL', 'tree', 'Tree', '_ear', '*', '[x]'])}%'`,
  (random) => `name ${random.one(['=', '!='])} '${random.one(words)} model ${random.below(16)}'`,
  (random) => compared(random, name(random, ['tags', 'tag'], tagKeys)),
];

const versionComparisons: readonly Make[] = [
  ...registeredComparisons,
  (random) => `version_number ${ofNumbers(random)} ${1 + random.below(4)}`,
  (random) => `run_id = '{run:${random.below(180)}}'`,
  (random) =>
    `run_id IN ${listOf(
      random,
      random.times(20, () => `{run:${random.below(180)}}`),
    ).replaceAll('"', "'")}`,
  (random) =>
    `source_path ${random.one(['=', '!=', 'LIKE', 'ILIKE'])} '${random.one(['s3://bucket/Tree/3', 's3://bucket/tree%', '%lin_ear%', '%a*b%'])}'`,
];

const wrongOfRegistry = [
  ...wrongOfAll,
  "description = 'x'",
  'creation_time > 5',
  "name > 'a'",
  'name = 5',
  "name IN ('a')",
];

interface Grammar {
  comparisons: readonly Make[];
  orders: readonly string[];
  wrong: readonly string[];
}

const grammars: Readonly<Record<Question['of'], Grammar>> = {
  runs: {
    comparisons: runComparisons,
    orders: [
      'metrics.auc',
      'metric.rmse',
      'metrics.loss',
      'metrics.`val acc`',
      'params.kind',
      'params.depth',
      'tags.team',
      'tags.`with space`',
      'start_time',
      'attributes.end_time',
      'status',
      'run_name',
      'attribute.user_id',
      'Created',
    ],
    wrong: wrongOfRuns,
  },
  experiments: {
    comparisons: experimentComparisons,
    orders: ['name', 'creation_time', 'experiment_id'],
    wrong: [...wrongOfAll, 'name = 5', "name > 'a'", "lifecycle_stage = 'active'", "name IN ('a')"],
  },
  models: {
    comparisons: onModels,
    orders: ['metrics.auc', 'metrics.val acc', 'name', 'model_type', 'creation_timestamp', 'status'],
    wrong: [
      ...wrongOfAll,
      "metrics.auc = '1'",
      "name = 'Tree' and status = 'READY'",
      "name > 'a'",
      'tags.team IS NULL',
    ],
  },
  registered: {
    comparisons: registeredComparisons,
    orders: ['name', 'timestamp', 'last_updated_timestamp', 'creation_timestamp'],
    wrong: wrongOfRegistry,
  },
  versions: {
    comparisons: versionComparisons,
    orders: ['name', 'version_number', 'creation_timestamp', 'last_updated_timestamp'],
    wrong: [...wrongOfRegistry, "version = '1'", "version_number = '1'", "current_stage = 'Production'"],
  },
};
