import { createHash } from 'node:crypto';
import { asSha256, type Sha256 } from '../../platform/blobs/sha256.ts';
import type { Context } from '../../platform/context/context.ts';
import type { BroughtFile } from './bring-files.ts';
import { datasetErrors } from './errors.ts';
import type { ReadFile } from './join-readings.ts';
import { readAsParquet, type ReadAnswer } from './read/read-as-parquet.ts';
import type { FileFormat, ReadOptions } from './read-options-contract.ts';
import type { Column } from './shared-contract.ts';

interface Reading {
  file: BroughtFile;
  format: FileFormat | undefined;
  told: ReadOptions;
  scratchFolder: string;
  signal: AbortSignal;
}

/** A file of a version as Parquet. What a person told goes before what whoever sends the file knows of it. */
export function readBrought(
  ctx: Context,
  { file: { path, name, size_bytes, read }, format, told, scratchFolder, signal }: Reading,
): Promise<ReadAnswer> {
  return readAsParquet({
    analytics: ctx.analytics,
    file: { path, name, size_bytes },
    ...(format === undefined ? {} : { format }),
    options: { ...read?.options, ...told },
    scratchFolder,
    signal,
  });
}

/** Of its bytes as they come. */
export async function hashFile(content: AsyncIterable<Buffer>): Promise<{ sha256: Sha256; size_bytes: number }> {
  const hash = createHash('sha256');
  let size_bytes = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    size_bytes += chunk.length;
  }
  const sha256 = asSha256(hash.digest('hex'));
  if (!sha256) throw new TypeError('a SHA-256 has 64 hexadecimal digits');
  return { sha256, size_bytes };
}

type Named = Pick<ReadFile, 'name' | 'answer'>;

/** The files of a version have one shape. */
export function refuseOtherColumns(first: Named, other: Named): void {
  const expected = said(first.answer.columns);
  const given = said(other.answer.columns);
  if (given !== expected) throw datasetErrors.otherColumns({ first: first.name, file: other.name, expected, given });
}

const said = (columns: readonly Column[]): string => columns.map(({ name, type }) => `${name} ${type}`).join(', ');
