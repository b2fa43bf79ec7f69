import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';

/** A way out of a folder, in each encoding that somebody would decode. */
const waysOut = [
  '../../../../peil-escaped',
  '..%2f..%2fpeil-escaped',
  '%2e%2e/%2e%2e/peil-escaped',
  '%252e%252e%252fpeil-escaped',
  '%25252e%25252e%25252fpeil-escaped',
  '..%5c..%5cpeil-escaped',
  '%2fetc%2fpasswd',
  'C:%5cpeil-escaped',
  '%5c%5chost%5cshare',
  'a/..%2f..%2fpeil-escaped',
  'a%00b',
  'a%0d%0ab',
  'a%23b',
];

const statements = [
  "'; drop table run; --",
  'metrics.a > 1; delete from run',
  "params.a = 'x' or 1 = 1 --",
  "tags.`a` = 'x') union select * from user --",
  "attributes.run_id in ('a'); --')",
  "params.a = '\u0000'",
  `${'('.repeat(5000)}metrics.a > 1${')'.repeat(5000)}`,
  'metrics.a > 1 and '.repeat(20_000),
  `attributes.run_id in (${"'a', ".repeat(40_000)}'a')`,
];

const orders = [
  'metrics.a; drop table run',
  'start_time desc, (select 1)',
  'metrics.`a` asc nulls first',
  "'",
  '',
  'a b c d',
];

const ids = [
  '../x',
  '%2e%2e',
  "1' or '1'='1",
  '1;drop table run',
  '\u202e',
  'x'.repeat(100_000),
  '-1',
  '1e3',
  '0x0',
  'NaN',
  '9'.repeat(40),
];

const sources = [
  'file:///etc/passwd',
  '/etc/passwd',
  '../../etc',
  'C:\\Windows',
  '\\\\host\\share',
  'mlflow-artifacts:/../secret',
  'mlflow-artifacts:/%2e%2e/secret',
  'mlflow-artifacts://other-host/a',
  'mlflow-artifacts:/0/another-run/artifacts',
  'runs:/../x',
  'runs:/unknown/model',
  'models:/../x',
  'models:/m-00000000000000000000000000000000',
  's3://bucket/%2e%2e/secret',
  'http://127.0.0.1/..%252f..%252fsecret',
];

