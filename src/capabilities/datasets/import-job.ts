import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Sha256 } from '../../platform/blobs/sha256.ts';
import { quietly } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AppError } from '../../platform/errors/app-error.ts';
import { defineJob, type JobRun } from '../../platform/jobs/job-handler.ts';
import { lastingFailure } from '../../platform/jobs/lasting-failure.ts';
import { failureToJson } from '../../platform/jobs/life-of-work.ts';
import { fromJson } from '../../platform/json.ts';
import type { TableProfile } from '../statistics/contract.ts';
import { profileTable } from '../statistics/index.ts';
import { type BroughtFile, bringFiles } from './bring-files.ts';
import { datasetErrors } from './errors.ts';
import type { ImportPhase } from './import-contract.ts';
import { importJobName } from './import-job-name.ts';
import { getStoredImport, type StoredImport } from './import-queries.ts';
import { findUnchanged } from './find-unchanged.ts';
import { joinReadings, type ReadFile } from './join-readings.ts';
import { endAsSame, keepVersion, NoLongerWanted, type Read } from './keep-version.ts';
import type { ReadAnswer } from './read/read-as-parquet.ts';
import { hashFile, readBrought, refuseOtherColumns } from './read-brought.ts';
import type { FileFormat, ReadOptions } from './read-options-contract.ts';
import { datasetDb } from './tables.ts';
import { fileLimit_bytes } from './upload-contract.ts';
import { removeUploadFile } from './upload-files.ts';
import { removeUnusedBlobs } from './used-blobs.ts';

/** Reads the files of an import and makes a version of them. What fails leaves the uploads for another try, and nothing else. */
export const importJob = defineJob<{ importId: string }>({
  name: importJobName,
  run: async (ctx, { importId }, run) => {
    const row = await getStoredImport(ctx.db, importId);
    if (row.finished_at !== null) return;
    const scratchFolder = join(ctx.config.dataFolder, 'temp', 'imports', importId);
    const put: Sha256[] = [];
    try {
      await rm(scratchFolder, { recursive: true, force: true });
      await mkdir(scratchFolder, { recursive: true });
      await setState(ctx, importId);
      const known = await findUnchanged(ctx, row, run.signal);
      if (known !== null) return await endAsSame(ctx, importId, known);
      const read = await readFiles(ctx, { row, scratchFolder, run, put });
      say(run, 'keeping', 0.95);
      await keepVersion(ctx, importId, read);
      await dropUploads(ctx, importId);
      await removeUnusedBlobs(ctx, put);
    } catch (error) {
      await removeUnusedBlobs(ctx, put);
      if (error instanceof NoLongerWanted && !run.signal.aborted) return;
      await fail(ctx, importId, lastingFailure(error, run));
    } finally {
      await rm(scratchFolder, { recursive: true, force: true });
    }
  },
});

const say = (run: JobRun, phase: ImportPhase, share: number) => run.progress(share, phase);

async function setState(ctx: Context, importId: string): Promise<void> {
  await quietly(ctx, (db) =>
    datasetDb(db)
      .updateTable('dataset_import')
      .set({ state: 'running' })
      .where('id', '=', importId)
      .where('finished_at', 'is', null)
      .execute(),
  );
}

interface Work {
  row: StoredImport;
  scratchFolder: string;
  run: JobRun;
  /** every blob that was put, so that what comes to nothing can be removed */
  put: Sha256[];
}

