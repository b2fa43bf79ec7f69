import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataFolder } from './data-folder.ts';
import { dataFormat } from './stamp.ts';

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'peil-folder-'));
  folder = join(root, 'some', 'where');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const open = () => openDataFolder(folder, { version: '0.1.0' });
const stamped = (stamp: string) => writeFile(join(folder, 'peil-data.json'), stamp);

test('house a data folder is made, stamped, and given back', async () => {
  const opened = await open();
  expect(JSON.parse(await readFile(join(folder, 'peil-data.json'), 'utf8'))).toEqual({
    format: dataFormat,
    peil: '0.1.0',
  });
  opened.close();
  expect((await readdir(folder)).sort()).toEqual(['peil-data.json', 'peil.lock']);
  (await open()).close();
});

test('house a folder that is in use is refused, with who uses it', async () => {
  const opened = await open();
  await expect(open()).rejects.toMatchObject({
    code: 'data_folder.in_use',
    params: { path: folder, pid: process.pid, host: hostname() },
  });
  // The refusal has not taken the lock from its holder.
  await expect(open()).rejects.toThrow(`process ${process.pid}`);
  opened.close();
});

test('house an older folder is opened and stamped, a newer one refused and left alone', async () => {
  (await open()).close();
  await rm(join(folder, 'peil-data.json'));
  (await open()).close();
  expect(await readdir(folder)).toContain('peil-data.json');
  const newer = JSON.stringify({ format: dataFormat + 1, peil: '9.0.0', more: true });
  await stamped(newer);
  await expect(open()).rejects.toThrow(/written by Peil 9\.0\.0; this is Peil 0\.1\.0.*Start the newer Peil/);
  expect(await readFile(join(folder, 'peil-data.json'), 'utf8')).toBe(newer);
  // Whoever starts the newer Peil next finds the folder free.
  await stamped(JSON.stringify({ format: dataFormat, peil: '0.1.0' }));
  (await open()).close();
});

test.each(['', '{', '[]', '{"format":"1"}', '{"format":0,"peil":"0.1.0"}'])(
  'house a stamp that says %j is refused in a sentence',
  async (stamp) => {
    (await open()).close();
    await stamped(stamp);
    await expect(open()).rejects.toMatchObject({ code: 'data_folder.broken_stamp' });
  },
);
