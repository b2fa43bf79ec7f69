import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchAll } from '../../../../test/kit/fetching.ts';
import { openS3Server, type S3Server } from '../../../../test/kit/s3-server.ts';
import type { FetchOptions } from './fetching.ts';

let store: S3Server;
beforeAll(async () => {
  store = await openS3Server({ bucket: 'flights' });
  store.put('2026/jan é+.csv', 'a\n1\n');
  store.put('2026/jan é+.csv', 'a\n2\n');
  for (const month of ['feb', 'mar', 'apr']) store.put(`2026/${month}.csv`, `a\n${month}\n`);
  store.put('2026/', '');
});
afterAll(() => store.close());

const fetching = (more: object, how: Partial<FetchOptions> = {}) =>
  fetchAll(
    {
      kind: 's3',
      endpoint: store.url,
      region: 'eu-test-1',
      bucket: 'flights',
      key: '2026/jan é+.csv',
      accessKeyId: store.accessKeyId,
      ...more,
    },
    { secret: () => Promise.resolve(store.secretAccessKey), ...how },
  );

test('DE1 an object is fetched, signed, with the id of its version', async () => {
  const [file] = await fetching({});
  expect(file).toMatchObject({ name: 'jan é+.csv', text: 'a\n2\n', size_bytes: 4 });
  expect(file?.snapshot).toMatchObject({
    kind: 'reference',
    id: 'v2',
    facts: { uri: 's3://flights/2026/jan é+.csv', versionId: 'v2', lastModified: '2026-01-05T00:00:00.000Z' },
  });
  expect(store.asked.at(-1)?.signed).toBe(true);
});

test('DE1 an older version is fetched by its id', async () => {
  expect((await fetching({ versionId: 'v1' }))[0]?.text).toBe('a\n1\n');
});

test('DE1 all objects below a prefix, over several pages, and no empty ones that stand for folders', async () => {
  const files = await fetching({ key: '2026/' });
  expect(files.map(({ name }) => name)).toEqual(['apr.csv', 'feb.csv', 'jan é+.csv', 'mar.csv']);
  expect(store.asked.every(({ signed }) => signed)).toBe(true);
});

test.each([
  ['another secret', {}, 'not the secret', 'connect.refused'],
  ['another bucket', { bucket: 'trains' }, undefined, 'connect.not_there'],
  ['another key', { key: 'nothing.csv' }, undefined, 'connect.not_there'],
  ['another version', { versionId: 'v9' }, undefined, 'connect.not_there'],
  ['an empty prefix', { key: '2027/' }, undefined, 'connect.no_files'],
])('DE1 %s is said in a sentence that holds no secret', async (...[, more, secret, code]) => {
  const failing = fetching(more, secret === undefined ? {} : { secret: () => Promise.resolve(secret) });
  await expect(failing).rejects.toMatchObject({ code, status: 422 });
  await failing.catch((error: Error) => expect(JSON.stringify([error.message, error])).not.toMatch(/secret/));
});

test('DE1 a store inside is judged, also where the bucket is part of the host', async () => {
  const strict = { allowance: { hosts: [], isPersonal: false } };
  await expect(fetching({}, strict)).rejects.toMatchObject({ code: 'connect.private_address' });
  const byName = fetching(
    { endpoint: store.url.replace('127.0.0.1', 'localhost'), pathStyle: false },
    {
      allowance: { hosts: ['localhost'], isPersonal: false },
    },
  );
  await expect(byName).rejects.toMatchObject({ code: expect.stringMatching(/private_address|unknown_host/) });
});

test('DE1 a bucket that is open is read without a signature, and none of the server’s own keys are tried', async () => {
  process.env['AWS_ACCESS_KEY_ID'] = 'of-the-server';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'of-the-server';
  const open = await openS3Server({ bucket: 'open', isOpen: true });
  open.put('a.csv', 'a\n');
  const files = await fetchAll({ kind: 's3', endpoint: open.url, region: 'eu-test-1', bucket: 'open', key: 'a.csv' });
  expect(files[0]?.text).toBe('a\n');
  expect(open.asked).toEqual([{ path: '/open/a.csv', signed: false }]);
  await open.close();
  delete process.env['AWS_ACCESS_KEY_ID'];
  delete process.env['AWS_SECRET_ACCESS_KEY'];
});
