import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mlflowRoutes } from '../../src/wire/mlflow/serve-mlflow.ts';
import type { TestPeil } from '../kit/app.ts';
import { nastyString } from '../kit/arbitrary-from-schema.ts';
import { describeEachDatabase } from '../kit/databases.ts';
import { wireTo } from '../kit/wire.ts';

/**
 * The protocol of MLflow, fuzzed: each address gets 200 messages (fixed seed) of the fields that it reads, fitting, nearly fitting
 * and not fitting at all. None may be answered by a 5xx, on which clients try again for minutes; a refusal says its code and why.
 */
const casesEach = 200;
const seed = 20_261_130;

type Known = Readonly<Record<string, string>>;

const anything = fc.jsonValue({ maxDepth: 2 });
const whole = fc.oneof(
  fc.integer({ min: -3, max: 2000 }),
  fc.maxSafeInteger(),
  fc.constantFrom('5', '-1', '9223372036854775807', '1e3', '', 1.5, 2 ** 53, -(2 ** 63)),
);
const decimal = fc.oneof(fc.double(), fc.constantFrom('NaN', 'Infinity', '-Infinity', '0.5', 'high', null));
const word = fc.oneof(
  fc.constantFrom('auc', 'team', 'a b', 'name', 'READY', 'FINISHED', 'true', '1', 'ALL'),
  nastyString,
);
const filter = fc.oneof(
  fc.constantFrom(
    "metrics.auc > 0.5 and params.a = '1'",
    "tags.`a b` IS NULL or name LIKE '%x_'",
    "run_id IN ('a')",
    "name = 'a' AND",
    '(((((',
    'metrics.auc > 1e999 and start_time > 99999999999999999999',
    "experiment_id IN ('0', 'x', '99999999999999999999')",
    'version_number > 1e30',
    'creation_timestamp = -1.5',
  ),
  nastyString,
  fc.tuple(word, fc.constantFrom('=', '!=', 'LIKE', 'IN', '>', 'IS'), word).map(([a, b, c]) => `tags.${a} ${b} '${c}'`),
);
const order = fc.oneof(
  fc.constantFrom('metrics.auc DESC', 'name', 'start_time asc', 'tags.`a b`', 'name DESC x'),
  nastyString,
);

