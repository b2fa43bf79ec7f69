import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { openTestQueue, until } from '../../../test/kit/job-queue.ts';
import { defineJob } from './job-handler.ts';

const program = fileURLToPath(new URL('../../../test/kit/job-process.ts', import.meta.url));

describeEachDatabase('DS4 jobs of a killed process', (kit) => {
  let queue: Awaited<ReturnType<typeof openTestQueue>>;
  let child: ChildProcess | undefined;
  beforeAll(async () => {
    queue = await openTestQueue(kit);
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    await queue.clear();
  });
  afterAll(() => queue.close());

  /** A real process takes the job and is killed in the middle of it. */
  async function killWhileRunning(maxAttempts: number) {
    const asking = queue.process([]);
    await asking.write((tx) => asking.jobs.enqueue(tx, { name: 'endless', maxAttempts, backoff_ms: 0 }));
    child = spawn(process.execPath, [program, kit.kind, queue.address], { stdio: 'inherit' });
    await until(async () => (await asking.only()).state === 'running');
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(await asking.only()).toMatchObject({ state: 'running', attempt: 1 });
  }
  const endless = (seen: number[]) =>
    defineJob({ name: 'endless', run: async (_ctx, _payload, { attempt }) => void seen.push(attempt) });

  test('house its job is run by the next one', async () => {
    await killWhileRunning(2);
    const seen: number[] = [];
    const next = queue.process([endless(seen)]);
    await next.jobs.start();
    await until(async () => {
      next.clock.advance(100);
      return (await next.only()).state === 'done';
    });
    expect(seen).toEqual([2]);
  });

  test('house a job that kills every process that takes it becomes a dead letter', async () => {
    await killWhileRunning(1);
    const next = queue.process([endless([])]);
    await next.jobs.start();
    await until(async () => {
      next.clock.advance(100);
      return (await next.only()).state === 'failed';
    });
    expect(await next.only()).toMatchObject({ attempt: 1, error: expect.stringContaining('ended without a word') });
  });
});