async function readFiles(ctx: Context, work: Work): Promise<Read> {
  const { row, run, scratchFolder } = work;
  const told = fromJson<ReadOptions>(row.options);
  // How many a source has is known when the last has come.
  const expected = Math.max(1, fromJson<string[]>(row.files).length);
  const taken: Taken[] = [];
  for await (const file of bringFiles(ctx, { row, scratchFolder, signal: run.signal })) {
    const shareOf = (part: number) => 0.9 * Math.min(1, (taken.length + part) / expected);
    const progress = (part: number) => say(run, 'receiving', shareOf(part * 0.3));
    const given = await takeFile(ctx, work, { file, progress });
    say(run, 'reading', shareOf(0.3));
    const format = (row.format as FileFormat | null) ?? file.read?.format;
    const answer = await readBrought(ctx, { file, format, told, scratchFolder, signal: run.signal });
    const [first] = taken;
    if (first) refuseOtherColumns(first, { name: file.name, answer });
    taken.push({ name: file.name, given, answer, ...(await takeRows(ctx, work, answer)), place: file.place ?? null });
    if (row.origin === 'connection') await rm(file.path, { force: true });
  }
  const [first] = taken;
  if (!first) throw datasetErrors.brokenDown();
  const reading = joinReadings(taken);
  const profile = row.keep === 'place' ? await profileOf(ctx, taken, run.signal) : null;
  return {
    given: taken.map(({ name, given }) => ({ ...given, name })),
    parquet: taken.flatMap(({ parquet }) => parquet ?? []),
    format: first.answer.format,
    options: told,
    columns: first.answer.columns.map(({ name, type }) => ({ name, type })),
    rows: taken.reduce((sum, { answer }) => sum + answer.rows, 0),
    reading,
    profile,
  };
}

interface Kept {
  sha256: Sha256;
  size_bytes: number;
}

/** One file of an import, read. */
interface Taken extends ReadFile {
  given: Kept;
  /** its rows in the store; null where nothing but the place is kept */
  parquet: Kept | null;
}

/** The file itself: into the store, or only its hash where it stays where it is. */
async function takeFile(
  ctx: Context,
  { row, run, put }: Work,
  { file, progress }: Omit<Putting, 'signal'>,
): Promise<Kept> {
  const putting = { file, progress, signal: run.signal };
  if (row.keep === 'place') return hashFile(counted(putting));
  const stored = await putFile(ctx, putting);
  put.push(stored.sha256);
  return stored;
}

/** Its rows: into the store, or left in the scratch folder until they were looked at. */
async function takeRows(ctx: Context, { row, put }: Work, { parquet }: ReadAnswer): Promise<{ parquet: Kept | null }> {
  if (row.keep === 'place') return { parquet: null };
  const made = await ctx.blobs.put(createReadStream(parquet), { limit_bytes: fileLimit_bytes });
  put.push(made.sha256);
  await rm(parquet, { force: true });
  return { parquet: made };
}

/** What its rows look like, while they are here: of a version whose content is elsewhere nobody can look later. */
async function profileOf(ctx: Context, taken: readonly Taken[], signal: AbortSignal): Promise<TableProfile | null> {
  const query: Context['analytics']['query'] = (sql, params, options) => ctx.analytics.query(sql, params, options);
  let profile: TableProfile | null = null;
  const parquet = taken.map(({ answer }) => answer.parquet);
  for await (const step of profileTable({ query, parquet, signal })) profile = step.profile;
  return profile;
}

interface Putting {
  file: BroughtFile;
  progress: (part: number) => void;
  signal: AbortSignal;
}

async function* counted({ file, progress, signal }: Putting): AsyncGenerator<Buffer> {
  let seen = 0;
  for await (const chunk of createReadStream(file.path, { signal, highWaterMark: 1024 * 1024 })) {
    seen += (chunk as Buffer).length;
    progress(seen / file.size_bytes);
    yield chunk as Buffer;
  }
}

const putFile = (ctx: Context, putting: Putting): Promise<Kept> =>
  ctx.blobs.put(Readable.from(counted(putting), { objectMode: false }), { limit_bytes: fileLimit_bytes });

async function dropUploads(ctx: Context, importId: string): Promise<void> {
  const dropped = await quietly(ctx, (db) =>
    datasetDb(db).deleteFrom('dataset_upload').where('import_id', '=', importId).returning('id').execute(),
  );
  for (const { id } of dropped) await removeUploadFile(ctx, id);
}

/** The uploads are let go, so that the same files can be tried in another way without being sent again. */
async function fail(ctx: Context, importId: string, error: AppError): Promise<void> {
  const now = ctx.clock.now();
  await quietly(ctx, async (db) => {
    await datasetDb(db)
      .updateTable('dataset_import')
      .set({ state: 'failed', failure: failureToJson(error), finished_at: now })
      .where('id', '=', importId)
      .where('finished_at', 'is', null)
      .execute();
    await datasetDb(db)
      .updateTable('dataset_upload')
      .set({ import_id: null, last_at: now })
      .where('import_id', '=', importId)
      .execute();
  });
}
