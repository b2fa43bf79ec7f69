import { constants } from 'node:fs';
import { type FileHandle, open, readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import type { ConnectionOf } from '../connection-contract.ts';
import { connectErrors } from './errors.ts';
import { type Fetched, type FetchOptions, watched } from './fetching.ts';

/** The files of one folder of this machine, by name; what leads out of the allowed folders is not followed. */
export async function* fetchFolder(
  { path, pattern = '*' }: ConnectionOf<'folder'>,
  options: FetchOptions,
): AsyncGenerator<Fetched> {
  const folder = await allowedFolder(path, options.folders);
  const entries = await readdir(folder, { withFileTypes: true });
  const fitting = entries
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('.') && fits(name, pattern))
    .sort();
  let found = 0;
  for (const name of fitting) {
    const file = await openWithin(join(folder, name), options.folders);
    if (!file) continue;
    found += 1;
    const { size, mtime } = await file.stat();
    const facts = { path: join(path, name), modifiedAt: mtime.toISOString(), size_bytes: String(size) };
    const content = watched(file.createReadStream(), name, options);
    try {
      yield { name, content, size_bytes: size, snapshot: { kind: 'observed', facts } };
    } finally {
      content.destroy();
    }
  }
  if (found === 0) throw connectErrors.noFiles({ where: path, pattern });
}

/** The real path of a folder below those that may be read. */
export async function allowedFolder(path: string, folders: readonly string[]): Promise<string> {
  const real = isAbsolute(path) ? await realpath(path).catch(() => null) : null;
  // A folder that is not there and one that may not be read are told apart to nobody.
  if (real === null || !(await isBelow(real, folders))) throw connectErrors.folderNotAllowed({ path });
  return real;
}

async function isBelow(real: string, folders: readonly string[]): Promise<boolean> {
  for (const folder of folders) {
    const root = await realpath(folder).catch(() => null);
    const way = root === null ? '..' : relative(root, real);
    if (way === '' || (!way.startsWith('..') && !isAbsolute(way))) return true;
  }
  return false;
}

/** A regular file below the allowed folders; a link is taken for what it leads to, once. */
async function openWithin(path: string, folders: readonly string[]): Promise<FileHandle | null> {
  const real = await realpath(path).catch(() => null);
  if (real === null || !(await isBelow(real, folders))) return null;
  const file = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(() => null);
  if (file && (await file.stat()).isFile()) return file;
  await file?.close();
  return null;
}

function fits(name: string, pattern: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'is').test(name);
}
