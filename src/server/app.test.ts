import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../test/kit/app.ts';

let peil: TestPeil;
beforeAll(async () => {
  peil = await openTestPeil();
});
afterAll(() => peil.close());

test('house a ready server says so', async () => {
  const answer = await peil.app.inject({ url: '/readyz' });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({ status: 'ready' });
});

test('house a host that is not ours is refused (DNS rebinding)', async () => {
  const answer = await peil.app.inject({ url: '/readyz', headers: { host: 'evil.example' } });
  expect(answer.statusCode).toBe(403);
  expect(answer.json()).toMatchObject({ error: { code: 'request.foreign_host' } });
});

test('house an unknown address says where the known ones are listed', async () => {
  const answer = await peil.app.inject({ url: '/nothing', headers: { 'accept-language': 'nl' } });
  expect(answer.statusCode).toBe(404);
  expect(answer.json().error.message).toContain('In /openapi.json staat elk adres');
});

test.each(['/%zz', '/api/problems/%C3%28', '/api/problems/%00', '/api/problems?text=%00'])(
  'house the address %s is refused in a sentence',
  async (url) => {
    const answer = await peil.app.inject({ url });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      error: { code: 'request.malformed', message: expect.stringMatching(/\.$/) },
    });
  },
);

test('house a part that cannot be closed does not keep the others open', async () => {
  const stuck = await openTestPeil();
  stuck.app.addHook('onClose', async () => {
    throw new Error('stuck');
  });
  await expect(stuck.close()).rejects.toThrow('stuck');
  const again = await openTestPeil({ dataFolder: stuck.services.config.dataFolder });
  await again.close();
});
