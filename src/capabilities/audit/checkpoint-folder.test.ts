import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCheckpointText } from './checkpoint.ts';
import { appendNote, readCheckpointFolder } from './checkpoint-folder.ts';
import { signerKey, signNote } from './signed-note.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peil-checkpoints-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const key = signerKey('peil-audit/test', randomBytes(32));
const noteOf = (size: number) =>
  signNote(writeCheckpointText({ origin: key.name, size, root: randomBytes(32).toString('base64') }), key);

test('RM3 wherever a power failure cuts a checkpoint off, those around it stay whole', async () => {
  const [before, torn, after] = [noteOf(1), noteOf(2), noteOf(3)];
  for (let length = 0; length <= torn.length; length += 1) {
    await writeFile(join(folder, 'checkpoints-2026-01.txt'), `${before}\n${torn.slice(0, length)}`);
    await appendNote(folder, after, Date.UTC(2026, 0, 5));
    const { notes } = await readCheckpointFolder(folder);
    const isWhole = length >= torn.length - 1;
    expect([length, notes.map(({ note }) => note)]).toEqual([
      length,
      isWhole ? [before, torn, after] : [before, after],
    ]);
  }
});
