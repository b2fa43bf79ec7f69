import { Worker } from 'node:worker_threads';
import { siblingModule } from '../sibling-module.ts';
import { DatabaseError, sqliteErrorKind } from './database-error.ts';
import type { SqliteCall, SqliteFailure, SqliteReply, SqliteWay, SqliteWorkerData } from './sqlite-protocol.ts';

/** SQLite's refusal in the words both databases share, and what is left of the transaction. */
export class SqliteError extends DatabaseError {
  readonly inTransaction: boolean;

  constructor({ errcode, message, inTransaction }: SqliteFailure) {
    super(sqliteErrorKind(errcode), message);
    this.inTransaction = inTransaction;
  }
}

interface Waiting {
  resolve: (reply: SqliteReply) => void;
  reject: (error: Error) => void;
}

/** The event loop's end of one SQLite thread. Calls are answered in the order they were made. */
export class SqliteThread {
  readonly opened: Promise<void>;
  readonly #ended: Promise<void>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  /** why nothing more will be answered */
  #failure: Error | undefined;
  readonly #outbox: SqliteCall[] = [];
  #next = 1;

  constructor(data: SqliteWorkerData) {
    this.#worker = new Worker(siblingModule(import.meta.url, 'sqlite-worker'), { workerData: data });
    this.opened = new Promise((resolve, reject) => {
      this.#worker.once('message', () => resolve());
      this.#worker.once('error', reject);
    });
    this.#worker.on('message', (replies: SqliteReply[] | 'open') => {
      if (replies !== 'open') for (const reply of replies) this.#settle(reply);
    });
    // Also of one that never opened, because the file is not there any more: there is no database to ask.
    this.#worker.on('error', (error) => this.#failAll(new DatabaseError('away', error.message, { cause: error })));
    this.#ended = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        this.#failAll(new Error('the database is closed'));
        resolve();
      });
    });
  }

  call(statements: SqliteCall['statements'], way: SqliteWay = {}): Promise<SqliteReply> {
    if (this.#failure) return Promise.reject(this.#failure);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ id, statements, ...way });
    });
  }

  /** Calls made in one turn of the event loop travel in one message: waking the thread costs more than most statements. */
  #send(call: SqliteCall): void {
    if (this.#outbox.push(call) > 1) return;
    queueMicrotask(() => this.#post());
  }

  #post(): void {
    if (this.#outbox.length > 0) this.#worker.postMessage(this.#outbox.splice(0));
  }

  /** What it was asked so far filled its pages and its heap: on a server that nobody asks anything they would stay. */
  giveBackMemory(): void {
    this.#worker.postMessage('give back');
  }

  /** What was asked before is still answered. */
  async close(): Promise<void> {
    this.#post();
    this.#worker.postMessage('close');
    await this.#ended;
  }

  #settle(reply: SqliteReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.error) waiting?.reject(new SqliteError(reply.error));
    else waiting?.resolve(reply);
  }

  #failAll(error: Error): void {
    this.#failure ??= error;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
