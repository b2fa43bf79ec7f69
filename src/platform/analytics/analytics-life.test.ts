import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openLog } from '../log/log.ts';
import { openAnalytics } from './analytics.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peil-analytics-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const open = (idle_ms = 60_000) =>
  openAnalytics({ folder: join(folder, 'spill'), log: openLog('silent') }, { idle_ms });
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('house no process runs before it is needed, and none when it was idle', async () => {
  const analytics = await open(100);
  expect([analytics.queries.pid, analytics.questions.pid]).toEqual([null, null]);
  await analytics.query('select 1', [], { files: [] });
  expect(analytics.questions.pid).toBeNull();
  const pid = analytics.queries.pid ?? 0;
  expect(isAlive(pid)).toBe(true);
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 5_000 });
  expect(await analytics.query('select 2 as n', [], { files: [] })).toEqual([{ n: 2 }]);
  await analytics.close();
});

test('house what a killed server left on the disk is removed', async () => {
  await mkdir(join(folder, 'spill', 'queries', '7'), { recursive: true });
  await writeFile(join(folder, 'spill', 'queries', '7', 'duckdb_temp_storage-0.tmp'), 'left');
  const analytics = await open();
  expect(await readdir(folder)).toEqual([]);
  await analytics.close();
});

test('house closing refuses what waits and leaves no process', async () => {
  const analytics = await open();
  await analytics.query('select 1', [], { files: [] });
  const pid = analytics.queries.pid ?? 0;
  const asked = analytics.query('select count(*) from range(100000000000) where range % 3 = 1', [], { files: [] });
  const outcome = Promise.allSettled([asked]);
  await analytics.close();
  expect(await outcome).toMatchObject([{ status: 'rejected', reason: { message: 'the analytics are closed' } }]);
  expect(isAlive(pid)).toBe(false);
  await expect(analytics.query('select 1', [], { files: [] })).rejects.toThrow('closed');
});

test('house the processes end with a server that is killed', async () => {
  const script = join(import.meta.dirname, '..', '..', '..', 'test', 'kit', 'analytics-process.ts');
  const server = fork(script, [join(folder, 'killed')], { execArgv: [] });
  const [pid] = (await once(server, 'message')) as [number];
  expect(isAlive(pid)).toBe(true);
  server.kill('SIGKILL');
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 5_000 });
});
