import { Worker } from 'node:worker_threads';
import { siblingModule } from '../../platform/sibling-module.ts';
import type { ValueModel, ValueResult } from '../value/contract.ts';
import { formulationErrors } from './errors.ts';

export interface EvaluationAsked {
  id: number;
  model: ValueModel;
  draws: number;
}
export type EvaluationAnswered = { id: number; result: ValueResult } | { id: number; failure: string };

interface Waiting {
  resolve: (result: ValueResult) => void;
  reject: (error: Error) => void;
}

/** Large models take seconds each: further back in line nobody waits so long, and a refusal is kinder. */
const mostWaiting = 20;
/** Results are 10-40 kB each; the same model and draws give the same result, whoever asks. */
const mostRemembered = 100;
/** An idle thread costs memory, a new one some 50 ms. */
const idle_ms = 10_000;

const remembered = new Map<string, Promise<ValueResult>>();
const waiting = new Map<number, Waiting>();
let thread: Worker | null = null;
let idle: NodeJS.Timeout | null = null;
let next = 1;

/**
 * What a complete value model says, computed in a thread and remembered by the hash of the model.
 * @param hash SHA-256 of the model
 */
export function evaluateInThread(given: { model: ValueModel; hash: string; draws: number }): Promise<ValueResult> {
  const key = `${given.hash} ${given.draws}`;
  const known = remembered.get(key);
  if (known) return known;
  if (waiting.size >= mostWaiting)
    return Promise.reject(formulationErrors.tooManyEvaluations({ waiting: waiting.size }));
  const result = ask(given);
  remembered.set(key, result);
  result.catch(() => remembered.delete(key));
  if (remembered.size > mostRemembered) {
    const oldest = remembered.keys().next();
    if (!oldest.done) remembered.delete(oldest.value);
  }
  return result;
}

function ask({ model, draws }: { model: ValueModel; draws: number }): Promise<ValueResult> {
  if (idle) clearTimeout(idle);
  idle = null;
  thread ??= startThread();
  // A request that waits keeps the process; a thread that waits for requests does not.
  thread.ref();
  const id = next++;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    thread?.postMessage({ id, model, draws } satisfies EvaluationAsked);
  });
}

function startThread(): Worker {
  const worker = new Worker(siblingModule(import.meta.url, 'evaluate-value-worker'));
  worker.on('message', settle);
  worker.on('error', (error) => failAll(worker, error as Error));
  worker.on('exit', () => failAll(worker, new Error('the thread that evaluates value models has ended')));
  return worker;
}

function settle(answered: EvaluationAnswered): void {
  const asker = waiting.get(answered.id);
  waiting.delete(answered.id);
  if ('result' in answered) asker?.resolve(answered.result);
  else asker?.reject(new Error(answered.failure));
  if (waiting.size > 0) return;
  thread?.unref();
  idle = setTimeout(() => void endThread(), idle_ms).unref();
}

async function endThread(): Promise<void> {
  const ended = thread;
  thread = null;
  await ended?.terminate();
}

function failAll(worker: Worker, error: Error): void {
  if (worker !== thread) return;
  thread = null;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}
