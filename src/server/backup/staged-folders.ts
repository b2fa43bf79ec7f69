import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newId } from '../../platform/ids.ts';
import { syncFolder } from '../../platform/sync-folder.ts';
import { backupErrors } from './errors.ts';

export interface WantedFolder {
  path: string;
  /** the option it is given by */
  option: string;
}

/** Refuses a place where something is already, or that cannot be exchanged for another folder at once. */
export async function refuseOccupied({ path, option }: WantedFolder): Promise<void> {
  let names: string[];
  try {
    names = await readdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    throw backupErrors.notWritable({ path, reason: code ?? '' });
  }
  if (names.length > 0) throw backupErrors.folderNotEmpty({ path, option });
  if ((await stat(path)).dev !== (await stat(dirname(path))).dev) throw backupErrors.mountPoint({ path, option });
}

/** A folder that is filled beside its place, where nobody looks, and then put there whole. */
export class StagedFolder {
  /** where to fill it */
  readonly path: string;
  readonly #place: string;
  #isShown = false;

  private constructor(path: string, place: string) {
    this.path = path;
    this.#place = place;
  }

  static async make(place: string): Promise<StagedFolder> {
    const path = `${place}.restoring-${newId()}`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await mkdir(path, { mode: 0o700 });
    } catch (error) {
      throw backupErrors.notWritable({ path: place, reason: (error as NodeJS.ErrnoException).code ?? '' });
    }
    return new StagedFolder(path, place);
  }

  async show(): Promise<void> {
    // An empty folder may be in the way, and is no loss; one that was filled meanwhile is not removed by this.
    await rmdir(this.#place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await rename(this.path, this.#place);
    this.#isShown = true;
    await syncFolder(dirname(this.#place));
  }

  async discard(): Promise<void> {
    await rm(this.#isShown ? this.#place : this.path, { recursive: true, force: true });
  }
}
