import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../test/kit/app.ts';
import { importFiles } from '../../test/kit/importing.ts';
import { asking, writtenProblem } from '../../test/kit/written-problem.ts';
import { keepOnePage, listAttachments, readOnePage } from '../capabilities/formulation/contract.ts';
import type { Locale } from '../platform/text/locale.ts';
import { allCommands } from './all-commands.ts';
import { runTerminal } from './run-terminal.ts';

let peil: TestPeil;
let server: string;
beforeAll(async () => {
  peil = await openTestPeil();
  await peil.app.listen({ host: '127.0.0.1', port: 0 });
  server = `http://127.0.0.1:${(peil.app.server.address() as AddressInfo).port}`;
});
afterAll(() => peil.close());

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

const ask = (words: readonly string[], locale?: Locale) => type([...words, '--server', server], locale);

async function newProblem(title: string): Promise<string> {
  const { said } = await ask(['problem', 'create', '--title', title, '--json']);
  return (JSON.parse(said) as { id: string }).id;
}

test('house the terminal makes, shows and lists a problem', async () => {
  const id = await newProblem('Late flights');
  expect(await ask(['problem', 'show', id])).toMatchObject({
    exitCode: 0,
    said: expect.stringMatching(/title +Late flights\n/),
  });
  const listed = await ask(['problem', 'list']);
  expect(listed.said).toMatch(/^id +title/m);
  expect(listed.said).toContain('Late flights');
});

test('house a change reads the version first, and --if-version holds to one that was read before', async () => {
  const id = await newProblem('One');
  expect((await ask(['problem', 'rename', id, '--title', 'Two'])).exitCode).toBe(0);
  const stale = await ask(['problem', 'rename', id, '--title', 'Three', '--if-version', '1']);
  expect(stale).toMatchObject({ exitCode: 6, told: expect.stringContaining('the current one is 2') });
  const current = await ask(['problem', 'rename', id, '--title', 'Three', '--if-version', '2']);
  expect(current.exitCode).toBe(0);
});

test('house a text is given as it is, from a file, or begins with @@', async () => {
  const id = await newProblem('Texts');
  const file = join(peil.services.config.dataFolder, 'situation.txt');
  await writeFile(file, 'Planned too late.\nEvery day.\n');
  const written = await ask([
    'opportunity',
    'write',
    id,
    '--current-situation',
    `@${file}`,
    '--affected',
    '@@night shift',
    '--json',
  ]);
  expect(written.told).toBe('');
  expect(written.said).toContain(JSON.stringify('Planned too late.\nEvery day.'));
  expect(written.said).toContain('"@night shift"');
});

test('house the refusal of the server is said in the language of the terminal', async () => {
  const english = await ask(['problem', 'show', 'nope']);
  const dutch = await ask(['problem', 'show', 'nope'], 'nl');
  expect([english.exitCode, dutch.exitCode]).toEqual([5, 5]);
  expect(english.told).toContain('There is no problem nope');
  expect(dutch.told).toContain('Er is geen probleem nope');
});

test.each([
  [['problem', 'shwo', 'x'], 'There is no command "shwo". Did you mean: show?'],
  [['problem', 'show'], '`peil problem show` needs <problem-id>'],
  [['problem', 'create'], 'needs --title'],
  [['problem', 'list', '--colour', 'red'], '`peil problem list` has no option --colour'],
  [['problem', 'list', '--server'], '--server was given without its value'],
  [['problem', 'list', '--server', 'ftp://x'], '"ftp://x" is not the address of a server'],
  [['problem', 'rename', 'x', '--title', 'y', '--if-version', 'last'], '--if-version <number>'],
  [['problem', 'rename', 'x', '--title', '@/nowhere/at/all'], 'The file /nowhere/at/all of --title cannot be read'],
  [['value', 'write', 'x', '--model', '{', '--if-version', '1'], '--model was given "{"; expected'],
  [['serve', '--port', 'abc'], '--port was given "abc"; expected a whole number from 0 to 65535'],
  [['serve', 'now'], '`peil serve` was given more than it takes'],
  [['completion', 'tcsh'], 'There is no completion for "tcsh"'],
])('house peil %j is answered with a sentence and exit code 2', async (words, sentence) => {
  const { exitCode, told, said } = await type(words);
  expect(told).toContain(sentence);
  expect(said).toBe('');
  expect(exitCode).toBe(2);
});

test('house a server that is not there is named, with exit code 7', async () => {
  const { exitCode, told } = await type(['problem', 'list', '--server', 'http://127.0.0.1:9']);
  expect(told).toContain('No Peil answers at http://127.0.0.1:9/');
  expect(exitCode).toBe(7);
});

test('PF10 the one page is read as Markdown or HTML, and written to a file in each form', async () => {
  const { problemId } = await writtenProblem(peil);
  const { markdown, html, hash } = await asking(peil, readOnePage, { params: { problemId } });
  expect((await ask(['problem', 'one-page', problemId])).said).toBe(markdown.trimEnd());
  const dutch = await ask(['problem', 'one-page', problemId, '--markdown'], 'nl');
  expect(dutch.said).toContain('## Welke waarde');
  expect((await ask(['problem', 'one-page', problemId, '--language', 'nl'])).said).toBe(dutch.said);
  const file = (name: string) => join(peil.services.config.dataFolder, name);
  for (const [form, content] of Object.entries({ markdown, html })) {
    const path = file(`page.${form}`);
    const { told, exitCode } = await ask(['problem', 'one-page', problemId, `--${form}`, '--output', path]);
    expect([told, exitCode]).toEqual([`Written: ${path}`, 0]);
    expect(await readFile(path, 'utf8')).toBe(content);
  }
  await ask(['problem', 'one-page', problemId, '--pdf', '--output', file('page.pdf')]);
  const address = `/api/problems/${problemId}/one-page/pdf`;
  const { rawPayload } = await peil.app.inject({ method: 'GET', url: address });
  expect((await readFile(file('page.pdf'))).equals(rawPayload)).toBe(true);
  expect(rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await ask(['problem', 'one-page', problemId])).said).toContain(hash);
});

