import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../../platform/errors/app-error.ts';
import { inheritedEnvironment } from '../../../platform/inherited-environment.ts';
import { siblingModule } from '../../../platform/sibling-module.ts';
import { readErrors } from './errors.ts';
import { readLimits } from './read-limits.ts';
import type { FromReadFileChild, PreparedFile, Progress, ReadFileTask } from './read-file-protocol.ts';

/** The texts of a workbook are the largest thing it holds. */
const heap_mb = 384;

/** Has a process of its own look what the file is and prepare it for DuckDB. Throws what a person can mend. */
export function lookIntoFile(
  task: ReadFileTask,
  { signal, progress }: { signal: AbortSignal; progress?: Progress | undefined },
): Promise<PreparedFile> {
  signal.throwIfAborted();
  const child = begin();
  return new Promise<PreparedFile>((resolve, reject) => {
    const { name } = task.file;
    const limit_ms = readLimits.duration_ms;
    const timer = setTimeout(
      () => settle(() => reject(readErrors.tookTooLong({ name, limit_s: limit_ms / 1000 }))),
      limit_ms,
    );
    const abort = () => settle(() => reject(signal.reason as Error));
    const settle = (how: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      how();
      child.kill('SIGKILL');
    };
    signal.addEventListener('abort', abort);
    child.on('message', (message: FromReadFileChild) => {
      if (message.kind === 'progress') progress?.(message.read_bytes);
      else settle(() => (message.kind === 'done' ? resolve(message.prepared) : reject(errorOf(message))));
    });
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', () => settle(() => reject(readErrors.endsReader({ name }))));
    child.send(task, () => {});
  });
}

function begin(): ChildProcess {
  return fork(fileURLToPath(siblingModule(import.meta.url, 'read-file-child')), [], {
    env: { ...inheritedEnvironment(), TZ: 'UTC' },
    execArgv: [`--max-old-space-size=${heap_mb}`],
    // What V8 writes when it runs out of memory is nobody's concern: the exit is.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function errorOf(message: Exclude<FromReadFileChild, { kind: 'progress' | 'done' }>): Error {
  if (message.kind === 'failed') return new Error(`a file could not be looked into: ${message.message}`);
  const { code, params } = message;
  const defined = readErrors.table.find((error) => error.code === code);
  if (!defined) return new Error(`there is no error ${code}`);
  return new AppError({ code, status: defined.status, params, text: (locale) => defined.say(locale, params) });
}
