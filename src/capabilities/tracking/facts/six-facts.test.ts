import { expect, test } from 'vitest';
import type { FactName } from '../run.ts';
import { type KnownRun, type Lack, sixFactsOf } from './six-facts.ts';

const tag = (key: string, value: string) => ({ key, value });
const version = { id: 'v1', sha256: 'ab'.repeat(32) };
const model = { id: 'm-1', name: 'model', status: 'READY' as const, params: [], tags: [] };
const file = (path: string, size_bytes = 10) => ({ path, size_bytes });
const commit = tag('mlflow.source.git.commit', '2cc66eb66d919bb0a234e0d166acd03144c8b060');

/** A run that lacks nothing. */
const whole: KnownRun = {
  status: 'FINISHED',
  startedAt: 1,
  endedAt: 2,
  metrics: [{ key: 'auc', value: 0.9 }],
  params: [{ key: 'C', value: '1.0' }],
  tags: [commit],
  datasets: [{ name: 'Flights', digest: '7985d002', version }],
  models: [model],
  files: [file('git.diff', 0), file('requirements.txt')],
};

test('DS1 a run with all six facts lacks nothing', () => {
  const facts = sixFactsOf(whole);
  expect(facts.map(({ fact, found }) => [fact, found])).toEqual([
    ['time', ['1970-01-01T00:00:00.001Z', '1970-01-01T00:00:00.002Z']],
    ['result', ['auc = 0.9']],
    ['model', ['model (m-1)']],
    ['hyperparameters', ['C = 1.0']],
    ['data', ['Flights (abababababab)']],
    ['code', [commit.value, 'clean', 'requirements.txt']],
  ]);
  expect(facts.every(({ lacks }) => lacks.length === 0)).toBe(true);
});

test.each<[what: string, changed: Partial<KnownRun>, fact: FactName, lacks: Lack[]]>([
  ['still runs', { status: 'RUNNING', endedAt: null }, 'time', ['notEnded']],
  ['says finished, but not when', { endedAt: null }, 'time', ['notEnded']],
  ['broke off', { status: 'FAILED' }, 'time', ['failed']],
  ['was stopped', { status: 'KILLED', endedAt: null }, 'time', ['failed']],
  ['never said when it began', { startedAt: null }, 'time', ['noStart']],
  ['measured nothing', { metrics: [] }, 'result', ['noMetric']],
  ['measured only its machine', { metrics: [{ key: 'system/cpu', value: 1 }] }, 'result', ['noMetric']],
  ['measured no number', { metrics: [{ key: 'auc', value: NaN }] }, 'result', ['onlyNotANumber']],
  ['made no model', { models: [] }, 'model', ['noModel']],
  ['did not send its model', { models: [{ ...model, status: 'PENDING' }] }, 'model', ['modelNotReady']],
  ['gave no parameters', { params: [] }, 'hyperparameters', ['noParam']],
  ['named no data', { datasets: [] }, 'data', ['noData']],
  ['named unknown data', { datasets: [{ name: 'rows', digest: '1', version: null }] }, 'data', ['unknownData']],
  ['has no commit', { tags: [] }, 'code', ['noCommit']],
  ['has a commit that is none', { tags: [tag('mlflow.source.git.commit', 'main')] }, 'code', ['noCommit']],
  ['does not know of changes', { files: [file('conda.yaml')] }, 'code', ['changesUnknown']],
  [
    'has lost its changes',
    { tags: [commit, tag('mlflow.source.git.dirty', 'true')], files: [file('conda.yaml')] },
    'code',
    ['changesLost'],
  ],
  ['has no environment', { files: [file('git.diff')] }, 'code', ['noEnvironment']],
  ['knows nothing of its code', { tags: [], files: [] }, 'code', ['noCommit', 'changesUnknown', 'noEnvironment']],
])('DS1 a run that %s is shown so', (...[, changed, name, lacks]) => {
  const facts = sixFactsOf({ ...whole, ...changed });
  expect(facts.filter((fact) => fact.lacks.length > 0)).toMatchObject([{ fact: name, lacks }]);
});

test.each<[what: string, changed: Partial<KnownRun>, fact: FactName, found: string[]]>([
  [
    'a model as files of the run',
    { models: [], files: [...whole.files, file('model/MLmodel')] },
    'model',
    ['model/MLmodel'],
  ],
  [
    'parameters of its model',
    { params: [], models: [{ ...model, params: [tag('depth', '3')] }] },
    'hyperparameters',
    ['depth = 3'],
  ],
  [
    'that it has no parameters',
    { params: [], tags: [commit, tag('peil.hyperparameters', 'none')] },
    'hyperparameters',
    ['none'],
  ],
  [
    'known data beside unknown',
    { datasets: [{ name: 'dataset', digest: '0d052452', version: null }, ...whole.datasets] },
    'data',
    ['Flights (abababababab)'],
  ],
  [
    'its changes in a tag',
    {
      tags: [commit, tag('mlflow.source.git.dirty', 'True'), tag('mlflow.source.git.diff', '+ a')],
      files: [file('uv.lock')],
    },
    'code',
    [commit.value, 'mlflow.source.git.diff', 'uv.lock'],
  ],
  [
    'that it was clean in a tag of its model',
    { models: [{ ...model, tags: [tag('mlflow.source.git.dirty', 'false')] }], files: [file('model/python_env.yaml')] },
    'code',
    [commit.value, 'clean', 'model/python_env.yaml'],
  ],
  [
    'its image',
    { tags: [commit, tag('mlflow.docker.image.id', 'sha256:1')], files: [file('git.patch')] },
    'code',
    [commit.value, 'git.patch', 'sha256:1'],
  ],
])('DS1 a run may also give %s', (...[, changed, name, found]) => {
  const fact = sixFactsOf({ ...whole, ...changed }).find((each) => each.fact === name);
  expect(fact).toEqual({ fact: name, found, lacks: [] });
});
