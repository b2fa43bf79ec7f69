import { Worker } from 'node:worker_threads';
import { siblingModule } from '../sibling-module.ts';
import { DatabaseError, sqliteErrorKind } from './database-error.ts';
import type { SqliteCall, SqliteReply, SqliteWorkerData } from './sqlite-protocol.ts';

interface Waiting {
  resolve: (reply: SqliteReply) => void;
  reject: (error: Error) => void;
}

/** The event loop's end of one SQLite thread. Calls are answered in the order they were made. */
export class SqliteThread {
  readonly opened: Promise<void>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;

  constructor(data: SqliteWorkerData) {
    this.#worker = new Worker(siblingModule(import.meta.url, 'sqlite-worker'), { workerData: data });
    this.opened = new Promise((resolve, reject) => {
      this.#worker.once('message', () => resolve());
      this.#worker.once('error', reject);
    });
    this.#worker.on('message', (reply: SqliteReply | 'open') => {
      if (reply !== 'open') this.#settle(reply);
    });
    this.#worker.on('error', (error) => this.#failAll(error));
    this.#worker.on('exit', () => this.#failAll(new Error('the SQLite thread has ended')));
  }

  get pending(): number {
    return this.#waiting.size;
  }

  call(statements: SqliteCall['statements']): Promise<SqliteReply> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, statements } satisfies SqliteCall);
    });
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.postMessage('close');
    await ended;
  }

  #settle(reply: SqliteReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.error) waiting?.reject(new DatabaseError(sqliteErrorKind(reply.error.errcode), reply.error.message));
    else waiting?.resolve(reply);
  }

  #failAll(error: Error): void {
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
