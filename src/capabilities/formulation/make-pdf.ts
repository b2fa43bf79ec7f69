import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { siblingModule } from '../../platform/sibling-module.ts';
import { formulationErrors } from './errors.ts';
import type { Block } from './one-page-frame.ts';
import type { Stamp } from './one-page-pdf.ts';

export interface PdfAsked {
  blocks: readonly Block[];
  stamp: Stamp;
}
export type PdfMade = { bytes: Uint8Array } | { failure: string };

/** A page takes part of a second: further back in line nobody waits so long, and a refusal is kinder. */
const mostWaiting = 20;
/** An idle thread costs memory; a new one takes longer to load fonts and library than to make a page. */
const idle_ms = 10_000;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();
let thread: Worker | null = null;
let idle: NodeJS.Timeout | undefined;

/** The page as PDF, one at a time, so that many who print at once do not take the memory of many. */
export function makePdf(asked: PdfAsked): Promise<Uint8Array> {
  if (waiting >= mostWaiting) throw formulationErrors.tooManyPdfs({ waiting });
  waiting += 1;
  const made = last.then(() => inThread(asked)).finally(() => (waiting -= 1));
  last = made.catch(() => undefined);
  return made;
}

async function inThread(asked: PdfAsked): Promise<Uint8Array> {
  clearTimeout(idle);
  const worker = (thread ??= startThread());
  // A request that waits keeps the process; a thread that waits for requests does not.
  worker.ref();
  worker.postMessage(asked);
  const ending = new AbortController();
  const { signal } = ending;
  try {
    const [made] = (await Promise.race([
      once(worker, 'message', { signal }),
      once(worker, 'exit', { signal }).then(() => [{ failure: 'the thread that makes PDFs has ended' }]),
    ])) as [PdfMade];
    if ('failure' in made) throw new Error(made.failure);
    return made.bytes;
  } finally {
    ending.abort();
    worker.unref();
    idle = setTimeout(endThread, idle_ms).unref();
  }
}

function startThread(): Worker {
  const worker = new Worker(siblingModule(import.meta.url, 'make-pdf-worker'));
  // Who waits for it hears of it; where nobody does, the next one begins another.
  worker.on('error', () => undefined);
  worker.once('exit', () => {
    if (worker === thread) thread = null;
  });
  return worker;
}

function endThread(): void {
  const ended = thread;
  thread = null;
  void ended?.terminate();
}
