import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginExample, findUnfinishedExample, forgetExample, unfinishedFile } from './unfinished-example.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peil-note-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const noted = async () => JSON.parse(await readFile(join(folder, unfinishedFile), 'utf8')) as unknown;

test('PF11 the note of what was begun is found by the next start, until it is forgotten', async () => {
  expect(await findUnfinishedExample(folder)).toBeNull();
  const begun = await beginExample(folder, '2026-01-05');
  expect(await noted()).toEqual({ day: '2026-01-05', problems: {} });
  begun.keepProblem('summer-ice', 'one');
  begun.keepProblem('late-flights', 'two');
  await begun.kept();
  const problems = { 'summer-ice': 'one', 'late-flights': 'two' };
  expect(await noted()).toEqual({ day: '2026-01-05', problems });
  const found = await findUnfinishedExample(folder);
  expect(JSON.parse(found?.asText() ?? '')).toEqual({ day: '2026-01-05', problems });
  await found?.forget();
  expect(await findUnfinishedExample(folder)).toBeNull();
  await forgetExample(folder);
});

test.each(['', '{', '[]', '{"day":"yesterday","problems":{}}', '{"day":"2026-01-05","problems":{"other":"one"}}'])(
  'PF11 a note that says %j is no reason to write into a Peil that may be in use',
  async (text) => {
    await writeFile(join(folder, unfinishedFile), text);
    expect(await findUnfinishedExample(folder)).toBeNull();
  },
);
