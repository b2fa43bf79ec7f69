import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServer } from '../../../test/kit/server-process.ts';
import { unfinishedFile } from '../unfinished-example.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peil-examples-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = (name: string, withExamples = true) =>
  startServer({
    dataFolder: join(folder, name),
    options: ['--checkpoints', join(folder, `${name}-checkpoints`)],
    environment: { LANG: 'C', LC_ALL: 'C' },
    withExamples,
  });

interface Listed {
  title: string;
  phase: string;
}
async function problemsOf({ address }: ServerProcess): Promise<Listed[]> {
  const answer = await fetch(`${address}/api/problems?sort=title`);
  return ((await answer.json()) as { problems: Listed[] }).problems;
}

/** Until what is waited for is there; the test itself ends a wait that takes too long. */
async function until(isThere: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 20));
}

const isBuilt = (server: ServerProcess) => server.printed().includes('The three guided examples are ready.');
const titles = [
  ['Crew at ORD is planned too late for late arrivals', 'modelling'],
  ['Ice for tomorrow is ordered by the heat of today', 'stopped'],
  ['Mechanics and spare aircraft come too late after a bird strike', 'formulation'],
];

test('PF11 examples that a power cut broke off are finished by the next start, and each stands there once', async () => {
  const note = join(folder, 'cut', unfinishedFile);
  const first = await start('cut');
  await until(async () => (await problemsOf(first)).length === 2);
  await first.kill();
  expect(existsSync(note)).toBe(true);
  const second = await start('cut');
  await until(() => isBuilt(second));
  const problems = await problemsOf(second);
  await second.stop();
  expect(problems.map(({ title, phase }) => [title, phase])).toEqual(titles);
  expect(existsSync(note)).toBe(false);
  // Whole is whole: a third start builds nothing.
  const third = await start('cut');
  await third.stop();
  expect(third.printed()).not.toContain('guided examples');
});

test('PF11 Ctrl-C ends the building at once, and --empty gives it up for good', async () => {
  const note = join(folder, 'stopped', unfinishedFile);
  const first = await start('stopped');
  await until(async () => (await problemsOf(first)).length > 0);
  const from = performance.now();
  expect(await first.stop()).toBe(0);
  expect(performance.now() - from).toBeLessThan(5_000);
  expect(first.printed()).toContain('the next start goes on with them');
  expect(existsSync(note)).toBe(true);
  const without = await start('stopped', false);
  await without.stop();
  expect(existsSync(note)).toBe(false);
  const third = await start('stopped');
  await third.stop();
  expect(third.printed()).not.toContain('guided examples');
});