describeEachDatabase('what nobody means well', (kit) => {
  let peil: TestPeil;
  let wire: Wire;
  let run_id: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    wire = wireTo(peil);
    await peil.app.listen({ host: '127.0.0.1', port: 0 });
    run_id = (await wire('POST runs/create', {})).body.run.info.run_id;
    await wire('POST registered-models/create', { name: 'Flights' });
  });
  afterAll(() => peil.close());

  /** As it is, without the tidying that most clients do: the status of what it is answered. */
  const raw = async (method: string, path: string, headers: Record<string, string> = {}): Promise<number> => {
    const { port } = peil.app.server.address() as AddressInfo;
    const asked = request({ host: '127.0.0.1', port, method, path, agent: false, headers });
    asked.end(method === 'GET' ? '' : '{"path":"a","num_parts":1}');
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    // It is refused before all of it was sent, and the line is closed.
    asked.on('error', () => undefined);
    answer.on('error', () => undefined).resume();
    return answer.statusCode ?? 0;
  };
  const refused = (status: number, what: string) =>
    expect(status >= 400 && status < 500, `${what}: ${status}`).toBe(true);
  const escaped = async () => {
    const { dataFolder } = peil.services.config;
    const names = await readdir(dataFolder, { recursive: true });
    return names.some((name) => name.includes('peil-escaped')) || existsSync(join(dirname(dataFolder), 'peil-escaped'));
  };

  test.each(waysOut)('DS1 no address of artifacts leads out of its folder: %s', async (way) => {
    const below = `/api/2.0/mlflow-artifacts`;
    const json = { 'content-type': 'application/json' };
    for (const [method, path] of [
      ['GET', `${below}/artifacts/0/${run_id}/artifacts/${way}`],
      ['PUT', `${below}/artifacts/0/${run_id}/artifacts/${way}`],
      ['DELETE', `${below}/artifacts/0/${run_id}/artifacts/${way}`],
      ['GET', `${below}/artifacts?path=0/${run_id}/artifacts/${way}`],
      ['POST', `${below}/mpu/create/0/${run_id}/artifacts/${way}`],
      ['GET', `${below}/presigned/0/${run_id}/artifacts/${way}`],
      ['GET', `/get-artifact?run_id=${run_id}&path=${way}`],
      ['GET', `/api/2.0/mlflow/artifacts/list?run_id=${run_id}&path=${way}`],
    ] as const)
      refused(await raw(method, path, json), `${method} ${path}`);
    expect(await escaped()).toBe(false);
  });

  test('DS1 a filter or an order is never a statement, however it is written', async () => {
    for (const filter of statements)
      for (const address of [
        'POST runs/search',
        'POST experiments/search',
        'POST logged-models/search',
        'GET registered-models/search',
        'GET model-versions/search',
      ]) {
        if (address.startsWith('GET') && filter.length > 2000) continue;
        const asked = { filter, experiment_ids: ['0'], max_results: 10 };
        refused((await wire(address, asked)).status, `${address} ${filter.slice(0, 60)}`);
      }
    for (const order of orders) {
      const asked = { experiment_ids: ['0'], order_by: [order] };
      refused((await wire('POST runs/search', asked)).status, `order ${order}`);
    }
    expect((await wire('GET runs/get', { run_id })).status).toBe(200);
  });

  test('DS1 no id is more than an id', async () => {
    for (const id of ids) {
      refused((await wire('POST runs/update', { run_id: id, status: 'FINISHED' })).status, `update ${id.slice(0, 20)}`);
      refused((await wire('POST experiments/delete', { experiment_id: id })).status, `experiment ${id.slice(0, 20)}`);
      refused((await wire('POST runs/log-batch', { run_id: id })).status, `batch ${id.slice(0, 20)}`);
      if (id.length < 2000) {
        refused((await wire('GET runs/get', { run_id: id })).status, `get ${id}`);
        const model = `/api/2.0/mlflow/logged-models/${encodeURIComponent(id)}`;
        refused((await peil.app.inject(model)).statusCode, model);
      }
    }
    const { body } = await wire('POST runs/search', { experiment_ids: ids });
    expect(body).toEqual({});
  });

  test('DS4 no source of a version opens what is not of its run, and nothing is fetched from it', async () => {
    for (const source of sources)
      refused((await wire('POST model-versions/create', { name: 'Flights', source, run_id })).status, source);
    let visits = 0;
    const inside = createServer((_request, answer) => {
      visits += 1;
      answer.end();
    });
    await once(inside.listen(0, '127.0.0.1'), 'listening');
    const address = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/secret`;
    await wire('POST model-versions/create', { name: 'Flights', source: address, run_id });
    await wire('POST experiments/create', { name: 'Inside', artifact_location: address });
    const dataset = { name: 'inside', digest: 'd', source_type: 'http', source: JSON.stringify({ url: address }) };
    await wire('POST runs/log-inputs', { run_id, datasets: [{ dataset }] });
    await peil.services.jobs.runDue();
    await new Promise((resolve) => inside.close(resolve));
    expect(visits).toBe(0);
  });

  test('DS1 what is too long, too deep or of another shape is refused, and what there is stays', async () => {
    const key = 'k'.repeat(300_000);
    const point = { run_id, value: 1, timestamp: 1 };
    for (const [what, asked] of [
      ['POST runs/log-metric', { ...point, key }],
      ['POST runs/log-metric', { ...point, key: '../../a' }],
      ['POST runs/log-metric', { ...point, key: '__proto__\u0000' }],
      ['POST runs/log-parameter', { run_id, key, value: '1' }],
      ['POST runs/set-tag', { run_id, key, value: '1' }],
      ['POST experiments/create', { name: key }],
      ['POST experiments/create', { name: 'a', artifact_location: 7 }],
      ['POST registered-models/create', { name: key }],
      ['POST runs/search', { experiment_ids: ['0'], page_token: 'bm90IGEgdG9rZW4=' }],
      ['POST runs/search', { experiment_ids: ['0'], max_results: 1e9 }],
      ['POST runs/log-batch', { run_id, metrics: Array.from({ length: 1001 }, () => ({ ...point, key: 'a' })) }],
    ] as const)
      refused((await wire(what, asked)).status, what);
    const url = '/api/2.0/mlflow/runs/log-batch';
    const post = async (payload: string, type = 'application/json') =>
      (await peil.app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } })).statusCode;
    for (const body of ['[]', 'null', '7', '{', '"{}"x', '['.repeat(100_000), '\u0000'])
      refused(await post(body), body.slice(0, 10));
    refused(await post(JSON.stringify({ run_id }), 'text/xml'), 'another type');
    expect(await post(`{"run_id":"${run_id}","__proto__":{"metrics":[{}]},"constructor":{"prototype":{"a":1}}}`)).toBe(
      200,
    );
    expect(({} as { a?: number }).a).toBeUndefined();
    const tooLarge = await post(`{"run_id":"${'x'.repeat(17 * 1024 * 1024)}"}`);
    expect(tooLarge).toBe(413);
  });

  test('DS1 no header opens anything', async () => {
    const get = `/api/2.0/mlflow/runs/get?run_id=${run_id}`;
    refused(await raw('GET', get, { host: 'evil.example' }), 'another host');
    refused(await raw('POST', '/api/2.0/mlflow/runs/search', { origin: 'https://evil.example' }), 'another page');
    refused(await raw('GET', get, { 'x-long': 'x'.repeat(100_000) }), 'too long');
    const headers = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-for': '8.8.8.8',
      'x-mlflow-workspace': "'; drop",
    };
    // Nobody told Peil of a proxy: what says that it comes through one is not believed.
    refused(await raw('GET', get, headers), 'a proxy');
    const at = `/api/2.0/mlflow-artifacts/artifacts/0/${run_id}/artifacts/ranged`;
    await peil.app.inject({ method: 'PUT', url: at, payload: '0123456789' });
    for (const range of ['bytes=9-1', 'bytes=99999999999999999999-', 'bytes=10-'])
      expect(await raw('GET', at, { range }), range).toBe(416);
    for (const range of ['bytes=-0', 'bytes=0-0,1-1', 'bytes=a-b', 'bytes=-99999999999999999999'])
      expect([200, 206, 416], range).toContain(await raw('GET', at, { range }));
  });

  test('DS1 an archive among artifacts is one file: nothing in it is ever taken out', async () => {
    const archive = Buffer.from('PK\u0003\u0004../../../peil-escaped');
    const at = `/api/2.0/mlflow-artifacts/artifacts/0/${run_id}/artifacts/model.zip`;
    await peil.app.inject({ method: 'PUT', url: at, payload: archive });
    expect((await peil.app.inject(at)).rawPayload).toEqual(archive);
    const { files } = (await wire('GET artifacts/list', { run_id })).body;
    expect(files).toContainEqual({ path: 'model.zip', is_dir: false, file_size: archive.length });
    expect(await escaped()).toBe(false);
  });
});
