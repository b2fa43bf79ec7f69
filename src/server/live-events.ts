import type { Readable } from 'node:stream';
import type { Context, Services } from '../platform/context/context.ts';
import { platformErrors } from '../platform/errors/platform-errors.ts';
import type { DomainEvent } from '../platform/events/event-bus.ts';
import { LiveStream } from './live-events-stream.ts';
import { onePerPeil } from '../platform/context/one-per-peil.ts';

/** Commits of so short a time are told together, each thing once. */
const gather_ms = 50;
const beatEvery_ms = 20_000;
/** A stream ends after so long and is asked for again, so that who asks is recognised anew. */
const longest_ms = 15 * 60_000;
/** A browser that was away for less than this many events is told those it missed. */
const remembered = 1_000;
const mostStreamsEach = 30;

/** Tells the pages that are open what changed. It knows the changes of this process only: see docs/guide/operate.md. */
export class LiveEvents {
  readonly #streams = new Set<LiveStream>();
  readonly #stopListening: () => void;
  readonly #beat: NodeJS.Timeout;
  #recent: DomainEvent[] = [];
  #gathered: DomainEvent[] = [];
  #flushSoon: NodeJS.Timeout | null = null;

  constructor({ events }: Services) {
    this.#stopListening = events.afterCommit((happened) => this.#hear(happened));
    this.#beat = setInterval(() => {
      for (const stream of this.#streams) stream.beat();
    }, beatEvery_ms).unref();
  }

  /** A stream for this browser; `lastId` is the last event it was told before it lost the one it had. */
  open(ctx: Context, lastId: string | undefined): Readable {
    const own = [...this.#streams].filter(({ userId }) => userId === ctx.actor.userId).length;
    if (own >= mostStreamsEach) throw platformErrors.tooMany({ what: 'open pages', retryAfter_s: 30 });
    // What happened before is not news to a page that is just being read.
    this.#flush();
    const stream = new LiveStream(ctx);
    this.#streams.add(stream);
    const end = setTimeout(() => stream.end(), longest_ms).unref();
    stream.output.once('close', () => {
      clearTimeout(end);
      this.#streams.delete(stream);
    });
    if (lastId !== undefined) this.#catchUp(stream, lastId);
    return stream.output;
  }

  close(): void {
    this.#stopListening();
    clearInterval(this.#beat);
    clearTimeout(this.#flushSoon ?? undefined);
    for (const stream of this.#streams) stream.end();
  }

  #catchUp(stream: LiveStream, lastId: string): void {
    const last = this.#recent.findIndex(({ id }) => id === lastId);
    if (last >= 0) stream.push(this.#recent.slice(last + 1));
    else stream.askToReload(this.#recent.at(-1)?.id ?? null);
  }

  #hear(events: readonly DomainEvent[]): void {
    this.#gathered.push(...events);
    this.#flushSoon ??= setTimeout(() => this.#flush(), gather_ms).unref();
  }

  #flush(): void {
    clearTimeout(this.#flushSoon ?? undefined);
    this.#flushSoon = null;
    const events = eachOnce(this.#gathered);
    this.#gathered = [];
    this.#recent = [...this.#recent, ...events].slice(-remembered);
    for (const stream of this.#streams) stream.push(events);
  }
}

/** Of several changes of one kind to one thing, the last. */
function eachOnce(events: readonly DomainEvent[]): DomainEvent[] {
  const last = new Map<string, DomainEvent>();
  for (const event of events) {
    const key = `${event.type} ${event.subject.id} ${event.actorId}`;
    last.delete(key);
    last.set(key, event);
  }
  return [...last.values()];
}

export const liveEventsOf = onePerPeil((services) => new LiveEvents(services));
