import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { TestClock } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { openTestQueue, until } from '../../../test/kit/job-queue.ts';
import { quietly } from '../context/change.ts';
import { defineErrors } from '../errors/define-errors.ts';
import { defineJob, type JobRun } from './job-handler.ts';

const testErrors = defineErrors('test', { wrong: { status: 400, en: () => 'Wrong.', nl: () => 'Fout.' } });
const minute_ms = 60_000;

describeEachDatabase('DS4 jobs', (kit) => {
  let queue: Awaited<ReturnType<typeof openTestQueue>>;
  beforeAll(async () => {
    queue = await openTestQueue(kit);
  });
  afterEach(() => queue.clear());
  afterAll(() => queue.close());

  /** A handler that notes what it was given. */
  const noting = (work: (payload: unknown, run: JobRun) => Promise<void> = async () => {}) => {
    const seen: unknown[] = [];
    const handler = defineJob({
      name: 'note',
      run: async (_ctx, payload, run) => {
        seen.push(payload);
        await work(payload, run);
      },
    });
    return { seen, handler };
  };

  test('house a job runs once, with its payload', async () => {
    const { seen, handler } = noting();
    const { jobs, write, only } = queue.process([handler]);
    await write((tx) => jobs.enqueue(tx, { name: 'note', payload: { city: 'Zoutkamp', n: 0.1 } }));
    expect(await only()).toMatchObject({ state: 'waiting', attempt: 0 });
    await jobs.runDue();
    await jobs.runDue();
    expect(seen).toEqual([{ city: 'Zoutkamp', n: 0.1 }]);
    expect(await only()).toMatchObject({ state: 'done', attempt: 1, progress: 1, error: null });
  });

  test('house a started queue runs what is written, without being asked', async () => {
    const { seen, handler } = noting();
    const { jobs, write } = queue.process([handler]);
    await jobs.start();
    await write((tx) => jobs.enqueue(tx, { name: 'note', payload: 1 }));
    await until(() => seen.length === 1);
  });

  test('house a job whose transaction is undone never was', async () => {
    const { seen, handler } = noting();
    const { jobs, write, list } = queue.process([handler]);
    await jobs.start();
    const undone = write(async (tx) => {
      await jobs.enqueue(tx, { name: 'note' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await jobs.runDue();
    expect(await list()).toEqual([]);
    expect(seen).toEqual([]);
  });

  test('house a job without a handler here waits for a process that has one', async () => {
    const { seen, handler } = noting();
    const older = queue.process([]);
    await older.write((tx) => older.jobs.enqueue(tx, { name: 'note' }));
    await older.jobs.runDue();
    expect(await older.only()).toMatchObject({ state: 'waiting' });
    await queue.process([handler]).jobs.runDue();
    expect(seen).toHaveLength(1);
  });

  test('house higher priority goes first, then what is due longest; the future waits', async () => {
    const { seen, handler } = noting();
    const { jobs, write, clock } = queue.process([handler]);
    const slow = queue.process([]);
    await write(async (tx) => {
      await slow.jobs.enqueue(tx, { name: 'note', payload: 'second', runAt: tx.now - 5 });
      await slow.jobs.enqueue(tx, { name: 'note', payload: 'third', runAt: tx.now });
      await slow.jobs.enqueue(tx, { name: 'note', payload: 'first', priority: 1 });
      await slow.jobs.enqueue(tx, { name: 'note', payload: 'later', runAt: tx.now + minute_ms });
    });
    await jobs.runDue();
    expect(seen).toEqual(['first', 'second', 'third']);
    clock.advance(minute_ms);
    await jobs.runDue();
    expect(seen.at(-1)).toBe('later');
  });

  test('house a failed attempt is tried again after a pause that doubles, then becomes a dead letter', async () => {
    const { seen, handler } = noting(() => Promise.reject(new Error('the disk hums')));
    const { jobs, write, only, clock } = queue.process([handler]);
    await write((tx) => jobs.enqueue(tx, { name: 'note', maxAttempts: 3, backoff_ms: 1_000 }));
    await jobs.runDue();
    expect(await only()).toMatchObject({
      state: 'waiting',
      attempt: 1,
      error: 'the disk hums',
      run_at: clock.now() + 1_000,
    });
    await jobs.runDue();
    expect(seen).toHaveLength(1);
    clock.advance(1_000);
    await jobs.runDue();
    expect(await only()).toMatchObject({ run_at: clock.now() + 2_000 });
    clock.advance(2_000);
    await jobs.runDue();
    expect(await only()).toMatchObject({
      state: 'failed',
      attempt: 3,
      error: 'the disk hums',
      finished_at: clock.now(),
    });
    clock.advance(minute_ms);
    await jobs.runDue();
    expect(seen).toHaveLength(3);
  });

  test('house a dead letter is redriven with all its attempts', async () => {
    let isMended = false;
    const { handler } = noting(async () => {
      if (!isMended) throw new Error('broken');
    });
    const { jobs, write, only } = queue.process([handler]);
    const { id } = await write((tx) => jobs.enqueue(tx, { name: 'note', maxAttempts: 1 }));
    await jobs.runDue();
    expect(await only()).toMatchObject({ state: 'failed' });
    isMended = true;
    await write((tx) => jobs.redrive(tx, id));
    await jobs.runDue();
    expect(await only()).toMatchObject({ id, state: 'done', attempt: 1 });
    await expect(write((tx) => jobs.redrive(tx, id))).rejects.toMatchObject({ code: 'job.not_failed' });
    await expect(write((tx) => jobs.redrive(tx, 'none'))).rejects.toMatchObject({ code: 'job.not_found' });
  });

  test('house what does not fit will not fit the next time either: no retry', async () => {
    const { seen, handler } = noting(() => Promise.reject(testErrors.wrong()));
    const { jobs, write, only } = queue.process([handler]);
    await write((tx) => jobs.enqueue(tx, { name: 'note' }));
    await jobs.runDue();
    expect(await only()).toMatchObject({ state: 'failed', error: 'Wrong.' });
    expect(seen).toHaveLength(1);
  });

  test('house the same work twice is one job, and new work again when it has ended', async () => {
    const { seen, handler } = noting();
    const { jobs, write } = queue.process([handler]);
    const ask = () => write((tx) => jobs.enqueue(tx, { name: 'note', dedupe: { key: 'rebuild' } }));
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(second.id).toBe(first.id);
    expect([first.isNew, second.isNew].filter(Boolean)).toHaveLength(1);
    await jobs.runDue();
    expect(await ask()).toMatchObject({ isNew: true });
    await jobs.runDue();
    expect(seen).toHaveLength(2);
  });

  test('house asked again while it runs: it runs once more, with the newer payload', async () => {
    const ask = (payload: number) =>
      write((tx) => jobs.enqueue(tx, { name: 'note', payload, dedupe: { key: 'k', whenRunning: 'again' } }));
    const { seen, handler } = noting(async (payload) => {
      if (payload === 1) await Promise.all([ask(2), ask(3)]);
    });
    const { jobs, write, only } = queue.process([handler]);
    await ask(1);
    await jobs.runDue();
    expect(await only()).toMatchObject({ state: 'done', error: null });
    expect(seen).toHaveLength(2);
    expect([2, 3]).toContain(seen[1]);
  });

  test('house asked again while its last attempt fails: the second request runs', async () => {
    const ask = (payload: number) =>
      write((tx) =>
        jobs.enqueue(tx, { name: 'note', payload, maxAttempts: 1, dedupe: { key: 'k', whenRunning: 'again' } }),
      );
    const { seen, handler } = noting(async (payload) => {
      if (payload !== 1) return;
      await ask(2);
      throw new Error('the disk hums');
    });
    const { jobs, write, only } = queue.process([handler]);
    await ask(1);
    await jobs.runDue();
    expect(seen).toEqual([1, 2]);
    expect(await only()).toMatchObject({ state: 'done', attempt: 1, error: null });
  });

  test('house asked again after its cancellation: that ends, the second request runs', async () => {
    const asking = (payload: number) => ({
      name: 'note',
      payload,
      dedupe: { key: 'k', whenRunning: 'again' as const },
    });
    const { seen, handler } = noting(async (payload, { signal }) => {
      if (payload === 1) await untilAborted(signal);
    });
    const { jobs, write, only } = queue.process([handler]);
    await jobs.start();
    const { id } = await write((tx) => jobs.enqueue(tx, asking(1)));
    await until(() => seen.length === 1);
    await write(async (tx) => {
      await jobs.cancel(tx, id);
      await jobs.enqueue(tx, asking(2));
    });
    await until(async () => (await only()).state === 'done');
    expect(seen).toEqual([1, 2]);
    expect(await only()).toMatchObject({ cancel_requested_at: null, attempt: 1 });
  });

  test('house of a group no more run at once than its limit, also over two processes', async () => {
    let running = 0;
    let most = 0;
    const { seen, handler } = noting(async () => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
    });
    const one = queue.process([handler]);
    const two = queue.process([handler]);
    await Promise.all([one.jobs.start(), two.jobs.start()]);
    await one.write(async (tx) => {
      for (let i = 0; i < 8; i += 1) await one.jobs.enqueue(tx, { name: 'note', group: { key: 'gpu', limit: 2 } });
    });
    await until(() => seen.length === 8 && running === 0);
    expect(most).toBe(2);
  });

  test('house of many jobs and two processes, each job runs once', async () => {
    const { seen, handler } = noting();
    const one = queue.process([handler]);
    const two = queue.process([handler]);
    await one.write(async (tx) => {
      for (let i = 0; i < 60; i += 1) await one.jobs.enqueue(tx, { name: 'note', payload: i });
    });
    await Promise.all([one.jobs.runDue(), two.jobs.runDue()]);
    expect((seen as number[]).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i));
  });

  test('house how far it is can be read while it runs', async () => {
    let finish: () => void = () => {};
    const { handler } = noting(async (_payload, run) => {
      run.progress(0.1, 'Reading');
      run.progress(0.25, 'One file of four is read');
      await new Promise<void>((resolve) => (finish = resolve));
    });
    const { jobs, write, only } = queue.process([handler]);
    await jobs.start();
    await write((tx) => jobs.enqueue(tx, { name: 'note' }));
    await until(async () => (await only()).progress === 0.25);
    expect(await only()).toMatchObject({ state: 'running', progress_text: 'One file of four is read' });
    finish();
    await until(async () => (await only()).state === 'done');
  });

  test('house a cancelled job does not begin, and one that runs hears of it from any process', async () => {
    const { seen, handler } = noting((_payload, { signal }) => untilAborted(signal));
    const { jobs, write, only } = queue.process([handler]);
    const other = queue.process([]);
    const waiting = await write((tx) => jobs.enqueue(tx, { name: 'note', runAt: tx.now + minute_ms }));
    expect(await write((tx) => jobs.cancel(tx, waiting.id))).toBe('cancelled');
    await expect(write((tx) => jobs.cancel(tx, waiting.id))).rejects.toMatchObject({ code: 'job.already_finished' });
    expect(await only()).toMatchObject({ state: 'cancelled' });
    await jobs.start();
    const running = await write((tx) => jobs.enqueue(tx, { name: 'note' }));
    await until(() => seen.length === 1);
    expect(await write((tx) => other.jobs.cancel(tx, running.id))).toBe('asked');
    await until(async () => (await other.list()).every((job) => job.state === 'cancelled'));
  });

  test('house an attempt that takes longer than it may is ended and tried again', async () => {
    const { handler } = noting((_payload, { signal }) => untilAborted(signal));
    const { jobs, write, only, clock } = queue.process([handler]);
    await jobs.start();
    await write((tx) => jobs.enqueue(tx, { name: 'note', timeout_ms: 5_000 }));
    await until(async () => (await only()).state === 'running');
    clock.advance(5_000);
    await until(async () => (await only()).state === 'waiting');
    expect(await only()).toMatchObject({ attempt: 1, error: 'Not ready within 5000 ms.' });
  });

  test('house a stopping server waits for its jobs, then gives back what is not ready', async () => {
    const { seen, handler } = noting((payload, { signal }) =>
      payload === 'quick' ? new Promise((resolve) => setTimeout(resolve, 50)) : untilAborted(signal),
    );
    const { jobs, write, list } = queue.process([handler]);
    await jobs.start();
    await write(async (tx) => {
      await jobs.enqueue(tx, { name: 'note', payload: 'quick' });
      await jobs.enqueue(tx, { name: 'note', payload: 'slow', maxAttempts: 1 });
    });
    await until(() => seen.length === 2);
    await jobs.stop(300);
    const states = Object.fromEntries((await list()).map((job) => [job.payload, [job.state, job.attempt]]));
    expect(states).toEqual({ quick: ['done', 1], slow: ['waiting', 0] });
  });

  test('house what ended long ago is removed, unfinished work never', async () => {
    const { handler } = noting(async (payload) => {
      if (payload === 'fails') throw testErrors.wrong();
    });
    const { jobs, write, list, clock } = queue.process([handler]);
    await write(async (tx) => {
      await jobs.enqueue(tx, { name: 'note', payload: 'succeeds' });
      await jobs.enqueue(tx, { name: 'note', payload: 'fails' });
      await jobs.enqueue(tx, { name: 'elsewhere', payload: 'unfinished' });
    });
    await jobs.runDue();
    const left = async () => (await list()).map((job) => String(job.payload)).sort();
    await jobs.start();
    clock.advance(31 * 24 * 60 * minute_ms);
    await until(async () => (await list()).length === 2);
    expect(await left()).toEqual(['fails', 'unfinished']);
    clock.advance(365 * 24 * 60 * minute_ms);
    await until(async () => (await list()).length === 1);
    expect(await left()).toEqual(['unfinished']);
  });

  test('house however much ended long ago, all of it is removed', async () => {
    const { jobs, write } = queue.process([]);
    await write(async (tx) => {
      for (let i = 0; i < 1_001; i += 1) await jobs.enqueue(tx, { name: 'note' });
      await sql`update job set state = 'done', finished_at = 0`.execute(tx.db);
    });
    await jobs.start();
    const count = sql<{ remaining: number }>`select count(*) as remaining from job`;
    await until(async () => (await count.execute(queue.database.reader)).rows[0]?.remaining === 0);
  });

  test('house a job that beats is not taken over, however long it takes and whatever the clocks say', async () => {
    let finish: () => void = () => {};
    const { seen, handler } = noting(() => new Promise<void>((resolve) => (finish = resolve)));
    const owner = queue.process([handler]);
    await owner.write((tx) => owner.jobs.enqueue(tx, { name: 'note' }));
    await owner.jobs.start();
    await until(() => seen.length === 1);
    const ahead = queue.process([handler], new TestClock(owner.clock.now() + 3_600_000));
    for (let look = 0; look < 12; look += 1) {
      ahead.clock.advance(3_600_000);
      owner.clock.advance(1);
      await until(async () => (await owner.only()).heartbeat_at === owner.clock.now());
      await ahead.jobs.runDue();
    }
    expect(seen).toHaveLength(1);
    finish();
    await until(async () => (await owner.only()).state === 'done');
  });

  test('house the word of one who lost its lease is not heard', async () => {
    let finish: () => void = () => {};
    const { seen, handler } = noting(() =>
      seen.length > 1 ? Promise.resolve() : new Promise((end) => (finish = end)),
    );
    const frozen = queue.process([handler]);
    await frozen.write((tx) => frozen.jobs.enqueue(tx, { name: 'note', backoff_ms: 0 }));
    const frozenRun = frozen.jobs.runDue();
    await until(() => seen.length === 1);
    const other = queue.process([handler]);
    for (let look = 0; look < 5; look += 1) {
      other.clock.advance(1_000);
      await other.jobs.runDue();
    }
    expect(await other.only()).toMatchObject({ state: 'done', attempt: 2 });
    finish();
    await frozenRun;
    expect(await other.only()).toMatchObject({ state: 'done', attempt: 2 });
  });

  test('house a database that is away for a while does not end the queue', async () => {
    const { seen, handler } = noting();
    const { jobs, write } = queue.process([handler]);
    await jobs.start();
    await quietly(queue, (db) => db.schema.alterTable('job').renameTo('job_away').execute());
    await new Promise((resolve) => setTimeout(resolve, 150));
    await quietly(queue, (db) => db.schema.alterTable('job_away').renameTo('job').execute());
    await write((tx) => jobs.enqueue(tx, { name: 'note' }));
    await until(() => seen.length === 1);
  });
});

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
