import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPeil } from '../../test/kit/app.ts';
import { writeNotes } from '../../test/kit/audited.ts';
import type { Locale } from '../platform/text/locale.ts';
import { runTerminal } from './run-terminal.ts';

let folder: string;
let place: string[];
let checkpoints: string;
let trail: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peil-audit-cli-'));
  const dataFolder = join(folder, 'data');
  checkpoints = join(folder, 'checkpoints');
  place = ['--data', dataFolder, '--checkpoints', checkpoints];
  trail = join(folder, 'trail.jsonl');
  const peil = await openTestPeil({ dataFolder, checkpointFolder: checkpoints });
  await writeNotes(peil.services, 4);
  await peil.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function type(words: readonly string[], locale: Locale = 'en') {
  const said: string[] = [];
  const told: string[] = [];
  const terminal = {
    locale,
    say: (line: string) => void said.push(line),
    tell: (line: string) => void told.push(line),
    progress: () => {},
  };
  const exitCode = await runTerminal(words, terminal);
  return { exitCode, said: said.join('\n'), told: told.join('\n') };
}

test('RM3 the terminal verifies a data folder without a server', async () => {
  const verified = await type(['audit', 'verify', ...place]);
  expect(verified).toMatchObject({ exitCode: 0, told: '' });
  expect(verified.said).toContain('sealed events are whole and in order.');
  expect(verified.said).toContain('are attested outside the database, by 1 signed checkpoint(s)');
});

test('RM3 the terminal exports the trail and verifies the file, also where it was changed', async () => {
  expect(await type(['audit', 'export', ...place, '--out', trail])).toMatchObject({ exitCode: 0 });
  const keys = join(checkpoints, 'verifier-keys.txt');
  const verify = ['audit', 'verify', '--file', trail, '--checkpoints', checkpoints, '--keys', keys];
  expect(await type(verify)).toMatchObject({ exitCode: 0, said: expect.stringContaining('whole and in order') });
  expect((await type(['audit', 'verify', '--file', trail])).said).toContain('No checkpoint attests them');
  await writeFile(trail, (await readFile(trail, 'utf8')).replace('note-2', 'note-9'));
  const found = await type(verify, 'nl');
  expect(found).toMatchObject({ exitCode: 6, said: expect.stringMatching(/Gebeurtenis \d+ heeft niet de hash/) });
});

test.each([
  [
    'verify of a file that is not there',
    ['audit', 'verify', '--data', '/nowhere/peil', '--file', '/nowhere/trail'],
    'is not there',
  ],
  ['export of nothing', ['audit', 'export', '--data', '/nowhere/peil'], 'There is no trail of Peil in /nowhere/peil'],
])('RM3 %s is refused with a sentence', async (_what, words, sentence) => {
  expect(await type(words)).toMatchObject({ exitCode: 5, told: expect.stringContaining(sentence) });
});

test('RM3 an export that cannot be written says why', async () => {
  const { exitCode, told } = await type(['audit', 'export', ...place, '--out', join(folder, 'no', 'such', 'folder')]);
  expect([exitCode, told]).toEqual([4, expect.stringContaining('cannot be written (ENOENT)')]);
});
