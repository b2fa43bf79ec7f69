import { parentPort } from 'node:worker_threads';
import type { PdfAsked, PdfMade } from './make-pdf.ts';
import { toPdf } from './one-page-pdf.ts';

/** PDFs in a thread of their own, which ends soon after the last: fonts and library cost nothing while nobody prints. */
parentPort?.on('message', ({ blocks, stamp }: PdfAsked) => {
  toPdf(blocks, stamp).then(
    (bytes) => answer({ bytes }),
    (error: unknown) => answer({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

const answer = (made: PdfMade) => parentPort?.postMessage(made);
