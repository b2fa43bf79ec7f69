import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Services } from '../../platform/context/context.ts';
import { blobErrors } from '../../platform/blobs/errors.ts';
import { datasetErrors } from './errors.ts';

type Where = Pick<Services, 'config'>;

/** Files that arrive in parts, beside the blobs: what is whole moves there when it is imported. */
export const uploadFolder = ({ config }: Where): string => join(config.dataFolder, 'uploads');

/** Ids are made here and hold no path. */
export const uploadPath = (where: Where, id: string): string => join(uploadFolder(where), id);

/** A file that cannot fit is refused before its first byte; twice its size is needed while it is being read. */
export async function refuseWithoutRoom(where: Where, size_bytes: number): Promise<void> {
  await mkdir(uploadFolder(where), { recursive: true });
  const { bavail, bsize } = await statfs(uploadFolder(where));
  const free_bytes = bavail * bsize;
  if (size_bytes * 2 > free_bytes) throw datasetErrors.noRoom({ size_bytes: size_bytes * 2, free_bytes });
}

/**
 * Writes a part as it streams in, from the offset on. Answers how many bytes of it are on the disk, also where the sender
 * went away half-way: sending goes on from there.
 */
export async function appendPart(
  path: string,
  content: AsyncIterable<Buffer | string>,
  { offset, most_bytes }: { offset: number; most_bytes: number },
): Promise<{ written_bytes: number; isTooMuch: boolean }> {
  const file = await open(path, offset === 0 ? 'w' : 'r+');
  let written_bytes = 0;
  let isTooMuch = false;
  try {
    for await (const chunk of content) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      const fitting = bytes.subarray(0, Math.max(0, most_bytes - written_bytes));
      for (let at = 0; at < fitting.length;) {
        const { bytesWritten } = await file.write(fitting, at, fitting.length - at, offset + written_bytes);
        at += bytesWritten;
        written_bytes += bytesWritten;
      }
      isTooMuch = fitting.length < bytes.length;
      if (isTooMuch) break;
    }
  } catch (error) {
    if (isDiskFull(error)) throw blobErrors.diskFull();
    if (!isBrokenOff(error)) throw error;
  } finally {
    await file.sync().catch(() => {});
    await file.close();
  }
  return { written_bytes, isTooMuch };
}

function isDiskFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT';
}

/** The sender went away: what it had sent stays. */
function isBrokenOff(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ABORT_ERR';
}

export async function removeUploadFile(where: Where, id: string): Promise<void> {
  await rm(uploadPath(where, id), { force: true });
}

/** Files in the folder that nobody knows any more, left by a process that was killed; none that may be new. */
export async function listForgottenFiles(
  ctx: Pick<Context, 'config' | 'clock'>,
  { known, olderThan_ms }: { known: ReadonlySet<string>; olderThan_ms: number },
): Promise<string[]> {
  const names = await readdir(uploadFolder(ctx)).catch(() => []);
  const forgotten: string[] = [];
  for (const name of names) {
    if (known.has(name)) continue;
    const { mtimeMs } = await stat(join(uploadFolder(ctx), name));
    if (Date.now() - mtimeMs > olderThan_ms) forgotten.push(name);
  }
  return forgotten;
}
