import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Context } from '../../platform/context/context.ts';
import { fetchFrom } from './connect/fetch-from.ts';
import type { Fetched, Snapshot } from './connect/fetching.ts';
import { datasetErrors } from './errors.ts';
import type { StoredImport } from './import-queries.ts';
import type { FileFormat, ReadOptions } from './read-options-contract.ts';
import type { Place } from './reading-contract.ts';
import { allowanceOf } from './source-allowance.ts';
import { datasetDb } from './tables.ts';
import { fileLimit_bytes } from './upload-contract.ts';
import { uploadPath } from './upload-files.ts';
import { findConnection, secretOf } from './write-connection.ts';

/** A file of an import, on this disk. */
export interface BroughtFile {
  path: string;
  name: string;
  size_bytes: number;
  /** how it must be read, where whoever sends it knows */
  read?: { format: FileFormat; options: ReadOptions };
  /** of what was fetched: where it was, and what says which data it is */
  place?: Place;
}

interface Bringing {
  row: StoredImport;
  scratchFolder: string;
  signal: AbortSignal;
}

/** The files of an import one after another: those that were uploaded, or what its source has. */
export function bringFiles(ctx: Context, bringing: Bringing): AsyncGenerator<BroughtFile> {
  const { row, ...where } = bringing;
  if (row.origin === 'upload') return uploadedFiles(ctx, row.id);
  return fetchFiles(ctx, { sourceId: row.source_id ?? '', ...where });
}

async function* uploadedFiles(ctx: Context, importId: string): AsyncGenerator<BroughtFile> {
  const uploads = await datasetDb(ctx.db)
    .selectFrom('dataset_upload')
    .select(['id', 'name', 'size_bytes'])
    .where('import_id', '=', importId)
    .orderBy('position')
    .execute();
  for (const { id, name, size_bytes } of uploads) yield { path: uploadPath(ctx, id), name, size_bytes };
}

/** The files that a source has now, into this folder. */
export async function* fetchFiles(
  ctx: Context,
  { sourceId, scratchFolder, signal }: Omit<Bringing, 'row'> & { sourceId: string },
): AsyncGenerator<BroughtFile> {
  const names = new Set<string>();
  for await (const { name, content, read, snapshot } of await fetching(ctx, sourceId, signal)) {
    if (names.has(name)) throw datasetErrors.sameFileName({ name });
    names.add(name);
    const path = join(scratchFolder, `fetched-${names.size}`);
    let size_bytes = 0;
    content.on('data', (chunk: Buffer) => (size_bytes += chunk.length));
    await pipeline(content, createWriteStream(path), { signal });
    yield { path, name, size_bytes, place: placeOf(name, snapshot), ...(read ? { read } : {}) };
  }
  if (names.size === 0) throw datasetErrors.nothingFetched();
}

async function fetching(ctx: Context, sourceId: string, signal: AbortSignal): Promise<AsyncGenerator<Fetched>> {
  const connection = await findConnection(ctx, sourceId);
  if (!connection) throw datasetErrors.notConnected();
  return fetchFrom(connection, {
    signal,
    allowance: await allowanceOf(ctx),
    folders: ctx.config.sourceFolders,
    secret: () => ctx.secrets.find(secretOf(sourceId)),
    limit_bytes: fileLimit_bytes,
  });
}

/** What is there now, without fetching it: a file is let go as soon as its place has said which one it is. */
export async function lookAtPlaces(ctx: Context, sourceId: string, signal: AbortSignal): Promise<Place[]> {
  const places: Place[] = [];
  for await (const { name, snapshot } of await fetching(ctx, sourceId, signal)) places.push(placeOf(name, snapshot));
  return places;
}

function placeOf(file: string, snapshot: Snapshot): Place {
  const { kind, facts } = snapshot;
  return { file, kind, id: kind === 'reference' ? snapshot.id : null, facts: { ...facts } };
}
