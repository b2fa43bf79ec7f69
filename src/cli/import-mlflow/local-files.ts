import { createReadStream, existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from './source.ts';

/**
 * The folder of this machine that an address of artifacts means. Where it was moved, the longest end of the address that is below one
 * of the folders given; null where it is not here.
 */
export function folderOf(uri: string, moved: readonly string[]): string | null {
  const path = uri.startsWith('file:') ? fileURLToPath(uri.replace(/^file:\/(?!\/)/, 'file:///')) : uri;
  if (path.startsWith('/') && existsSync(path)) return path;
  const parts = path
    .replace(/^[a-z-]+:\/*/i, '')
    .split('/')
    .filter((part) => part !== '' && part !== '..');
  // One part alone, such as `artifacts`, says nothing of whose they are.
  for (let from = 0; from + 1 < parts.length; from += 1)
    for (const root of moved) {
      const candidate = join(root, ...parts.slice(from));
      if (existsSync(candidate)) return candidate;
    }
  return null;
}

/** Every file below a folder; links are not followed. */
export async function listFiles(folder: string | null): Promise<SourceFile[]> {
  if (folder === null || !existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.toSorted().map(async (file) => ({
      path: file.slice(folder.length + 1),
      size_bytes: (await stat(file)).size,
      open: async () => createReadStream(file),
    })),
  );
}
