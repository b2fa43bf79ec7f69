import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createZstdDecompress } from 'node:zlib';
import { extract, type Header as TarHeader } from 'tar-stream';
import type { z } from 'zod';
import { AppError } from '../../platform/errors/app-error.ts';
import { contents, type Place, placeOf } from './archive-format.ts';
import { backupErrors } from './errors.ts';
import { Ledger } from './ledger.ts';

/** One entry at its place. Its bytes are read before the next one is asked for; they are judged at the end. */
export interface ArchiveEntry extends Place {
  name: string;
  size: number;
  chunks: AsyncIterable<Buffer>;
}

/** Of what is read whole into memory: a part of a table holds a million characters, or one longer row. */
const mostInMemory_bytes = 512 * 1024 * 1024;

/**
 * The entries of a backup, in order, the last one excepted: when this ends, everything that was handed out is what was
 * saved, and nothing is missing. Throws a sentence otherwise; whoever used an entry before must then undo it.
 */
export async function* readArchive(file: string, report: (share: number) => void): AsyncGenerator<ArchiveEntry> {
  const ledger = new Ledger();
  let last: Place & { name: string } = { section: 'header', rank: -1, key: '', name: '' };
  for await (const entry of tarEntries(file, report)) {
    const place = placeAfter(last, entry.header, file);
    last = { ...place, name: entry.header.name };
    const size = entry.header.size;
    const hash = createHash('sha256');
    const read = { ...last, size, chunks: taking(entry, { file, take: (chunk) => hash.update(chunk) }) };
    if (place.section === 'contents') {
      await refuseDifference(file, read, ledger);
      continue;
    }
    yield read;
    const sha256 = hash.digest('hex');
    if (place.section !== 'blobs') ledger.add({ name: last.name, size, sha256 });
    else if (place.key === sha256) ledger.addBlob({ name: last.name, size });
    else throw backupErrors.damaged({ file, entry: last.name });
  }
  if (last.section !== 'contents') throw backupErrors.unreadableArchive({ file, reason: 'its end is missing' });
}

/** Every entry has its one place: what is unknown, out of order, twice there or no plain file has none. */
function placeAfter(last: Place & { name: string }, header: TarHeader, file: string): Place {
  const place = placeOf(header.name);
  const isNext = place !== null && (place.rank > last.rank || (place.rank === last.rank && header.name > last.name));
  const isFirst = last.rank >= 0 || place?.section === 'header';
  if (place && isNext && isFirst && header.type === 'file') return place;
  throw backupErrors.foreignEntry({ file, entry: header.name, kind: header.type });
}

/** What breaks while an entry is read is heard by who reads it, not by who asks for the next one. */
async function* taking(
  chunks: AsyncIterable<Buffer>,
  { file, take }: { file: string; take: (chunk: Buffer) => void },
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of chunks) {
      take(chunk);
      yield chunk;
    }
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): AppError {
  return error instanceof AppError ? error : backupErrors.unreadableArchive({ file, reason: (error as Error).message });
}

async function refuseDifference(file: string, entry: ArchiveEntry, ledger: Ledger): Promise<void> {
  const stated = await readJson(file, entry, contents);
  const difference = ledger.findDifference(stated);
  if (difference !== null) throw backupErrors.damaged({ file, entry: difference });
}

/** An entry as a text, whole. */
export async function readText(file: string, { name, size, chunks }: ArchiveEntry): Promise<string> {
  if (size > mostInMemory_bytes) throw backupErrors.damaged({ file, entry: name });
  const read: Buffer[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read).toString();
}

export async function readJson<S extends z.ZodType>(file: string, entry: ArchiveEntry, schema: S): Promise<z.infer<S>> {
  const { success, data } = schema.safeParse(parsed(await readText(file, entry)));
  if (!success) throw backupErrors.damaged({ file, entry: entry.name });
  return data;
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type TarEntry = AsyncIterable<Buffer> & { header: TarHeader };

async function* tarEntries(file: string, report: (share: number) => void): AsyncGenerator<TarEntry> {
  const total = await sizeOfBackup(file);
  const tar = extract();
  const compressed = createReadStream(file, { highWaterMark: 1024 * 1024 });
  const bytes = createZstdDecompress();
  const fail = (error: Error) => tar.destroy(error);
  compressed.on('error', fail).pipe(bytes).on('error', fail).pipe(tar);
  tar.once('close', () => {
    compressed.destroy();
    bytes.destroy();
  });
  try {
    for await (const entry of tar) {
      yield entry as TarEntry;
      report(compressed.bytesRead / total);
    }
  } catch (error) {
    throw unreadable(file, error);
  }
}

const zstandard = Buffer.of(0x28, 0xb5, 0x2f, 0xfd);

/** Size in bytes, of a file that begins as ours do. */
async function sizeOfBackup(file: string): Promise<number> {
  try {
    const handle = await open(file, 'r');
    try {
      const beginning = Buffer.alloc(zstandard.length);
      await handle.read(beginning, 0, beginning.length, 0);
      if (!beginning.equals(zstandard)) throw backupErrors.notABackup({ file });
      return (await handle.stat()).size;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw backupErrors.unreadable({ file, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
}
