import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { newId } from '../ids.ts';
import { syncFolder } from '../sync-folder.ts';
import type { BlobStat, BlobStore, ByteRange, PutOptions, StoredBlob } from './blob-store.ts';
import { blobErrors } from './errors.ts';
import { OnApproval } from './on-approval.ts';
import { asSha256, type Sha256 } from './sha256.ts';

const readOnly = 0o444;

/** Blobs in a folder: `sha256/ab/cd/abcd...`, beside `incoming/` for what is not whole yet. */
export class DiskBlobs implements BlobStore {
  readonly #folder: string;
  readonly #onApproval = new OnApproval();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** What a killed process had begun to write is removed: nobody was told that it was kept. */
  static async open(folder: string): Promise<DiskBlobs> {
    await mkdir(join(folder, 'sha256'), { recursive: true });
    await mkdir(join(folder, 'incoming'), { recursive: true });
    for (const name of await readdir(join(folder, 'incoming'))) await rm(join(folder, 'incoming', name));
    return new DiskBlobs(folder);
  }

  async put(content: Readable, options: PutOptions): Promise<StoredBlob> {
    return this.putFor(content, options, async (stored) => stored);
  }

  async putFor<T>(content: Readable, options: PutOptions, use: (stored: StoredBlob) => Promise<T>): Promise<T> {
    const incoming = join(this.#folder, 'incoming', newId());
    try {
      const { sha256, size_bytes } = await receive(content, incoming, options);
      return await this.#onApproval.during(sha256, {
        bring: async () => {
          const isNew = !(await this.has(sha256));
          if (isNew) await moveInPlace(incoming, this.#path(sha256));
          else await rm(incoming);
          return isNew;
        },
        use: (isNew) => use({ sha256, size_bytes, isNew }),
        takeAway: () => this.remove(sha256),
      });
    } catch (error) {
      content.destroy();
      await rm(incoming, { force: true });
      throw isDiskFull(error) ? blobErrors.diskFull() : error;
    }
  }

  async get(sha256: Sha256, range?: ByteRange): Promise<Readable> {
    return createReadStream(await this.localPath(sha256), range ?? {});
  }

  async has(sha256: Sha256): Promise<boolean> {
    return (await this.stat(sha256)) !== undefined;
  }

  async stat(sha256: Sha256): Promise<BlobStat | undefined> {
    try {
      return { size_bytes: (await stat(this.#path(sha256))).size };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async remove(sha256: Sha256): Promise<void> {
    await rm(this.#path(sha256), { force: true });
  }

  async localPath(sha256: Sha256): Promise<string> {
    if (!(await this.has(sha256))) throw blobErrors.notFound({ sha256 });
    return this.#path(sha256);
  }

  #path(sha256: Sha256): string {
    return join(this.#folder, 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

/** Writes and hashes in one pass; on the disk before it is answered. */
async function receive(
  content: Readable,
  path: string,
  { limit_bytes, expected }: PutOptions,
): Promise<{ sha256: Sha256; size_bytes: number }> {
  const file = await open(path, 'wx', readOnly);
  const hash = createHash('sha256');
  let size_bytes = 0;
  try {
    for await (const chunk of content as AsyncIterable<Buffer | string>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      size_bytes += bytes.length;
      if (size_bytes > limit_bytes) throw blobErrors.tooLarge({ limit_bytes });
      hash.update(bytes);
      await writeAll(file, bytes);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  const sha256 = asSha256(hash.digest('hex'));
  if (!sha256) throw new Error('a SHA-256 is 64 hexadecimal digits');
  if (expected && expected !== sha256) throw blobErrors.otherContent({ expected, given: sha256 });
  return { sha256, size_bytes };
}

/** A disk that is nearly full takes a part of what it is given. */
async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at)).bytesWritten;
}

/** The rename is on the disk, too, with every folder that was made for it: a power cut takes nothing away afterwards. */
async function moveInPlace(from: string, to: string): Promise<void> {
  const folder = dirname(to);
  await mkdir(folder, { recursive: true });
  await rename(from, to);
  for (const each of [folder, dirname(folder), dirname(dirname(folder))]) await syncFolder(each);
}

function isDiskFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
