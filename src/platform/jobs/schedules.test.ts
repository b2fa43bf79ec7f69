import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { TestClock } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { openTestQueue } from '../../../test/kit/job-queue.ts';
import { defineJob } from './job-handler.ts';
import { listSchedules } from './queries.ts';
import type { NewSchedule } from './schedules.ts';

const minute_ms = 60_000;
const start = Date.UTC(2026, 0, 5, 9);

describeEachDatabase('DS6 schedules', (kit) => {
  let queue: Awaited<ReturnType<typeof openTestQueue>>;
  beforeAll(async () => {
    queue = await openTestQueue(kit);
  });
  afterEach(() => queue.clear());
  afterAll(() => queue.close());

  /** Minutes after the start for which a job was made, in a process that has a schedule. */
  async function scheduled(schedule: Partial<NewSchedule>) {
    const moments: (number | null)[] = [];
    const handler = defineJob({
      name: 'measure',
      run: async (_ctx, _payload, { scheduledFor }) => {
        moments.push(scheduledFor === null ? null : (scheduledFor - start) / minute_ms);
      },
    });
    const process = queue.process([handler], new TestClock(start));
    const put = (change: Partial<NewSchedule> = {}) =>
      process.write((tx) =>
        process.jobs.schedule(tx, { name: 'quality', job: 'measure', cron: '*/10 * * * *', ...schedule, ...change }),
      );
    await put();
    return { ...process, handler, moments, put };
  }

  test('DS6 a schedule makes a job at each of its moments', async () => {
    const { jobs, clock, moments } = await scheduled({});
    for (let minute = 0; minute <= 30; minute += 5) {
      await jobs.runDue();
      clock.advance(5 * minute_ms);
    }
    expect(moments).toEqual([10, 20, 30]);
  });

  test.each([
    ['skip', []],
    ['once', [50]],
    ['all', [10, 20, 30, 40, 50]],
  ] as const)('DS6 moments missed while no server ran: %s', async (missed, expected) => {
    const { jobs, clock, moments } = await scheduled({ missed });
    clock.advance(55 * minute_ms);
    await jobs.runDue();
    expect(moments.toSorted((a, b) => Number(a) - Number(b))).toEqual(expected);
    clock.advance(5 * minute_ms);
    await jobs.runDue();
    expect(moments).toHaveLength(expected.length + 1);
    expect(moments.at(-1)).toBe(60);
  });

  test('DS6 skip still runs the moment that is on time', async () => {
    const { jobs, clock, moments } = await scheduled({ missed: 'skip' });
    clock.advance(50 * minute_ms + 2_000);
    await jobs.runDue();
    expect(moments).toEqual([50]);
  });

  test('DS6 all catches up on the latest hundred at most', async () => {
    const { jobs, clock, moments } = await scheduled({ missed: 'all' });
    clock.advance(5_000 * minute_ms);
    await jobs.runDue();
    expect(moments).toHaveLength(100);
    expect(Math.max(...moments.map(Number))).toBe(5_000);
  });

  test('DS6 two schedulers make one job of one moment', async () => {
    const first = await scheduled({});
    const second = queue.process([first.handler], new TestClock(start));
    for (let round = 1; round <= 10; round += 1) {
      first.clock.advance(10 * minute_ms);
      second.clock.advance(10 * minute_ms);
      await Promise.all([first.jobs.runDue(), second.jobs.runDue()]);
    }
    expect(first.moments).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  });

  test('DS6 saying the same again at a start forgets no missed moment; another rule begins anew', async () => {
    const { jobs, clock, moments, put } = await scheduled({});
    clock.advance(15 * minute_ms);
    await put();
    await jobs.runDue();
    expect(moments).toEqual([10]);
    await put({ cron: '5 * * * *' });
    const [schedule] = await listSchedules(queue.database.reader);
    expect(schedule).toMatchObject({
      cron: '5 * * * *',
      next_at: start + 65 * minute_ms,
      last_at: start + 10 * minute_ms,
    });
  });

  test('DS6 a schedule that is removed makes no job', async () => {
    const { jobs, clock, moments, write } = await scheduled({});
    await write((tx) => jobs.unschedule(tx, 'quality'));
    clock.advance(60 * minute_ms);
    await jobs.runDue();
    expect(moments).toEqual([]);
  });

  test('DS6 a wrong rule is refused before anything is written', async () => {
    const { put } = await scheduled({});
    await expect(put({ cron: 'sometimes' })).rejects.toMatchObject({ code: 'job.bad_cron' });
    await expect(put({ timeZone: 'Nowhere' })).rejects.toMatchObject({ code: 'job.bad_time_zone' });
  });
});
