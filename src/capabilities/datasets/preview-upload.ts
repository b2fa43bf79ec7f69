import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyReply } from 'fastify';
import type { Context } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { datasetErrors } from './errors.ts';
import { type Preview, previewRows } from './preview-contract.ts';
import type { GivenFile } from './read/bounded.ts';
import { readAsParquet, type ReadAnswer } from './read/read-as-parquet.ts';
import { cutHead } from './read/text-head.ts';
import type { FileFormat, ReadOptions } from './read-options-contract.ts';
import { uploadPath } from './upload-files.ts';
import { getStoredUpload } from './upload-queries.ts';

interface Asked {
  problemId: string;
  uploadId: string;
  format?: FileFormat;
  options?: ReadOptions;
}

/** Reads a file as an import would, and keeps nothing of it. Whoever asks and goes away needs no answer. */
export async function previewUpload(ctx: Context, asked: Asked, reply: FastifyReply): Promise<Preview> {
  const { id, name, size_bytes, received_bytes, import_id } = await getStoredUpload(ctx.db, asked);
  // An import that has begun takes the file away as it ends.
  if (import_id !== null) throw datasetErrors.uploadUsed({ name });
  if (received_bytes !== size_bytes) throw datasetErrors.uploadIncomplete({ name, received_bytes, size_bytes });
  const parent = join(ctx.config.dataFolder, 'temp', 'previews');
  await mkdir(parent, { recursive: true });
  const scratchFolder = await mkdtemp(join(parent, 'preview-'));
  const gone = new AbortController();
  const stop = () => gone.abort(new Error('whoever asked went away'));
  reply.raw.once('close', stop);
  try {
    const file = { path: uploadPath(ctx, id), name, size_bytes };
    const { answer, isWhole } = await readHead(ctx, { ...asked, file, scratchFolder, signal: gone.signal });
    const { format, dialect, sheet, columns, skipped } = answer;
    return { format, dialect, sheet, columns, skipped, isWhole, rows: await firstRows(ctx, answer, gone.signal) };
  } finally {
    reply.raw.off('close', stop);
    await rm(scratchFolder, { recursive: true, force: true });
  }
}

interface Looking extends Pick<Asked, 'format' | 'options'> {
  file: GivenFile;
  scratchFolder: string;
  signal: AbortSignal;
}

/** Of a large text its head is enough, unless the head alone cannot be read: its end may be in the middle of a record. */
async function readHead(ctx: Context, looking: Looking): Promise<{ answer: ReadAnswer; isWhole: boolean }> {
  const { file, scratchFolder, signal, format, options = {} } = looking;
  const read = (of: GivenFile) =>
    readAsParquet({ analytics: ctx.analytics, file: of, format, options, scratchFolder, signal });
  const head = await cutHead(file, scratchFolder);
  if (head === null) return { answer: await read(file), isWhole: true };
  try {
    return { answer: await read(head), isWhole: false };
  } catch (error) {
    if (!(error instanceof AppError) || error.status !== 422) throw error;
    return { answer: await read(file), isWhole: true };
  }
}

async function firstRows(ctx: Context, answer: ReadAnswer, signal: AbortSignal): Promise<Preview['rows']> {
  const { parquet, columns } = answer;
  const names = columns.map((_, index) => `c${index}`);
  const listed = names.map((name) => `left(cast(${name} as varchar), 200) as ${name}`).join(', ');
  const rows = await ctx.analytics.query<Record<string, string | null>>(
    `select ${listed} from read_parquet($1) r(${names.join(', ')}) limit ${previewRows}`,
    [parquet],
    { files: [parquet], signal },
  );
  return rows.map((row) => names.map((name) => row[name] ?? null));
}
