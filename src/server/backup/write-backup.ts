import { access, type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config/config.ts';
import type { SchemaStep } from '../../platform/db/migrate.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { version } from '../version.ts';
import {
  checkpointEntry,
  formatName,
  formatVersion,
  type Header,
  headerName,
  partEntry,
  placeOf,
} from './archive-format.ts';
import { ArchiveWriter, partial } from './archive-writer.ts';
import { backupErrors } from './errors.ts';
import { type KeptBlob, keptBlobs } from './kept-blobs.ts';
import { openSnapshot } from './open-snapshot.ts';
import { schemaOf } from './schema-of.ts';
import type { Snapshot } from './snapshot.ts';
import type { StoredTable } from './stored-table.ts';

export interface BackupRun {
  steps: readonly SchemaStep[];
  signal: AbortSignal;
  clock?: Clock;
  report(share: number, part: 'database' | 'blobs'): void;
}

export interface BackupMade {
  rows: number;
  blobs: number;
  size_bytes: number;
}

/**
 * Saves a whole installation in one file, whether or not a server runs on it: one moment of the database, the
 * checkpoints up to that moment, and every blob that it can name. Keys stay out.
 */
export async function writeBackup(file: string, config: Config, run: BackupRun): Promise<BackupMade> {
  await refuseOverwriting(file);
  // Before the snapshot: a checkpoint of later events would say that the restored trail was cut.
  const checkpoints = await checkpointFiles(config.checkpointFolder);
  const snapshot = await openSnapshot(config, run.steps);
  const madeAt = new Date((run.clock ?? systemClock).now());
  const archive = await createOrClose(file, snapshot, { signal: run.signal, madeAt });
  try {
    const rows = await saveSnapshot(archive, snapshot, { config, checkpoints, madeAt, run });
    // After the snapshot: what it names is there by now.
    const blobs = await saveBlobs(archive, join(config.dataFolder, 'blobs'), run);
    await archive.finish();
    return { rows, blobs, size_bytes: (await stat(file)).size };
  } catch (error) {
    await archive.discard();
    throw writeProblem(error, file) ?? error;
  }
}

async function createOrClose(
  file: string,
  snapshot: Snapshot,
  options: { signal: AbortSignal; madeAt: Date },
): Promise<ArchiveWriter> {
  try {
    return await ArchiveWriter.create(file, options);
  } catch (error) {
    await snapshot.close();
    throw writeProblem(error, file) ?? error;
  }
}

interface Saving {
  config: Config;
  checkpoints: readonly SizedFile[];
  madeAt: Date;
  run: BackupRun;
}

/** Answers the number of rows. The snapshot is closed then: it keeps the database from tidying up. */
async function saveSnapshot(
  archive: ArchiveWriter,
  snapshot: Snapshot,
  { config, checkpoints, madeAt, run }: Saving,
): Promise<number> {
  try {
    const { tables } = await schemaOf(run.steps.filter(({ name }) => snapshot.steps.includes(name)));
    await archive.addText(headerName, `${JSON.stringify(headerOf(snapshot, { tables, madeAt }))}\n`);
    await saveCheckpoints(archive, config.checkpointFolder, checkpoints);
    return await saveTables(archive, snapshot, { tables, run });
  } finally {
    await snapshot.close();
  }
}

interface SizedFile {
  name: string;
  size: number;
}

async function refuseOverwriting(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) throw backupErrors.fileIsThere({ file });
}

function headerOf(
  { kind, steps }: Snapshot,
  { tables, madeAt }: { tables: readonly StoredTable[]; madeAt: Date },
): Header {
  return {
    format: formatName,
    version: formatVersion,
    peil: version,
    madeAt: madeAt.toISOString(),
    database: kind,
    steps: [...steps],
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
  };
}

/** They are only ever appended to: what stands in them now is their beginning later. */
async function checkpointFiles(folder: string): Promise<SizedFile[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const ours = names.filter((name) => placeOf(checkpointEntry(name)) !== null).sort();
  return Promise.all(ours.map(async (name) => ({ name, size: (await stat(join(folder, name))).size })));
}

async function saveCheckpoints(archive: ArchiveWriter, folder: string, files: readonly SizedFile[]): Promise<void> {
  for (const { name, size } of files) {
    const file = await open(join(folder, name), 'r');
    try {
      await archive.addFile(checkpointEntry(name), size, beginningOf(file, size));
    } finally {
      await file.close();
    }
  }
}

async function* beginningOf(file: FileHandle, size: number): AsyncGenerator<Buffer> {
  if (size > 0) yield* file.createReadStream({ end: size - 1, autoClose: false }) as AsyncIterable<Buffer>;
}

async function saveTables(
  archive: ArchiveWriter,
  snapshot: Snapshot,
  { tables, run }: { tables: readonly StoredTable[]; run: BackupRun },
): Promise<number> {
  let total = 0;
  for (const table of tables) total += await snapshot.countRows(table);
  let saved = 0;
  for (const table of tables) {
    let number = 1;
    for await (const { rows, text } of snapshot.parts(table)) {
      run.signal.throwIfAborted();
      await archive.addText(partEntry(table.name, number), text);
      number += 1;
      saved += rows;
      run.report(saved / total, 'database');
    }
  }
  return saved;
}

async function saveBlobs(archive: ArchiveWriter, folder: string, run: BackupRun): Promise<number> {
  let saved = 0;
  for await (const blob of keptBlobs(join(folder, 'sha256'))) {
    run.signal.throwIfAborted();
    if (await saveBlob(archive, blob)) saved += 1;
    // Hashes are spread evenly: how far the first digits are is how far the work is.
    run.report(Number.parseInt(blob.sha256.slice(0, 4), 16) / 0x1_0000, 'blobs');
  }
  if (saved > 0) run.report(1, 'blobs');
  return saved;
}

/** False where it is gone: nothing names it any more, and it was cleared away meanwhile. */
async function saveBlob(archive: ArchiveWriter, { sha256, path }: KeptBlob): Promise<boolean> {
  const file = await openIfThere(path);
  if (!file) return false;
  try {
    const { size } = await file.stat();
    const read = await archive.addBlob(sha256, size, beginningOf(file, size));
    if (read !== sha256) throw backupErrors.damagedBlob({ path });
    return true;
  } finally {
    await file.close();
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function writeProblem(error: unknown, file: string): AppError | null {
  const { code, path } = error as NodeJS.ErrnoException;
  if (error instanceof AppError || code === undefined) return null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return backupErrors.diskFull({ path: file });
  if (path !== partial(file)) return null;
  return code === 'EEXIST'
    ? backupErrors.beingWritten({ file: path })
    : backupErrors.notWritable({ path: file, reason: code });
}
