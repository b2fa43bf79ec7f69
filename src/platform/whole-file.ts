import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newId } from './ids.ts';

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

/** A new file is only there after a power failure when its folder was written too; some systems cannot, nor need to. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
