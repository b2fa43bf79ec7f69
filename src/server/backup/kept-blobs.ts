import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { asSha256, type Sha256 } from '../../platform/blobs/sha256.ts';

export interface KeptBlob {
  sha256: Sha256;
  path: string;
}

/**
 * Every blob in the folder of a server that goes on putting and removing, in the order of their hashes. The store itself
 * is not opened: its opening clears away what the server is receiving.
 */
export async function* keptBlobs(folder: string): AsyncGenerator<KeptBlob> {
  for (const path of await sorted(folder)) {
    const sha256 = asSha256(basename(path));
    if (sha256) yield { sha256, path };
    else yield* keptBlobs(path);
  }
}

/** Folders are called by the first digits of what is in them, so that their order is that of the blobs. */
async function sorted(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort().map((name) => join(folder, name));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
