import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { openTestQueue, until } from '../../../test/kit/job-queue.ts';
import { defineErrors } from '../errors/define-errors.ts';
import { defineJob } from './job-handler.ts';
import { failureToJson, lifeOfWork } from './life-of-work.ts';

const testErrors = defineErrors('test', {
  wrong: { status: 400, en: () => 'Wrong.', nl: () => 'Fout.' },
  brokenDown: { status: 503, en: () => 'Broken down.', nl: () => 'Afgebroken.' },
});
const reader = { locale: 'nl', brokenDown: testErrors.brokenDown } as const;

describeEachDatabase('work that a job does for a row of its own', (kit) => {
  let queue: Awaited<ReturnType<typeof openTestQueue>>;
  beforeAll(async () => {
    queue = await openTestQueue(kit);
  });
  afterEach(() => queue.clear());
  afterAll(() => queue.close());

  test('house work is as far as its job, and failed where that is dead', async () => {
    const lifeOf = (job_id: string | null) =>
      lifeOfWork(queue.database.reader, { state: 'running', job_id, failure: null, finished_at: null }, reader);
    const dies = defineJob({
      name: 'dies',
      run: async (_ctx, _payload, run) => {
        run.progress(0.4, 'reading');
        await until(async () => (await lifeOf(run.id)).said === 'reading');
        expect(await lifeOf(run.id)).toEqual({ state: 'running', progress: 0.4, said: 'reading', failure: null });
        throw testErrors.wrong();
      },
    });
    const { jobs, write } = queue.process([dies]);
    const [{ id: first }, { id: second }] = await write(async (tx) => [
      await jobs.enqueue(tx, { name: 'dies' }),
      await jobs.enqueue(tx, { name: 'nobody knows' }),
    ]);
    const broken = { code: 'test.broken_down', message: 'Afgebroken.' };
    await jobs.runDue();
    expect(await lifeOf(first)).toEqual({ state: 'failed', progress: 0.4, said: 'reading', failure: broken });
    expect(await lifeOf(second)).toMatchObject({ state: 'running', failure: null });
    await write((tx) => jobs.cancel(tx, second));
    expect(await lifeOf(second)).toMatchObject({ state: 'failed', failure: broken });
    expect(await lifeOf('no-such')).toMatchObject({ state: 'failed', progress: 0, said: null, failure: broken });
  });

  test('house work that ended says so itself, whatever became of its job, in the language of who reads', async () => {
    const ended = { job_id: 'no-such', finished_at: 1 };
    const failure = failureToJson(testErrors.wrong());
    expect(await lifeOfWork(queue.database.reader, { ...ended, state: 'failed', failure }, reader)).toEqual({
      state: 'failed',
      progress: 1,
      said: null,
      failure: { code: 'test.wrong', message: 'Fout.' },
    });
    expect(await lifeOfWork(queue.database.reader, { ...ended, state: 'done', failure: null }, reader)).toMatchObject({
      state: 'done',
      failure: null,
    });
  });
});
