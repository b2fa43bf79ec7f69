import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { readErrors } from './errors.ts';
import { AppError } from '../../../platform/errors/app-error.ts';
import { asBroken, bounded, type GivenFile } from './bounded.ts';

export interface ZipEntry {
  name: string;
  /** as the archive says it; what is read is bounded all the same */
  size_bytes: number;
}

export interface ZipArchive {
  entries: readonly ZipEntry[];
  read(entry: ZipEntry): Promise<Readable>;
  close(): void;
}

/** A workbook has some dozens; an archive of one file has one. */
const mostEntries = 10_000;

/** Reads only the list of what is in it. */
export async function openZip(file: GivenFile): Promise<ZipArchive> {
  const { name } = file;
  const zip = await openPromise(file.path, { autoClose: false, lazyEntries: true }).catch((error: Error) => {
    throw asBroken(name, error);
  });
  const found = new Map<string, Entry>();
  try {
    if (zip.entryCount > mostEntries) throw readErrors.notOneFile({ name, count: zip.entryCount });
    for await (const entry of zip.eachEntry()) found.set(entry.fileName, entry);
  } catch (error) {
    zip.close();
    throw error instanceof AppError ? error : asBroken(name, error as Error);
  }
  return {
    entries: [...found.values()].map((entry) => ({ name: entry.fileName, size_bytes: entry.uncompressedSize })),
    read: ({ name: wanted }) => readEntry(zip, file, found.get(wanted)),
    close: () => zip.close(),
  };
}

async function readEntry(zip: ZipFile, { name }: GivenFile, entry: Entry | undefined): Promise<Readable> {
  if (!entry) throw readErrors.brokenArchive({ name, reason: 'a part is lacking' });
  if (entry.isEncrypted()) throw readErrors.locked({ name });
  const raw = await zip.openReadStreamPromise(entry).catch((error: Error) => {
    throw asBroken(name, error);
  });
  const content = bounded({ name, packed_bytes: entry.compressedSize });
  raw.on('error', (error) => content.destroy(asBroken(name, error))).pipe(content);
  content.on('close', () => raw.destroy());
  return content;
}
