import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newId } from './ids.ts';
import { syncFolder } from './sync-folder.ts';

/**
 * Writes a file beside its place and then moves it there: after a crash or on a full disk there is the old file or the new
 * one, whole. Durable when it answers.
 */
export async function writeWhole(path: string, text: string, { mode = 0o644 }: { mode?: number } = {}): Promise<void> {
  const draft = `${path}.${newId()}`;
  try {
    const file = await open(draft, 'wx', mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}