/** What the fields of the protocol hold, by their names, which mean the same wherever they stand. */
function fieldNamed(name: string, known: Known): fc.Arbitrary<unknown> {
  const id = known[name];
  const fits = id === undefined ? byName(name, known) : fc.constant(id);
  return fc.oneof(
    { weight: 10, arbitrary: fits },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: nastyString },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

const keyValue = fc.record({ key: word, value: fc.oneof(word, anything) }, { requiredKeys: [] });
const lists = (known: Known): Readonly<Record<string, fc.Arbitrary<unknown>>> => ({
  metrics: fc.record(
    { key: word, value: decimal, timestamp: whole, step: whole, model_id: fieldNamed('model_id', known) },
    { requiredKeys: [] },
  ),
  params: keyValue,
  tags: keyValue,
  models: fc.record({ model_id: fieldNamed('model_id', known), step: whole }, { requiredKeys: [] }),
  datasets: fc.record(
    {
      tags: fc.array(keyValue, { maxLength: 2 }),
      dataset: fc.record({ name: word, digest: word, source_type: word, source: word, schema: word, profile: word }),
      dataset_name: word,
      dataset_digest: word,
    },
    { requiredKeys: [] },
  ),
  order_by: fc.oneof(order, fc.record({ field_name: order, ascending: fc.boolean() }, { requiredKeys: [] })),
  experiment_ids: fc.oneof(fc.constant(known['experiment_id'] ?? '0'), word),
  run_ids: fc.oneof(fc.constant(known['run_id'] ?? ''), word),
  stages: word,
});

function byName(name: string, known: Known): fc.Arbitrary<unknown> {
  const item = lists(known)[name];
  if (item) return fc.array(item, { maxLength: 4 });
  if (name === 'filter') return filter;
  if (/^(max_results|timestamp|step|\w+_(time|step))$/.test(name)) return whole;
  if (name === 'value') return fc.oneof(decimal, word);
  if (/^(archive|allow|ascending)/.test(name)) return fc.constantFrom(true, false, 'true', 'yes');
  if (name === 'model_json') return fc.oneof(fc.json(), nastyString);
  return word;
}

async function knownTo(peil: TestPeil): Promise<Known> {
  const wire = wireTo(peil);
  const named = `fuzz ${Math.round(performance.now() * 1000)}`;
  const { experiment_id } = (await wire('POST experiments/create', { name: named })).body;
  const { run } = (await wire('POST runs/create', { experiment_id })).body;
  const run_id = run.info.run_id;
  const { model } = (await wire('POST logged-models', { experiment_id, source_run_id: run_id })).body;
  await wire('POST registered-models/create', { name: named });
  await wire('POST model-versions/create', { name: named, source: 's3://bucket/x', run_id });
  const model_id = model.info.model_id;
  return { experiment_id, run_id, run_uuid: run_id, model_id, name: named, version: '1' };
}

async function isNoMistakeOfOurs(peil: TestPeil, request: InjectOptions): Promise<void> {
  const answer = await peil.app.inject(request);
  const told = `${JSON.stringify(request).slice(0, 2000)} -> ${answer.statusCode} ${answer.body.slice(0, 300)}`;
  if (answer.statusCode !== 501) expect(answer.statusCode, told).toBeLessThan(500);
  if (answer.statusCode < 400) return;
  const { error_code, message } = answer.json<{ error_code: string; message: string }>();
  expect(error_code, told).toMatch(/^[A-Z_]+$/);
  expect(message, told).not.toBe('');
}

const inAddress = (value: unknown): string =>
  encodeURIComponent((typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed());

function requestTo(route: (typeof mlflowRoutes)[number], known: Known) {
  const fields = Object.fromEntries(Object.keys(route.fields).map((name) => [name, fieldNamed(name, known)]));
  return fc.record({ message: fc.record(fields), how: fc.integer({ min: 0, max: 29 }) }).map(({ message, how }) => {
    const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => inAddress(message[name]) || '%20');
    const url = `/api/${path}`;
    const headers = { host: 'localhost', 'content-type': how === 1 ? 'text/plain' : 'application/json' };
    const { method } = route;
    if (method === 'GET') {
      const given = Object.entries(message).filter(([, value]) => value !== undefined);
      const query = given.flatMap(([name, value]) => [value].flat().map((each) => `${name}=${inAddress(each)}`));
      return { method, url: `${url}?${query.join('&')}`, headers };
    }
    const body = JSON.stringify(message);
    return { method, url, headers, payload: how === 2 ? '{"cut": ' : how === 3 ? JSON.stringify(body) : body };
  });
}

const proxied = fc.record({
  method: fc.constantFrom('GET', 'PUT', 'DELETE', 'POST'),
  below: fc.constantFrom('artifacts', 'mpu/create', 'mpu/complete', 'mpu/abort', 'presigned'),
  parts: fc.array(fc.oneof(word, fc.constantFrom('..', '.', '%2e%2e', '%252e', 'a', '0', 'models')), { maxLength: 5 }),
  range: fc.constantFrom('bytes=0-', 'bytes=5-1', 'bytes=-0', 'bytes=99999999999999999999-', 'x', ''),
  body: fc.oneof(fc.json(), nastyString),
});

describeEachDatabase('the protocol of MLflow under fuzz', ({ openPeil }) => {
  let peil: TestPeil;
  beforeAll(async () => {
    peil = await openPeil();
  });
  afterAll(() => peil.close());

  describe.each(mlflowRoutes.map((route) => ({ ...route, at: `${route.method} ${route.path}` })))('$at', (route) => {
    test(`DS1 ${casesEach} messages, no 5xx`, async () => {
      const known = await knownTo(peil);
      await fc.assert(
        fc.asyncProperty(requestTo(route, known), (request) => isNoMistakeOfOurs(peil, request)),
        { numRuns: casesEach, seed, endOnFailure: true },
      );
    });
  });

  test('DS1 1,000 messages to the proxy of artifacts, no 5xx', async () => {
    const { experiment_id, run_id } = await knownTo(peil);
    await fc.assert(
      fc.asyncProperty(proxied, fc.boolean(), async ({ method, below, parts, range, body }, isOfRun) => {
        const under = isOfRun ? `${experiment_id}/${run_id}/artifacts/` : '';
        const path = parts.map((part) => (part.startsWith('%2') ? part : inAddress(part))).join('/');
        const url = `/api/2.0/mlflow-artifacts/${below}/${under}${path}`;
        const headers = { host: 'localhost', range, 'content-type': 'application/json' };
        const payload = method === 'GET' ? {} : { payload: body };
        // Where the dots lead it elsewhere, others answer in words of their own.
        const { statusCode } = await peil.app.inject({ method: method as 'GET', url, headers, ...payload });
        if (statusCode !== 501) expect(statusCode, `${method} ${url}`).toBeLessThan(500);
      }),
      { numRuns: 1000, seed, endOnFailure: true },
    );
  });
});
