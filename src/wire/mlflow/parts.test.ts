import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';

const at = '/api/2.0/mlflow-artifacts';

interface Credential {
  url: string;
  part_number: number;
  headers: Record<string, string>;
}

const pathOf = (url: string) => new URL(url).pathname;

describeEachDatabase('artifacts in parts', (kit) => {
  let peil: TestPeil;
  let wire: Wire;
  let run_id: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    wire = wireTo(peil);
    run_id = (await wire('POST runs/create', {})).body.run.info.run_id;
  });
  afterAll(() => peil.close());

  const post = (what: string, payload: object, folder = `0/${run_id}/artifacts/model`) =>
    peil.app.inject({ method: 'POST', url: `${at}/mpu/${what}/${folder}`, payload });
  /** As clients name a file: by its whole path on their own machine. */
  const path = '/home/somebody/model/weights.bin';
  const create = async (num_parts = 3): Promise<{ upload_id: string; credentials: Credential[] }> =>
    (await post('create', { path, num_parts })).json();
  const send = async ({ url, headers }: Credential, payload: string) => {
    const answer = await peil.app.inject({ method: 'PUT', url: pathOf(url), headers, payload });
    return { status: answer.statusCode, etag: String(answer.headers['etag']) };
  };
  const get = async () => {
    const answer = await peil.app.inject(`${at}/artifacts/0/${run_id}/artifacts/model/weights.bin`);
    return answer.statusCode === 200 ? answer.body : answer.statusCode;
  };
  const folder = () => join(peil.services.config.dataFolder, 'artifact-uploads');

  test('DS1 parts that arrive in any order, also twice, are one file in the end', async () => {
    const { upload_id, credentials } = await create();
    expect(credentials.map(({ part_number }) => part_number)).toEqual([1, 2, 3]);
    const parts: object[] = [];
    for (const [index, text] of [
      [2, 'ghi'],
      [0, 'wrong'],
      [1, 'def'],
      [0, 'abc'],
    ] as const) {
      const credential = credentials[index] as Credential;
      const { status, etag } = await send(credential, text);
      expect(status).toBe(200);
      if (text !== 'wrong') parts.push({ part_number: credential.part_number, etag, url: credential.url });
    }
    expect(await get()).toBe(404);
    expect((await post('complete', { path, upload_id, parts })).statusCode).toBe(200);
    expect(await get()).toBe('abcdefghi');
    expect(existsSync(join(folder(), upload_id))).toBe(false);
    expect((await post('complete', { path, upload_id, parts })).statusCode).toBe(404);
  });

  test('DS1 a file of which a part is missing or another one is not kept, and an upload can be given up', async () => {
    const { upload_id, credentials } = await create(2);
    const [first, second] = credentials as [Credential, Credential];
    const { etag } = await send(first, 'abc');
    const said = (tag: string) => [
      { part_number: 1, etag },
      { part_number: 2, etag: tag },
    ];
    expect((await post('complete', { path, upload_id, parts: said('"x"') })).statusCode).toBe(400);
    const later = await send(second, 'def');
    expect((await post('complete', { path, upload_id, parts: said(etag) })).statusCode).toBe(400);
    expect((await post('complete', { path: 'other.bin', upload_id, parts: said(later.etag) })).statusCode).toBe(404);
    expect((await post('abort', { path, upload_id })).statusCode).toBe(200);
    expect(await send(first, 'abc')).toMatchObject({ status: 404 });
    expect(existsSync(join(folder(), upload_id))).toBe(false);
  });

  test('DS1 a part needs the token that it was given with, and no upload leads elsewhere', async () => {
    const { credentials } = await create(1);
    const [{ url, headers }] = credentials as [Credential];
    expect(await send({ url, headers: {}, part_number: 1 }, 'a')).toMatchObject({ status: 404 });
    expect(await send({ url, headers: { 'x-peil-token': 'a' }, part_number: 1 }, 'a')).toMatchObject({ status: 404 });
    for (const number of ['0', '2', '-1', '1e0x', '..'])
      expect((await send({ url: url.replace(/\d+$/, number), headers, part_number: 1 }, 'a')).status, number).not.toBe(
        200,
      );
    for (const hostile of ['../..', '%2e%2e/%2e%2e', '..%252f..', `0/${run_id}/artifacts/a%00b`, 'x/y/z'])
      expect([400, 404], hostile).toContain((await post('create', { path, num_parts: 1 }, hostile)).statusCode);
    for (const name of ['..', 'a\\..', 'a/..'])
      expect((await post('create', { path: name, num_parts: 1 })).statusCode).toBe(400);
    for (const num_parts of [0, 10_001]) expect((await post('create', { path, num_parts })).statusCode).toBe(400);
  });

  test('DS1 what nobody goes on with is swept after a day', async () => {
    const { credentials, upload_id } = await create(1);
    await send(credentials[0] as Credential, 'abc');
    await peil.services.jobs.runDue();
    expect(readdirSync(folder())).toContain(upload_id);
    peil.clock.advance(25 * 3_600_000);
    await peil.services.jobs.runDue();
    expect(readdirSync(folder())).not.toContain(upload_id);
  });

  test('DS1 ranges of a file are fetched by an address that needs nobody, for an hour', async () => {
    const url = `${at}/artifacts/0/${run_id}/artifacts/digits`;
    await peil.app.inject({ method: 'PUT', url, payload: '0123456789' });
    const presigned = (await peil.app.inject(`${at}/presigned/0/${run_id}/artifacts/digits`)).json();
    expect(presigned.file_size).toBe(10);
    const fetch = (headers: object) =>
      peil.app.inject({ url: pathOf(presigned.url), headers: { ...presigned.headers, ...headers } });
    const answer = await fetch({ range: 'bytes=2-4' });
    expect([answer.statusCode, answer.body]).toEqual([206, '234']);
    expect((await fetch({ 'x-peil-token': 'x' })).statusCode).toBe(404);
    const other = pathOf(presigned.url).replace(/[0-9a-f]{64}$/, 'a'.repeat(64));
    expect((await peil.app.inject({ url: other, headers: presigned.headers })).statusCode).toBe(404);
    peil.clock.advance(2 * 3_600_000);
    expect((await fetch({})).statusCode).toBe(404);
    expect((await peil.app.inject(`${at}/presigned/0/${run_id}/artifacts/nothing`)).statusCode).toBe(404);
  });
});

test('RM3 an upload in parts is begun by who is signed in, and its parts need no more than their token', async () => {
  const team = await inTeamMode();
  const { cookie } = await team.signIn('Member');
  const url = `${at}/mpu/create/0/a-run/artifacts`;
  const create = (headers: Record<string, string>) =>
    team.app.inject({ method: 'POST', url, payload: { path: 'a', num_parts: 1 }, headers });
  expect((await create({})).statusCode).toBe(401);
  const [part] = (await create({ cookie })).json().credentials;
  const sent = await team.app.inject({ method: 'PUT', url: pathOf(part.url), headers: part.headers, payload: 'abc' });
  expect(sent.statusCode).toBe(200);
  expect((await team.app.inject(`${at}/presigned/0/a-run/artifacts/a`)).statusCode).toBe(401);
  await team.close();
});
