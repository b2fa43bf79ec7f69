import { access, constants, mkdir } from 'node:fs/promises';
import { lockFolder } from './folder-lock.ts';
import { checkStamp } from './stamp.ts';

export interface DataFolder {
  /** Another process may have it from here on. */
  close(): void;
}

/**
 * Takes the data folder for this process alone, makes it where it is not there, and sees that this Peil can read it. Comes
 * before anything in it is opened; throws the sentence about what stands in the way.
 */
export async function openDataFolder(path: string, { version }: { version: string }): Promise<DataFolder> {
  await mkdir(path, { recursive: true });
  await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  const lock = await lockFolder(path);
  try {
    await checkStamp(path, version);
    return { close: () => lock.release() };
  } catch (error) {
    lock.release();
    throw error;
  }
}
