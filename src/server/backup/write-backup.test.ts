import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../../test/kit/app.ts';
import { schemaSteps } from '../../migrations/index.ts';
import { DiskBlobs } from '../../platform/blobs/disk-blobs.ts';
import { writeBackup } from './write-backup.ts';

const run = { steps: schemaSteps, signal: new AbortController().signal, report: () => {} };

let peil: TestPeil;
let out: string;
beforeEach(async () => {
  peil = await openTestPeil();
  out = join(peil.services.config.dataFolder, 'out');
  await mkdir(out);
});
afterEach(() => peil.close());

const write = (name = 'a.backup', more: Partial<typeof run> = {}) =>
  writeBackup(join(out, name), peil.services.config, { ...run, ...more });

test('house a backup never takes the place of what is there', async () => {
  await writeFile(join(out, 'a.backup'), 'mine');
  await expect(write()).rejects.toMatchObject({ code: 'backup.file_is_there' });
  await writeFile(join(out, 'b.backup.partial'), 'another');
  await expect(write('b.backup')).rejects.toMatchObject({ code: 'backup.being_written' });
  expect(await readFile(join(out, 'a.backup'), 'utf8')).toBe('mine');
  expect(await readFile(join(out, 'b.backup.partial'), 'utf8')).toBe('another');
});

test('house a place that cannot be written is refused in a sentence', async () => {
  await expect(write('no/such/folder/a.backup')).rejects.toMatchObject({
    code: 'backup.not_writable',
    params: { reason: 'ENOENT' },
  });
});

test('house where there is nothing to save, nothing is written', async () => {
  const config = { ...peil.services.config, dataFolder: join(out, 'nowhere') };
  await expect(writeBackup(join(out, 'a.backup'), config, run)).rejects.toMatchObject({ code: 'backup.no_data' });
  const older = { ...run, steps: schemaSteps.slice(0, 2) };
  await expect(writeBackup(join(out, 'a.backup'), peil.services.config, older)).rejects.toThrow(/newer Peil/);
  expect(await readdir(out)).toEqual([]);
});

test('house a blob that the disk has damaged is named, and no backup pretends to hold it', async () => {
  const { dataFolder } = peil.services.config;
  const blobs = await DiskBlobs.open(join(dataFolder, 'blobs'));
  const { sha256 } = await blobs.put(Readable.from(['whole']), { limit_bytes: 100 });
  const path = await blobs.localPath(sha256);
  // What is being received has no hash for a name yet, and what else lies there is not ours.
  await writeFile(join(dataFolder, 'blobs', 'incoming', 'half'), 'half');
  await writeFile(join(dirname(path), 'notes.txt'), 'mine');
  expect(await write('good.backup')).toMatchObject({ blobs: 1 });
  await chmod(path, 0o600);
  await writeFile(path, 'wrong');
  await expect(write()).rejects.toMatchObject({ code: 'backup.damaged_blob', params: { path } });
  expect(await readdir(out)).toEqual(['good.backup']);
});

test('house a backup that is broken off leaves nothing', async () => {
  const ending = new AbortController();
  await expect(write('a.backup', { signal: ending.signal, report: () => ending.abort() })).rejects.toThrow(/abort/i);
  expect(await readdir(out)).toEqual([]);
});
