import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Context } from '../../platform/context/context.ts';
import type { Allowance } from '../../platform/outbound/find-addresses.ts';
import { isPersonal } from '../identity/index.ts';
import { fetchFrom } from './connect/fetch-from.ts';
import { datasetErrors } from './errors.ts';
import type { StoredImport } from './import-queries.ts';
import type { FileFormat, ReadOptions } from './read-options-contract.ts';
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
}

interface Bringing {
  row: StoredImport;
  scratchFolder: string;
  signal: AbortSignal;
}

/** The files of an import one after another: those that were uploaded, or what its source has. */
export function bringFiles(ctx: Context, bringing: Bringing): AsyncGenerator<BroughtFile> {
  return bringing.row.origin === 'upload' ? uploadedFiles(ctx, bringing.row.id) : fetchedFiles(ctx, bringing);
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

async function* fetchedFiles(ctx: Context, { row, scratchFolder, signal }: Bringing): AsyncGenerator<BroughtFile> {
  const sourceId = row.source_id ?? '';
  const connection = await findConnection(ctx, sourceId);
  if (!connection) throw datasetErrors.notConnected();
  const names = new Set<string>();
  const fetched = fetchFrom(connection, {
    signal,
    allowance: await allowanceOf(ctx),
    folders: ctx.config.sourceFolders,
    secret: () => ctx.secrets.find(secretOf(sourceId)),
    limit_bytes: fileLimit_bytes,
  });
  for await (const { name, content, read } of fetched) {
    if (names.has(name)) throw datasetErrors.sameFileName({ name });
    names.add(name);
    const path = join(scratchFolder, `fetched-${names.size}`);
    let size_bytes = 0;
    content.on('data', (chunk: Buffer) => (size_bytes += chunk.length));
    await pipeline(content, createWriteStream(path), { signal });
    yield { path, name, size_bytes, ...(read ? { read } : {}) };
  }
  if (names.size === 0) throw datasetErrors.nothingFetched();
}

async function allowanceOf(ctx: Context): Promise<Allowance> {
  return { hosts: ctx.config.sourceAddresses, isPersonal: await isPersonal(ctx) };
}
