import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Step } from '../../examples/late-flights/walk.ts';
import { siblingModule } from '../platform/sibling-module.ts';
import type { Locale } from '../platform/text/locale.ts';
import { exampleTexts } from './example-texts.ts';

/** How far the building is: a share from 0 to 1 and what is being done, in the reader's language. */
export type ReportProgress = (share: number, what: string) => void;

/** What the child tells while it works; `problem` says why it stopped. */
export type ExampleMessage = { share: number; step: Step } | { problem: string };

/**
 * Fills an empty Peil with the guided example, by the public API, as a program of its own: counting three million
 * flights takes memory that the server should not hold.
 * @param address of the running server in personal mode, with a slash at its end
 */
export async function buildExample(address: string, locale: Locale, report: ReportProgress): Promise<void> {
  const child = fork(fileURLToPath(siblingModule(import.meta.url, 'example-child')), [address], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let problem = 'it ended before it was done';
  child.on('message', (message: ExampleMessage) => {
    if ('problem' in message) problem = message.problem;
    else report(message.share, exampleTexts[locale][message.step]);
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(problem);
}
