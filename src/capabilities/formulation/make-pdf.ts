import { Worker } from 'node:worker_threads';
import { siblingModule } from '../../platform/sibling-module.ts';
import { formulationErrors } from './errors.ts';
import type { Block } from './one-page-frame.ts';
import type { Stamp } from './one-page-pdf.ts';

export interface PdfAsked {
  blocks: readonly Block[];
  stamp: Stamp;
}

/** A page takes part of a second: further back in line nobody waits so long, and a refusal is kinder. */
const mostWaiting = 20;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** The page as PDF, one at a time, so that many who print at once do not take the memory of many. */
export function makePdf(asked: PdfAsked): Promise<Uint8Array> {
  if (waiting >= mostWaiting) throw formulationErrors.tooManyPdfs({ waiting });
  waiting += 1;
  const made = last.then(() => inThread(asked)).finally(() => (waiting -= 1));
  last = made.catch(() => undefined);
  return made;
}

function inThread(asked: PdfAsked): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(siblingModule(import.meta.url, 'make-pdf-worker'), { workerData: asked });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that makes a PDF has ended without one')));
  });
}
