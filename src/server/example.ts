import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Begun, Progress } from '../../examples/build-examples.ts';
import { siblingModule } from '../platform/sibling-module.ts';
import type { Locale } from '../platform/text/locale.ts';
import { exampleTexts } from './example-texts.ts';
import type { UnfinishedExample } from './unfinished-example.ts';

/** How far the building is: a share from 0 to 1, and what is being done, in the reader's language. */
export type ReportProgress = (share: number, what: string) => void;

/** What the child tells while it works; `problem` says why it stopped. */
export type ExampleMessage = Progress | { begun: keyof Begun['problems']; problemId: string } | { problem: string };

interface Building {
  /** of the running server in personal mode, with a slash at its end */
  address: string;
  locale: Locale;
  unfinished: UnfinishedExample;
  report: ReportProgress;
  /** breaks the building off: what was begun is kept, for the next start */
  signal: AbortSignal;
}

/**
 * Fills an empty Peil with the guided examples, by the public API, as a program of its own: counting three million
 * flights takes memory that the server should not hold. Answers whether they are whole; throws why they cannot be.
 */
export async function buildExample({ address, locale, unfinished, report, signal }: Building): Promise<boolean> {
  const child = fork(fileURLToPath(siblingModule(import.meta.url, 'example-child')), [address, unfinished.asText()], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const stop = () => child.kill('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  let problem = 'it ended before it was done';
  child.on('message', (message: ExampleMessage) => {
    if ('problem' in message) problem = message.problem;
    else if ('begun' in message) unfinished.keepProblem(message.begun, message.problemId);
    else report(message.share, exampleTexts[locale][message.step]);
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  signal.removeEventListener('abort', stop);
  await unfinished.kept();
  if (code === 0) return true;
  if (signal.aborted) return false;
  throw new Error(problem);
}
