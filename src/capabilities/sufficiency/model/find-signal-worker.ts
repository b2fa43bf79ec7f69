import { parentPort, workerData } from 'node:worker_threads';
import { findSignal, type SignalAsked } from './find-signal.ts';

/** Fitting and shuffling in a thread of their own: the event loop goes on answering. */
parentPort?.postMessage(findSignal(workerData as SignalAsked));
