import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../test/kit/app.ts';
import { inTeamMode } from '../../test/kit/people.ts';
import { conditionsJob } from '../capabilities/formulation/index.ts';
import { quietly } from '../platform/context/change.ts';

let peil: TestPeil;
beforeAll(async () => {
  peil = await openTestPeil();
});
afterAll(() => peil.close());

test('house requests are counted by route, never by address', async () => {
  await peil.app.inject({ url: '/api/problems/some-id' });
  await peil.app.inject({ url: '/nothing/here' });
  const { body, headers } = await peil.app.inject({ url: '/metrics' });
  expect(headers['content-type']).toContain('text/plain');
  expect(body).toContain('_count{method="GET",route="/api/problems/:problemId",status="404"} 1');
  expect(body).toMatch(/peil_database_waiting\{kind="transaction"\} 0/);
  expect(body).toMatch(/nodejs_eventloop_lag_seconds\{quantile="0.99"\} [\d.]/);
  expect(body).not.toContain('some-id');
  expect(body).not.toContain('/nothing/here');
});

test('house the depth of the job queue is told, and how long the first of it waits', async () => {
  const { services, clock } = peil;
  const gauge = async (name: string) => {
    const { body } = await peil.app.inject({ url: '/metrics' });
    return Number(
      body
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.slice(name.length + 1),
    );
  };
  const before = await gauge('peil_jobs{state="due"}');
  const later = await gauge('peil_jobs{state="later"}');
  await quietly(services, async (db) => {
    const tx = { db, now: clock.now() };
    await services.jobs.enqueue(tx, { name: conditionsJob.name, payload: null });
    await services.jobs.enqueue(tx, { name: conditionsJob.name, payload: null, runAt: clock.now() + 60_000 });
  });
  clock.advance(5_000);
  expect(await gauge('peil_jobs{state="due"}')).toBe(before + 1);
  expect(await gauge('peil_jobs{state="later"}')).toBe(later + 1);
  expect(await gauge('peil_job_oldest_due_seconds')).toBeGreaterThanOrEqual(5);
  await services.jobs.runDue();
  expect(await gauge('peil_jobs{state="due"}')).toBe(0);
  expect(await gauge('peil_jobs{state="running"}')).toBe(0);
});

test('house a team shows its metrics to administrators, also by token', async () => {
  const team = await inTeamMode();
  const member = await team.signIn('Mo');
  const statuses = [
    await team.app.inject({ url: '/metrics' }),
    await member.inject({ url: '/metrics' }),
    await team.admin.injectWithToken({ url: '/metrics' }),
  ].map(({ statusCode }) => statusCode);
  await team.close();
  expect(statuses).toEqual([401, 403, 200]);
});

test('house a server that cannot keep anything is not ready, and says why', async () => {
  const other = await openTestPeil();
  expect((await other.app.inject({ url: '/readyz' })).statusCode).toBe(200);
  await rm(other.services.config.dataFolder, { recursive: true });
  const answer = await other.app.inject({ url: '/readyz' });
  await other.close().catch(() => undefined);
  expect([answer.statusCode, answer.json().error.code]).toEqual([503, 'request.not_ready']);
});
