import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';

describeEachDatabase('the server, as clients of MLflow ask for it', (kit) => {
  let peil: TestPeil;
  beforeAll(async () => {
    peil = await kit.openPeil();
  });
  afterAll(() => peil.close());

  test('DS1 it says in plain text that it is well, and which level of the protocol it speaks', async () => {
    for (const [url, body] of [
      ['/health', 'OK'],
      ['/version', '3.3.2'],
    ] as const) {
      const answer = await peil.app.inject({ method: 'GET', url });
      expect([answer.statusCode, answer.body], url).toEqual([200, body]);
      expect(answer.headers['content-type']).toMatch(/^text\/plain/);
    }
    for (const prefix of ['/api', '/ajax-api']) {
      const answer = await peil.app.inject({ method: 'GET', url: `${prefix}/3.0/mlflow/server-info` });
      expect(answer.json()).toMatchObject({ store_type: 'SqlStore', workspaces_enabled: false });
    }
  });

  test.each([
    'GET /api/2.0/mlflow/nothing/of-this',
    'POST /api/3.0/mlflow/scorers/register',
    'PATCH /ajax-api/2.0/mlflow/nothing',
    'POST /ajax-api/3.0/mlflow/jobs',
    'DELETE /ajax-api/mlflow/nothing',
    'POST /v1/traces',
    'POST /graphql',
    'POST /gateway/proposal/mlflow/invocations',
    'GET /api/4.0/mlflow/traces',
    'PUT /api/2.0/mlflow/runs/create',
  ])(
    'DS1 an address that is not served is refused in the words of the protocol, and tried once: %s',
    async (address) => {
      const [method = '', url = ''] = address.split(' ');
      const headers = { 'content-type': 'application/x-protobuf' };
      const payload = method === 'GET' ? undefined : Buffer.from([10, 0, 255]);
      const answer = await peil.app.inject({ method: method as 'GET', url, headers, ...(payload ? { payload } : {}) });
      expect([answer.statusCode, answer.json().error_code]).toEqual([404, 'ENDPOINT_NOT_FOUND']);
      expect(answer.json().message).toContain(`${method} ${url}`);
    },
  );

  test.each(['POST artifacts/presigned-upload-url', 'POST webhooks', 'GET webhooks/1', 'POST webhooks/1/test'])(
    'DS1 what the protocol has and Peil does not is said to be so: %s',
    async (address) => {
      const [method = '', path = ''] = address.split(' ');
      const answer = await peil.app.inject({ method: method as 'GET', url: `/api/2.0/mlflow/${path}` });
      expect([answer.statusCode, answer.json().error_code]).toEqual([501, 'NOT_IMPLEMENTED']);
    },
  );
});

test('DS1 under a base path, kept or taken off by the proxy, the protocol is at the same addresses', async () => {
  const peil = await openTestPeil({ basePath: '/peil/' });
  for (const at of ['/peil', '']) {
    const ask = async (path: string) => (await peil.app.inject({ method: 'GET', url: `${at}${path}` })).statusCode;
    expect(await ask('/health')).toBe(200);
    expect(await ask('/version')).toBe(200);
    expect(await ask('/api/2.0/mlflow/experiments/get?experiment_id=0')).toBe(200);
  }
  await peil.close();
});
