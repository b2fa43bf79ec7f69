import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { fetchFiles } from './bring-files.ts';
import { connectErrors } from './connect/errors.ts';
import { datasetErrors } from './errors.ts';
import type { ReadFile } from './join-readings.ts';
import { hashFile, readBrought, refuseOtherColumns } from './read-brought.ts';
import type { FileFormat } from './read-options-contract.ts';
import { getPresent, getReadyVersion, type ReadyVersion, readyFrom } from './ready-version.ts';
import { getSource } from './source-queries.ts';
import type { KnownVersion } from './version-queries.ts';

/** Why the rows of a version that is elsewhere cannot be had again: another content, none, or nobody lets us read it. */
export type Unread = 'changed' | 'gone' | 'unreachable';

interface Wanted {
  problemId: string;
  versionId: string;
  /** names the folder of what is read; the next use under this name clears what a killed process left */
  useId: string;
  signal: AbortSignal;
}

/**
 * The rows of a version for as long as `use` takes. What is kept here is there as it is; what is elsewhere is fetched again, and
 * is the version only if every file has the hash that it had. Else there are no files, and `unread` says why. Throws 404, 409
 * for an erased version, and what may pass by itself.
 */
export async function useRows<T>(
  ctx: Context,
  { useId, signal, ...place }: Wanted,
  use: (version: ReadyVersion, unread: Unread | null) => Promise<T>,
): Promise<T> {
  const version = await getPresent(ctx.db, place);
  if (version.kind === 'content') return use(await getReadyVersion(ctx, ctx.db, place), null);
  const scratchFolder = join(ctx.config.dataFolder, 'temp', 'readings', useId);
  try {
    await rm(scratchFolder, { recursive: true, force: true });
    await mkdir(scratchFolder, { recursive: true });
    const read = await readAgain(ctx, { version, problemId: place.problemId, scratchFolder, signal });
    if (typeof read === 'string') return await use(readyFrom({ ...version, ...place }, []), read);
    // As they are read now, should a newer Peil find other types in the same bytes.
    const columns = read[0]?.answer.columns.map(({ name, type }) => ({ name, type })) ?? version.columns;
    const parquet = read.map(({ answer }) => answer.parquet);
    return await use(readyFrom({ ...version, ...place, columns }, parquet), null);
  } finally {
    await rm(scratchFolder, { recursive: true, force: true });
  }
}

interface Reading {
  version: KnownVersion;
  problemId: string;
  scratchFolder: string;
  signal: AbortSignal;
}

async function readAgain(ctx: Context, reading: Reading): Promise<ReadFile[] | Unread> {
  try {
    return await readSame(ctx, reading);
  } catch (error) {
    if (reading.signal.aborted || !(error instanceof AppError) || [429, 503].includes(error.status)) throw error;
    return nothingThere.includes(error.code) ? 'gone' : 'unreachable';
  }
}

const nothingThere = [
  connectErrors.notThere({ where: '', what: '' }),
  connectErrors.noFiles({ where: '', pattern: '' }),
  datasetErrors.nothingFetched(),
].map(({ code }) => code);

async function readSame(
  ctx: Context,
  { version, problemId, scratchFolder, signal }: Reading,
): Promise<ReadFile[] | 'changed'> {
  const { files, format, options: told = {} } = version.manifest;
  const hashes = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const { id: sourceId } = await getSource(ctx, { problemId, sourceId: version.sourceId ?? '' });
  const read: ReadFile[] = [];
  for await (const file of fetchFiles(ctx, { sourceId, scratchFolder, signal })) {
    const { sha256 } = await hashFile(createReadStream(file.path, { signal }));
    if (hashes.get(file.name) !== sha256) return 'changed';
    const answer = await readBrought(ctx, { file, format: format as FileFormat, told, scratchFolder, signal });
    const [first] = read;
    if (first) refuseOtherColumns(first, { name: file.name, answer });
    read.push({ name: file.name, answer, place: file.place ?? null });
    await rm(file.path, { force: true });
  }
  return read.length === hashes.size ? read : 'changed';
}
