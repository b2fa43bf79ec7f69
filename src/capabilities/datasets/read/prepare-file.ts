import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { GivenFile } from './bounded.ts';
import { readErrors } from './errors.ts';
import { headOf } from './file-head.ts';
import { type FileKind, formatOfName, kindOfContent, nameOfFormat } from './file-kind.ts';
import { prepareCsv } from './prepare-csv.ts';
import { prepareJson } from './prepare-json.ts';
import { prepareWorkbook } from './prepare-workbook.ts';
import type { PreparedFile, Progress, ReadFileTask } from './read-file-protocol.ts';
import type { FileFormat } from '../read-options-contract.ts';
import { unwrap } from './unwrap.ts';
import { openZip } from './zip-archive.ts';

type Kind = FileKind | 'workbook';

/** Looks what a file really is, unpacks it, and shapes it so that DuckDB can be given it. Runs in a process of its own. */
export async function prepareFile(task: ReadFileTask, progress: Progress): Promise<PreparedFile> {
  const kind = await kindOf(task.file);
  if (kind !== 'gzip' && kind !== 'zip') return prepareKnown(task, { kind, progress });
  refuseOtherArchive(task, kind);
  const { name, content } = await unwrap(task.file, kind);
  const path = join(task.scratchFolder, 'unpacked');
  await pipeline(content, createWriteStream(path, { flags: 'wx' }));
  const file: GivenFile = { path, name, size_bytes: (await stat(path)).size };
  const inner = await kindOf(file);
  if (inner === 'gzip' || inner === 'zip') throw readErrors.archiveInArchive({ name: task.file.name });
  return prepareKnown({ ...task, file }, { kind: inner, progress });
}

async function kindOf(file: GivenFile): Promise<Kind> {
  if (file.size_bytes === 0) throw readErrors.empty({ name: file.name });
  const kind = kindOfContent(await headOf(file.path, 4096));
  if (kind !== 'zip') return kind;
  const archive = await openZip(file);
  archive.close();
  const names = new Set(archive.entries.map(({ name }) => name));
  if (names.has('xl/workbook.xml')) return 'workbook';
  if (names.has('[Content_Types].xml') || names.has('mimetype')) return { other: 'another kind of Office document' };
  return kind;
}

function prepareKnown(
  task: ReadFileTask,
  { kind, progress }: { kind: Kind; progress: Progress },
): Promise<PreparedFile> {
  const { path, size_bytes } = task.file;
  switch (formatToRead(task, kind)) {
    case 'parquet':
      return Promise.resolve({ format: 'parquet', path, size_bytes });
    case 'excel':
      return prepareWorkbook(task);
    case 'jsonl':
      return prepareJson(task, progress);
    case 'csv':
      return prepareCsv(task, progress);
  }
}

const formats: Readonly<Record<string, FileFormat>> = {
  parquet: 'parquet',
  workbook: 'excel',
  json: 'jsonl',
  text: 'csv',
};

/** What is said must be what is there: a name that lies is a mistake of somebody, who must hear of it. */
function formatToRead({ file: { name }, format }: ReadFileTask, kind: Kind): FileFormat {
  const said = format ?? formatOfName(name);
  const found = typeof kind === 'string' ? formats[kind] : undefined;
  if (found === undefined) {
    const other = typeof kind === 'string' ? kind : kind.other;
    if (said === undefined) throw readErrors.unknownKind({ name, found: other });
    throw readErrors.otherContent({ name, said: nameOfFormat[said], found: other });
  }
  if (said === undefined || said === found) return found;
  throw readErrors.otherContent({
    name,
    said: nameOfFormat[said],
    found: found === 'csv' ? 'text' : nameOfFormat[found],
  });
}

function refuseOtherArchive({ file: { name }, format }: ReadFileTask, kind: 'gzip' | 'zip'): void {
  const extension = kind === 'gzip' ? '.gz' : '.zip';
  const said = formatOfName(name);
  if (name.toLowerCase().endsWith(extension) || (said === undefined && format !== 'excel')) return;
  throw readErrors.otherContent({
    name,
    said: nameOfFormat[format ?? said ?? 'csv'],
    found: kind === 'gzip' ? 'a gzip archive (.gz)' : 'a zip archive (.zip)',
  });
}
