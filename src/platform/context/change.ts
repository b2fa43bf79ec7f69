import type { AnyDb } from '../db/database.ts';
import type { DomainEvent } from '../events/event-bus.ts';
import { newId } from '../ids.ts';
import type { Context } from './context.ts';

/** What an operation says of its change; the rest of the event is known from the context. */
export interface Happened {
  type: string;
  subject: { kind: string; id: string };
  problemId: string | null;
  data?: Readonly<Record<string, unknown>>;
  /** who acts, where only the change itself finds that out; else the context's actor */
  actorId?: string;
  /** of which request it was, where changes of several are made together; else the context's */
  requestId?: string;
  /** see `DomainEvent` */
  state?: unknown;
}

export interface Tx {
  db: AnyDb;
  /** epoch milliseconds: one moment for everything in this change */
  now: number;
  record(event: Happened): void;
}

/**
 * The one way to write: the change, its audit events and its projections commit together or not at all;
 * listeners hear of it after the commit.
 */
export async function change<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  const events: DomainEvent[] = [];
  const now = ctx.clock.now();
  const result = await ctx.database.writer.transaction().execute(async (db) => {
    const record = ({ data = {}, ...event }: Happened) => {
      events.push({ id: newId(now), at: now, actorId: ctx.actor.userId, requestId: ctx.requestId, data, ...event });
    };
    const outcome = await work({ db, now, record });
    if (events.length === 0) throw new Error('a change must record what happened; bookkeeping goes through quietly()');
    await ctx.events.settle(db, events);
    return outcome;
  });
  ctx.events.publish(events);
  return result;
}

/** Bookkeeping that is no event of its own (leases, last-seen marks, rate limits): one transaction, not audited. */
export function quietly<T>(services: Pick<Context, 'database'>, work: (db: AnyDb) => Promise<T>): Promise<T> {
  return services.database.writer.transaction().execute(work);
}
