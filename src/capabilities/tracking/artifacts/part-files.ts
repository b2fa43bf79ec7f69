import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { blobErrors } from '../../../platform/blobs/errors.ts';
import type { Services } from '../../../platform/context/context.ts';
import { newId } from '../../../platform/ids.ts';

type Where = Pick<Services, 'config'>;

/** As the other stores that take files in parts. */
const partLimit_bytes = 5 * 1024 ** 3;

const uploadsFolder = ({ config }: Where): string => join(config.dataFolder, 'artifact-uploads');

/** Ids are made here and hold no path. */
const folderOf = (where: Where, id: string): string => join(uploadsFolder(where), id);

export async function makePartsFolder(where: Where, id: string): Promise<void> {
  await mkdir(folderOf(where, id), { recursive: true });
}

/**
 * Keeps a part as it streams in, on the disk before it is answered; one that was sent before gives way to it once it is whole.
 * Answers its SHA-256, which its name bears.
 */
export async function writePart(
  where: Where,
  { id, number }: { id: string; number: number },
  content: Readable,
): Promise<string> {
  const folder = folderOf(where, id);
  const arriving = join(folder, `arriving-${newId()}`);
  try {
    const file = await open(arriving, 'wx');
    const hash = createHash('sha256');
    let size_bytes = 0;
    try {
      for await (const chunk of content as AsyncIterable<Buffer>) {
        size_bytes += chunk.length;
        if (size_bytes > partLimit_bytes) throw blobErrors.tooLarge({ limit_bytes: partLimit_bytes });
        hash.update(chunk);
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    const sha256 = hash.digest('hex');
    const before = (await listParts(where, id)).get(number);
    await rename(arriving, join(folder, `${number}-${sha256}`));
    if (before && before !== sha256) await rm(join(folder, `${number}-${before}`), { force: true });
    return sha256;
  } catch (error) {
    await rm(arriving, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'ENOSPC' || code === 'EDQUOT' ? blobErrors.diskFull() : error;
  }
}

/** The SHA-256 of each part that is there, by its number. */
export async function listParts(where: Where, id: string): Promise<Map<number, string>> {
  const names = await readdir(folderOf(where, id)).catch(() => []);
  const parts = names.flatMap((name) => {
    const [, number = '', sha256 = ''] = /^(\d+)-([0-9a-f]{64})$/.exec(name) ?? [];
    return number === '' ? [] : [[Number(number), sha256] as const];
  });
  return new Map(parts);
}

/** One after the other. */
export async function* readParts(
  where: Where,
  { id, parts }: { id: string; parts: readonly { number: number; sha256: string }[] },
): AsyncGenerator<Buffer> {
  for (const { number, sha256 } of parts)
    yield* createReadStream(join(folderOf(where, id), `${number}-${sha256}`)) as AsyncIterable<Buffer>;
}

export async function removeParts(where: Where, id: string): Promise<void> {
  await rm(folderOf(where, id), { recursive: true, force: true });
}

/** Folders that nobody knows any more, left by a process that was killed; none that may be new. */
export async function listForgottenUploads(
  where: Where,
  { known, olderThan_ms }: { known: ReadonlySet<string>; olderThan_ms: number },
): Promise<string[]> {
  const names = await readdir(uploadsFolder(where)).catch(() => []);
  const forgotten: string[] = [];
  for (const name of names) {
    if (known.has(name)) continue;
    const { mtimeMs } = await stat(folderOf(where, name));
    if (Date.now() - mtimeMs > olderThan_ms) forgotten.push(name);
  }
  return forgotten;
}
