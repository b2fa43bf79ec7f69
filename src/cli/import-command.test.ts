import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../test/kit/app.ts';
import { uploadFile } from '../../test/kit/importing.ts';
import type { Import } from '../capabilities/datasets/contract.ts';
import { runTerminal } from './run-terminal.ts';

let peil: TestPeil;
let server: string;
let problemId: string;
beforeAll(async () => {
  peil = await openTestPeil();
  await peil.app.listen({ host: '127.0.0.1', port: 0 });
  await peil.services.jobs.start();
  server = `http://127.0.0.1:${(peil.app.server.address() as AddressInfo).port}`;
  const created = await peil.app.inject({ method: 'POST', url: '/api/problems', payload: { title: 'Flights' } });
  problemId = created.json<{ id: string }>().id;
});
afterAll(() => peil.close());

async function type(...words: string[]) {
  const said: string[] = [];
  const told: string[] = [];
  const shares: number[] = [];
  const exitCode = await runTerminal([...words, '--server', server], {
    locale: 'en',
    say: (line) => void said.push(line),
    tell: (line) => void told.push(line),
    progress: (share) => void shares.push(share),
  });
  return { exitCode, said: said.join('\n'), told: told.join('\n'), shares };
}

async function given(name: string, content: string): Promise<string> {
  const file = join(peil.services.config.dataFolder, name);
  await writeFile(file, content);
  return file;
}

test('PF7 the terminal sends a file, waits for its version, and finds the same content again', async () => {
  const file = await given('flights.csv', 'day,delay\n2001-01-01,4\n2001-01-02,9\n');
  const first = await type('dataset', 'import', file, '--problem', problemId, '--json');
  expect(first).toMatchObject({ exitCode: 0, told: '' });
  expect(first.shares.at(-1)).toBe(1);
  const imported = JSON.parse(first.said) as Import;
  expect(imported).toMatchObject({ state: 'done', datasetName: 'flights', isSame: false });
  const again = await type('dataset', 'import', file, '--problem', problemId, '--name', 'flights');
  expect(again).toMatchObject({ exitCode: 0, told: 'This content was here already: no new version was made.' });
  expect((await type('dataset', 'list', problemId)).said).toContain('flights');
  const sql = 'select sum(delay)::integer as late from data';
  const asked = await type('dataset', 'query', problemId, imported.versionId ?? '', '--sql', sql, '--json');
  expect(JSON.parse(asked.said)).toMatchObject({ rows: [[13]] });
});

test('PF7 an upload that broke off goes on by --resume, and what cannot be read ends with its sentence', async () => {
  const content = 'a,b\n1,2\n3,4\n';
  const file = await given('rest.csv', content);
  const begun = await peil.app.inject({
    method: 'POST',
    url: `/api/problems/${problemId}/uploads`,
    payload: { name: 'rest.csv', size_bytes: content.length },
  });
  const { id } = begun.json<{ id: string }>();
  await peil.app.inject({
    method: 'PUT',
    url: `/api/problems/${problemId}/uploads/${id}/content?offset=0`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: content.slice(0, 5),
  });
  const resumed = await type('dataset', 'import', file, '--problem', problemId, '--resume', id, '--json');
  expect(JSON.parse(resumed.said)).toMatchObject({ state: 'done', datasetName: 'rest' });
  const broken = await given('broken.parquet', 'nothing of the kind');
  const refused = await type('dataset', 'import', broken, '--problem', problemId);
  expect(refused).toMatchObject({ exitCode: 2, said: '', told: expect.stringContaining('broken.parquet') });
});

test('PF7 the terminal says what is missing before it sends anything', async () => {
  const missing = await type('dataset', 'import', 'nowhere.csv');
  expect(missing).toMatchObject({ exitCode: 2, told: expect.stringContaining('--problem') });
  const nowhere = await type('dataset', 'import', 'nowhere.csv', '--problem', problemId);
  expect(nowhere).toMatchObject({ exitCode: 2, told: expect.stringContaining('nowhere.csv') });
  const upload = await uploadFile(peil, { problemId, file: { name: 'x.csv', content: 'a\n1\n' } });
  const other = await type('dataset', 'import', 'nowhere.csv', '--problem', 'none', '--resume', upload.id);
  expect(other.exitCode).toBe(2);
});
