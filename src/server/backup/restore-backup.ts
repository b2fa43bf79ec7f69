import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DiskBlobs } from '../../platform/blobs/disk-blobs.ts';
import { blobErrors } from '../../platform/blobs/errors.ts';
import type { Config } from '../../platform/config/config.ts';
import { DatabaseError, sqliteErrorKind } from '../../platform/db/database-error.ts';
import type { SchemaStep } from '../../platform/db/migrate.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { anyHeader, formatVersion, header, type Header } from './archive-format.ts';
import { type ArchiveEntry, parsed, readArchive, readText } from './archive-reader.ts';
import { backupErrors } from './errors.ts';
import { restoreIntoPostgres } from './postgres-target.ts';
import type { RestoreWork, Wanted } from './restore-target.ts';
import { rowsOf } from './row-lines.ts';
import { schemaOf } from './schema-of.ts';
import { BrokenRowsError, restoreIntoSqlite } from './sqlite-target.ts';
import { refuseOccupied, StagedFolder } from './staged-folders.ts';

export interface RestoreRun {
  /** every step that this Peil knows */
  steps: readonly SchemaStep[];
  signal: AbortSignal;
  report(share: number): void;
}

export interface Restored {
  madeAt: string;
  rows: number;
  blobs: number;
}

/**
 * Puts a backup into an empty place, from either kind of database into either. Everything is read and judged before
 * anything is seen: folders are filled beside their places, a database in a file or a transaction that nobody sees.
 */
export async function restoreBackup(file: string, config: Config, run: RestoreRun): Promise<Restored> {
  await refuseOccupied({ path: config.dataFolder, option: '--data' });
  await refuseOccupied({ path: config.checkpointFolder, option: '--checkpoints' });
  const entries = readArchive(file, (share) => run.report(share));
  const staged: StagedFolder[] = [];
  try {
    const first = await entries.next();
    const known = await readHeader(file, first.done ? null : first.value);
    const wanted = await wantedBy(file, known, run.steps);
    for (const place of [config.dataFolder, config.checkpointFolder]) staged.push(await StagedFolder.make(place));
    const [data = '', checkpoints = ''] = staged.map(({ path }) => path);
    const unpacking = new Unpacking({ file, wanted, run, folders: { data, checkpoints } });
    await intoDatabase({ config, path: join(data, 'peil.db') }, wanted, {
      fill: (load) => unpacking.unpack(entries, load),
      show: async () => {
        // The checkpoints first: a trail without them would start new ones.
        for (const folder of staged.toReversed()) await folder.show();
      },
    });
    return { madeAt: known.madeAt, rows: unpacking.rows, blobs: unpacking.blobs };
  } catch (error) {
    for (const folder of staged) await folder.discard();
    throw restoreProblem(error, { file, config }) ?? error;
  } finally {
    await entries.return(undefined);
  }
}

async function readHeader(file: string, entry: ArchiveEntry | null): Promise<Header> {
  const given = entry && parsed(await readText(file, entry));
  const any = anyHeader.safeParse(given);
  if (!any.success) throw backupErrors.notABackup({ file });
  const { version } = any.data;
  if (version > formatVersion) throw backupErrors.newerFormat({ file, given: version, known: formatVersion });
  const ours = header.safeParse(given);
  if (!ours.success) throw backupErrors.damaged({ file, entry: 'header.json' });
  return ours.data;
}

/** The schema as it was when the backup was made: the next start brings it up to date, as it would have there. */
async function wantedBy(file: string, { steps, tables, peil }: Header, all: readonly SchemaStep[]): Promise<Wanted> {
  const unknown = steps.filter((name) => !all.some((step) => step.name === name));
  if (unknown.length > 0) throw backupErrors.newerSteps({ file, peil, steps: unknown });
  const known = all.filter(({ name }) => steps.includes(name));
  const schema = await schemaOf(known);
  if (known.length === 0 || JSON.stringify(schema.tables) !== JSON.stringify(tables))
    throw backupErrors.damaged({ file, entry: 'header.json' });
  return { ...schema, steps: known };
}

function intoDatabase(
  { config, path }: { config: Config; path: string },
  wanted: Wanted,
  work: RestoreWork,
): Promise<void> {
  return config.databaseUrl
    ? restoreIntoPostgres(config.databaseUrl, wanted, work)
    : restoreIntoSqlite(path, wanted, work);
}

interface UnpackingInto {
  file: string;
  wanted: Wanted;
  run: RestoreRun;
  folders: { data: string; checkpoints: string };
}

/** Takes entries as they come and puts each where it belongs. */
class Unpacking {
  rows = 0;
  blobs = 0;
  readonly #into: UnpackingInto;
  #store: DiskBlobs | undefined;

  constructor(into: UnpackingInto) {
    this.#into = into;
  }

  async unpack(entries: AsyncIterable<ArchiveEntry>, load: Parameters<RestoreWork['fill']>[0]): Promise<void> {
    for await (const entry of entries) {
      this.#into.run.signal.throwIfAborted();
      if (entry.section === 'checkpoints') await this.#putCheckpoints(entry);
      else if (entry.section === 'blobs') await this.#putBlob(entry);
      else await this.#loadPart(entry, load);
    }
  }

  async #putCheckpoints({ key, chunks }: ArchiveEntry): Promise<void> {
    const path = join(this.#into.folders.checkpoints, key);
    await pipeline(chunks, createWriteStream(path, { flags: 'wx', flush: true }));
  }

  /** The reader of the archive holds the content against its name. */
  async #putBlob({ size, chunks }: ArchiveEntry): Promise<void> {
    this.#store ??= await DiskBlobs.open(join(this.#into.folders.data, 'blobs'));
    await this.#store.put(Readable.from(chunks), { limit_bytes: size });
    this.blobs += 1;
  }

  async #loadPart(entry: ArchiveEntry, load: Parameters<RestoreWork['fill']>[0]): Promise<void> {
    const { file, wanted } = this.#into;
    const table = wanted.tables.find(({ name }) => name === entry.key);
    const rows = table && rowsOf(await readText(file, entry), table.columns);
    if (!table || !rows) throw backupErrors.damaged({ file, entry: entry.name });
    await loadOrRefuse({ file, entry }, () => load(table, rows));
    this.rows += rows.length;
  }
}

/** Rows that the schema itself refuses were never saved from it. */
async function loadOrRefuse(
  { file, entry }: { file: string; entry: ArchiveEntry },
  load: () => Promise<void>,
): Promise<void> {
  try {
    await load();
  } catch (error) {
    if (isConstraint(error)) throw backupErrors.damaged({ file, entry: entry.name });
    throw error;
  }
}

/** By the low byte of its result code, which SQLite's own errors bear and those of its threads translate. */
const kindOf = (error: unknown) =>
  error instanceof DatabaseError ? error.kind : sqliteErrorKind((error as { errcode?: number }).errcode);

const isConstraint = (error: unknown) => ['unique', 'foreign_key', 'constraint'].includes(kindOf(error));

function restoreProblem(error: unknown, { file, config }: { file: string; config: Config }): AppError | null {
  const isFull = kindOf(error) === 'full' || isDiskFull(error);
  if (isFull) return backupErrors.diskFull({ path: config.dataFolder });
  if (error instanceof AppError) return null;
  if (error instanceof BrokenRowsError) return backupErrors.damaged({ file, entry: `database/${error.table}` });
  return isConstraint(error) ? backupErrors.damaged({ file, entry: 'database' }) : null;
}

function isDiskFull(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['ENOSPC', 'EDQUOT', blobErrors.diskFull().code].includes(code);
}
