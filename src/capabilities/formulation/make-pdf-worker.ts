import { parentPort, workerData } from 'node:worker_threads';
import type { PdfAsked } from './make-pdf.ts';
import { toPdf } from './one-page-pdf.ts';

/** One PDF in a thread of its own, which ends with it: fonts and library cost the server nothing while nobody prints. */
const { blocks, stamp } = workerData as PdfAsked;
const bytes = await toPdf(blocks, stamp);
parentPort?.postMessage(bytes);
