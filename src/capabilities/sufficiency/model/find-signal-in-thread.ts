import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { siblingModule } from '../../../platform/sibling-module.ts';
import type { SignalAsked, SignalFound } from './find-signal.ts';

/** One thread for one look; an abort ends it. */
export async function findSignalInThread(asked: SignalAsked, signal?: AbortSignal): Promise<SignalFound> {
  signal?.throwIfAborted();
  const worker = new Worker(siblingModule(import.meta.url, 'find-signal-worker'), { workerData: asked });
  try {
    const [found] = (await once(worker, 'message', signal && { signal })) as [SignalFound];
    return found;
  } finally {
    await worker.terminate();
  }
}