test('PF10 a version that was kept is written as it was; one that is not there is refused', async () => {
  const { problemId } = await writtenProblem(peil);
  const kept = await asking(peil, keepOnePage, { params: { problemId } });
  const version = ['problem', 'one-page', problemId, '--kept'];
  expect((await ask([...version, '1'])).said).toContain(kept.hash);
  const path = join(peil.services.config.dataFolder, 'kept.pdf');
  expect((await ask([...version, '1', '--pdf', '--output', path])).exitCode).toBe(0);
  const refused = await ask([...version, '9', '--pdf', '--output', path]);
  expect(refused).toMatchObject({ exitCode: 5, told: expect.stringContaining('9') });
});

test.each([
  [['--pdf'], '`peil problem one-page` needs --output'],
  [['--pdf', '--html', '--output', 'x'], 'was given --html and --pdf, and takes one of them at a time'],
])('PF10 peil problem one-page %j is answered with a sentence and exit code 2', async (words, sentence) => {
  const { exitCode, told } = await ask(['problem', 'one-page', 'x', ...words]);
  expect([exitCode, told]).toEqual([2, expect.stringContaining(sentence)]);
});

test('PF1 a file of the evidence is uploaded and downloaded again, byte for byte', async () => {
  const { problemId } = await writtenProblem(peil);
  const file = (name: string) => join(peil.services.config.dataFolder, name);
  const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7) % 256);
  await writeFile(file('log.bin'), bytes);
  expect((await ask(['attachment', 'upload', problemId, '--title', 'Log', '--file', file('log.bin')])).exitCode).toBe(
    0,
  );
  const { attachments } = await asking(peil, listAttachments, { params: { problemId } });
  const download = ['attachment', 'download', problemId, attachments[0]?.id ?? ''];
  const { told, said, exitCode } = await ask([...download, '--output', file('again.bin')]);
  expect([told, said, exitCode]).toEqual([`Written: ${file('again.bin')}`, '', 0]);
  expect(new Uint8Array(await readFile(file('again.bin')))).toEqual(bytes);
  const without = await ask(download);
  expect(without).toMatchObject({
    exitCode: 2,
    told: expect.stringContaining('`peil attachment download` needs --output'),
  });
  const missing = await ask(['attachment', 'download', problemId, 'none', '--output', file('none.bin')]);
  expect(missing.exitCode).toBe(5);
});

test('DE1 what was given of a version is downloaded as it comes, byte for byte', async () => {
  const { problemId } = await writtenProblem(peil);
  const content = `n\n${Array.from({ length: 4000 }, (_, at) => at).join('\n')}\n`;
  const files = [{ name: 'numbers.csv', content }];
  const { versionId } = await importFiles(peil, { problemId, files, body: { name: 'Numbers' } });
  const again = join(peil.services.config.dataFolder, 'numbers-again.csv');
  const download = ['dataset', 'download', problemId, versionId ?? ''];
  const { told, said, exitCode } = await ask([...download, '0', '--output', again]);
  expect([told, said, exitCode]).toEqual([`Written: ${again}`, '', 0]);
  expect(await readFile(again, 'utf8')).toBe(content);
  expect(await ask([...download, '0'])).toMatchObject({
    exitCode: 2,
    told: expect.stringContaining('`peil dataset download` needs --output'),
  });
  expect((await ask([...download, '5', '--output', `${again}.none`])).exitCode).toBe(5);
});

test('PF10 a file that cannot be written is named', async () => {
  const { problemId } = await writtenProblem(peil);
  const { exitCode, told } = await ask(['problem', 'one-page', problemId, '--output', '/nowhere/at/all.md']);
  expect(told).toContain('The file /nowhere/at/all.md of --output cannot be written (ENOENT)');
  expect(exitCode).not.toBe(0);
});

test('house nothing from the server steers the terminal', async () => {
  const text = 'Bell \u0007 and \u001b[31m red';
  const id = await newProblem('Texts');
  await ask(['opportunity', 'write', id, '--current-situation', text]);
  const { said } = await ask(['opportunity', 'show', id]);
  expect(said).toContain('Bell  and [31m red');
  const refused = await ask(['problem', 'show', text]);
  expect(refused.told).toContain('There is no problem Bell  and [31m red');
  const { told } = await ask(['problem', 'create', '--title', `@${text}`]);
  expect(told).toContain('The file Bell  and [31m red');
});

test('house every command has a summary, and a name of its own', () => {
  const commands = allCommands();
  const names = commands.map(({ words }) => words.join(' '));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(names).toContain('problem list');
  for (const { summary, options } of commands) {
    expect(summary.en).toMatch(/^[A-Z]/);
    const flags = options.map(({ name }) => name);
    expect(flags.filter((name, index) => flags.indexOf(name) !== index)).toEqual([]);
  }
});
