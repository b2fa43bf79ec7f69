import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serveInProcess, type ServingProcess } from '../../test/kit/serving.ts';

let root: string;
let data: string;
const started: ServingProcess[] = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'peil-one-'));
  data = join(root, 'data');
});
afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
  await rm(root, { recursive: true, force: true });
});

async function serve(before: readonly string[] = []): Promise<ServingProcess> {
  const serving = await serveInProcess({ data }, before);
  started.push(serving);
  return serving;
}

async function create(serving: ServingProcess, title: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${serving.address}api/problems`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ title }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

test('house a second process on the same folder is told of the first; one that was killed leaves the folder free', async () => {
  const first = await serve();
  const id = await create(first, 'Kept');
  const second = await serve();
  expect(second.address).toBeNull();
  expect(await second.ended).toMatchObject({ code: 6 });
  expect(second.told()).toContain(`is in use by another Peil (process ${first.child.pid} on `);
  first.child.kill('SIGKILL');
  await first.ended;
  const third = await serve();
  const kept = await fetch(`${third.address}api/problems/${id}`);
  expect(await kept.json()).toMatchObject({ title: 'Kept' });
  third.child.kill('SIGTERM');
  expect(await third.ended).toMatchObject({ code: 0 });
});

test('house of many that start at once on one folder, one serves', async () => {
  const all = await Promise.all([serve(), serve(), serve()]);
  expect(all.filter(({ address }) => address !== null)).toHaveLength(1);
  for (const { address, ended } of all) if (address === null) expect(await ended).toMatchObject({ code: 6 });
});

test('house a folder of a newer Peil is refused before anything in it is opened', async () => {
  await mkdir(data);
  await writeFile(join(data, 'peil-data.json'), JSON.stringify({ format: 1000, peil: '9.0.0' }));
  const refused = await serve();
  expect(await refused.ended).toMatchObject({ code: 6 });
  expect(refused.told()).toContain('was written by Peil 9.0.0');
});

const canMount = (() => {
  try {
    execFileSync('unshare', ['-rm', 'sh', '-c', `mount -t tmpfs none ${tmpdir()}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** A disk of so many kB that only one process sees, and what is done on it; `"$@"` is Peil. */
const onSmallDisk = (kB: number, work: string): string[] => [
  'unshare',
  '-rm',
  'sh',
  '-c',
  `mount -t tmpfs -o size=${kB}k none "${data}" && ${work}`,
  'sh',
];

test.runIf(canMount).each([4, 8, 60])('house a disk with room for %i kB is full in a sentence', async (kB) => {
  await mkdir(data);
  const full = await serve(onSmallDisk(kB, 'exec "$@"'));
  expect(await full.ended).toMatchObject({ code: 7 });
  expect(full.told()).toContain('is full; nothing was written');
});

test.runIf(canMount)(
  'house a start on a full disk leaves nothing half-written: with room made, it starts',
  async () => {
    await mkdir(data);
    const serving = await serve(onSmallDisk(300, `"$@"; mount -o remount,size=50m "${data}" && exec "$@"`));
    expect(serving.told()).toContain('is full; nothing was written');
    expect(await create(serving, 'With room')).toBeTruthy();
  },
);
