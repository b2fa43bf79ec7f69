import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDataAdequate } from '../../test/kit/adequate-data.ts';
import type { TestPeil } from '../../test/kit/app.ts';
import { askTerminal } from '../../test/kit/ask-terminal.ts';
import { phoneDraft } from '../../test/kit/framework-draft.ts';
import { openListeningPeil } from '../../test/kit/listening.ts';
import { writtenProblem } from '../../test/kit/written-problem.ts';

let peil: TestPeil & { address: string };
beforeAll(async () => {
  peil = await openListeningPeil();
});
afterAll(() => peil.close());

const ask = (words: readonly string[]) => askTerminal(peil.address, words);

test('PF9 PF12 AA4 catalogue, board, selection and outcome by terminal, the record as a file', async () => {
  const { problemId } = await writtenProblem(peil);
  const bots = await ask(['framework', 'list', '--kind', 'bot', '--offer', 'open_source', '--json']);
  expect(JSON.parse(bots.said)).toMatchObject({ entries: [{ key: 'rasa-open-source', status: 'maintenance' }] });
  const closed = await ask(['approach', 'create', problemId, '--title', 'A rule']);
  expect([closed.exitCode === 0, closed.told]).toEqual([false, expect.stringContaining('gate G2')]);
  await findDataAdequate(peil, problemId);
  expect((await ask(['approach', 'suggest', problemId, '--keys', 'rule', '--keys', 'buy'])).exitCode).toBe(0);
  const file = (name: string) => join(peil.services.config.dataFolder, name);
  await writeFile(file('draft.json'), JSON.stringify(phoneDraft));
  const weigh = ['framework', 'weigh', problemId, '--draft', `@${file('draft.json')}`];
  const weighed = await ask([...weigh, '--if-version', '0']);
  expect([weighed.exitCode, weighed.told]).toEqual([0, '']);
  const choice = ['--outcome', 'chosen', '--candidate-ids', 'own', '--title', 'Trees', '--because', 'They are quick.'];
  const decided = await ask(['framework', 'decide', problemId, ...choice, '--selection-version', '1']);
  expect([decided.exitCode, decided.told]).toEqual([0, '']);
  const { said } = await ask(['framework', 'export', problemId, '1']);
  expect(said).toContain('Chosen option: "Own trees", because They are quick.');
  await ask(['framework', 'export', problemId, '1', '--output', file('record.md')]);
  const markdown = await readFile(file('record.md'), 'utf8');
  expect(markdown.trimEnd()).toBe(said);
  await writeFile(file('again.md'), markdown.replace('# Trees', '# Trees again'));
  expect((await ask(['framework', 'import', problemId, '--markdown', `@${file('again.md')}`])).exitCode).toBe(0);
  expect((await ask(['framework', 'decisions', problemId, '--json'])).said).toContain('Trees again');
  expect((await ask(['framework', 'export', problemId, '9'])).told).toContain('no decision 9');
}, 60_000);
