import { type ChildProcess, fork } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inheritedEnvironment } from '../inherited-environment.ts';
import type { Log } from '../log/log.ts';
import { siblingModule } from '../sibling-module.ts';
import type { FromAnalyticsChild, ToAnalyticsChild } from './analytics-protocol.ts';
import { analyticsErrors } from './errors.ts';
import { type Asking, type TaskAsked, Ticket } from './ticket.ts';

export interface ProcessOptions {
  log: Log;
  /** for what does not fit in memory; what a killed process leaves in it is removed */
  folder: string;
  /** tasks at the same time; the others wait in line */
  atOnce: number;
  /** so many may wait; the next is refused */
  maxWaiting: number;
  /** the process ends when nothing was asked for this long */
  idle_ms: number;
  /** a task that does not heed its cancelling for this long takes its process with it */
  patience_ms: number;
}

/**
 * A process of DuckDB, kept alive: begun when it is needed, ended when it is idle, begun again when it was killed. What
 * it was working on is then asked once more, one task at a time, so that the one that kills it takes no other along.
 */
export class AnalyticsProcess {
  readonly #options: ProcessOptions;
  readonly #waiting: Ticket[] = [];
  readonly #running = new Map<number, Ticket>();
  #child: ChildProcess | undefined;
  #spillFolder = '';
  #idle: NodeJS.Timeout | undefined;
  #ended: Promise<unknown> = Promise.resolve();
  #next = 1;
  #closed = false;

  constructor(options: ProcessOptions) {
    this.#options = options;
  }

  /** for tests and the state page: null while no process runs */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  run(task: TaskAsked, asking: Asking): Promise<Ticket> {
    if (this.#closed) throw new Error('the analytics are closed');
    asking.signal?.throwIfAborted();
    const waiting = this.#waiting.length;
    if (waiting >= this.#options.maxWaiting) throw analyticsErrors.tooBusy({ retryAfter_s: 5, waiting });
    const ticket = new Ticket({ id: this.#next++, task, asking }, () => this.#stop(ticket));
    this.#waiting.push(ticket);
    this.#pump();
    return ticket.answered;
  }

  /** What is asked is refused, what runs is stopped. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const ticket of [...this.#waiting, ...this.#running.values()])
      ticket.fail(new Error('the analytics are closed'));
    this.#waiting.length = 0;
    this.#end();
    await this.#ended;
  }

  #pump(): void {
    clearTimeout(this.#idle);
    while (this.#running.size < this.#options.atOnce) {
      const [next] = this.#waiting;
      const mustBeAlone = next?.isSuspect || [...this.#running.values()].some((ticket) => ticket.isSuspect);
      if (!next || (mustBeAlone && this.#running.size > 0)) break;
      this.#waiting.shift();
      this.#start(next);
    }
    if (this.#running.size === 0) this.#idle = setTimeout(() => this.#end(), this.#options.idle_ms).unref();
  }

  #start(ticket: Ticket): void {
    const child = (this.#child ??= this.#begin());
    ticket.begin();
    this.#running.set(ticket.id, ticket);
    const spillFolder = join(this.#spillFolder, String(ticket.id));
    tell(child, { kind: 'run', id: ticket.id, task: { ...ticket.task, spillFolder } });
  }

  #begin(): ChildProcess {
    const folder = join(this.#options.folder, String(this.#next++));
    this.#spillFolder = folder;
    const child = fork(fileURLToPath(siblingModule(import.meta.url, 'analytics-child')), [], {
      env: { ...inheritedEnvironment(), TZ: 'UTC' },
      execArgv: ['--max-old-space-size=512'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (message: FromAnalyticsChild) => this.#hear(message));
    const ended = new Promise<void>((resolve) => {
      const hear = (why: unknown) => void this.#bury({ child, folder, why }).then(resolve);
      child.once('exit', (code, signal) => hear(signal ?? code)).once('error', hear);
    });
    this.#ended = Promise.all([this.#ended, ended]);
    return child;
  }

  #hear(message: FromAnalyticsChild): void {
    const ticket = this.#running.get(message.id);
    if (!ticket?.hear(message)) return;
    this.#running.delete(message.id);
    this.#pump();
  }

  /** The caller has gone, or its time is over. */
  #stop(ticket: Ticket): void {
    const place = this.#waiting.indexOf(ticket);
    if (place >= 0) this.#waiting.splice(place, 1);
    const child = this.#child;
    if (!child || !this.#running.has(ticket.id)) return;
    tell(child, { kind: 'cancel', id: ticket.id });
    setTimeout(() => {
      if (this.#child === child && this.#running.get(ticket.id) === ticket) child.kill('SIGKILL');
    }, this.#options.patience_ms).unref();
  }

  #end(): void {
    const child = this.#child;
    this.#child = undefined;
    if (child?.connected) child.disconnect();
    else child?.kill('SIGKILL');
  }

  async #bury({ child, folder, why }: { child: ChildProcess; folder: string; why: unknown }): Promise<void> {
    await rm(folder, { recursive: true, force: true }).catch(() => {});
    if (this.#child !== child) return;
    this.#child = undefined;
    const lost = [...this.#running.values()].filter((ticket) => !ticket.isSettled);
    this.#running.clear();
    this.#options.log.warn({ why, tasks: lost.length }, 'the analytics process ended; its work is asked again, once');
    for (const ticket of lost.reverse()) {
      if (ticket.isSuspect) ticket.fail(analyticsErrors.ended());
      else this.#waiting.unshift(ticket.suspected());
    }
    if (!this.#closed) this.#pump();
  }
}

/** What cannot be sent is answered by the end of the process. */
function tell(child: ChildProcess, message: ToAnalyticsChild): void {
  child.send(message, () => {});
}
