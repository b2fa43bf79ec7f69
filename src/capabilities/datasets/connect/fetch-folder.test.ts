import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchAll } from '../../../../test/kit/fetching.ts';

let root: string;
let allowed: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'peil-folder-'));
  allowed = join(root, 'data');
  await mkdir(join(allowed, 'flights', 'deeper.csv'), { recursive: true });
  await mkdir(join(root, 'data-secret'));
  await writeFile(join(root, 'data-secret', 'passwords.csv'), 'hush');
  for (const name of ['b.csv', 'a.csv', 'notes.txt', '.hidden.csv'])
    await writeFile(join(allowed, 'flights', name), `in ${name}`);
  await symlink(join(root, 'data-secret', 'passwords.csv'), join(allowed, 'flights', 'link.csv'));
  await symlink(join(root, 'data-secret'), join(allowed, 'out'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const folder = (path: string, pattern?: string) =>
  fetchAll({ kind: 'folder', path, ...(pattern !== undefined && { pattern }) }, { folders: [allowed] });

test('DE1 the files of a folder that fit, by name; links that lead out are left alone', async () => {
  const files = await folder(join(allowed, 'flights'), '*.CSV');
  expect(files.map(({ name, text }) => [name, text])).toEqual([
    ['a.csv', 'in a.csv'],
    ['b.csv', 'in b.csv'],
  ]);
  expect(files[0]).toMatchObject({ size_bytes: 8, snapshot: { kind: 'observed', facts: { size_bytes: '8' } } });
  expect(await folder(join(allowed, 'flights'), '?.csv')).toHaveLength(2);
  await expect(folder(join(allowed, 'flights'), '*.xlsx')).rejects.toMatchObject({ code: 'connect.no_files' });
});

test('DE1 only folders that the operator allowed are read, however they are written', async () => {
  for (const path of [
    root,
    join(root, 'data-secret'),
    join(allowed, '..', 'data-secret'),
    join(allowed, 'out'),
    '/etc',
    'flights',
    '/no/such',
  ])
    await expect(folder(path)).rejects.toMatchObject({ code: 'connect.folder_not_allowed', status: 422 });
  const none = fetchAll({ kind: 'folder', path: allowed });
  await expect(none).rejects.toMatchObject({ code: 'connect.folder_not_allowed' });
});
