import { AppError } from '../../../platform/errors/app-error.ts';
import { readErrors } from './errors.ts';
import { prepareFile } from './prepare-file.ts';
import type { FromReadFileChild, ReadFileTask } from './read-file-protocol.ts';

/** Looks into one file as a process of its own: what the file takes, and what it breaks, is not the server's. */
const tellEvery_bytes = 8 * 1024 * 1024;

process.once('message', (task: ReadFileTask) => void read(task));
// The server has ended, or wants this no more.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

async function read(task: ReadFileTask): Promise<void> {
  let told_bytes = 0;
  const progress = (read_bytes: number) => {
    if (read_bytes - told_bytes < tellEvery_bytes) return;
    told_bytes = read_bytes;
    process.send?.({ kind: 'progress', read_bytes } satisfies FromReadFileChild);
  };
  try {
    answer({ kind: 'done', prepared: await prepareFile(task, progress) });
  } catch (error) {
    answer(refusalOf(error, task));
  }
}

function refusalOf(error: unknown, { file }: ReadFileTask): FromReadFileChild {
  const { code } = error as NodeJS.ErrnoException;
  const known = code === 'ENOSPC' || code === 'EDQUOT' ? readErrors.diskFull({ name: file.name }) : error;
  if (known instanceof AppError) return { kind: 'refused', code: known.code, params: known.params };
  return { kind: 'failed', message: known instanceof Error ? (known.stack ?? known.message) : String(known) };
}

function answer(message: FromReadFileChild): void {
  process.send?.(message, undefined, undefined, () => process.exit(0));
}
