import type { AnyDb } from '../db/database.ts';

/** What happened, in the past tense. Kept for good by audit; told to pages, projections and loops. */
export interface DomainEvent {
  id: string;
  /** e.g. `opportunity.written` */
  type: string;
  /** epoch milliseconds, UTC */
  at: number;
  /** pseudonymous: the id of a user or `system`; names live in identity's erasable table */
  actorId: string;
  requestId: string;
  subject: { kind: string; id: string };
  /** null: about the installation, not about one problem */
  problemId: string | null;
  /** facts of the change; no personal data */
  data: Readonly<Record<string, unknown>>;
  /** the subject as the change left it, where the operation has it at hand: saves projections a look. Never kept. */
  state?: unknown;
}

type InTransaction = (db: AnyDb, events: readonly DomainEvent[]) => Promise<void>;
type AfterCommit = (events: readonly DomainEvent[]) => void;

/** Joins what happens to what must follow. Joined once, at the composition root. */
export class EventBus {
  readonly #inTransaction: InTransaction[] = [];
  readonly #afterCommit = new Set<AfterCommit>();

  /** Audit rows and projections: part of the change, in its transaction; a failure undoes the change. */
  inTransaction(handler: InTransaction): void {
    this.#inTransaction.push(handler);
  }

  /** Live pages and reactions; a listener must not throw. Answers the call that ends the listening. */
  afterCommit(handler: AfterCommit): () => void {
    this.#afterCommit.add(handler);
    return () => this.#afterCommit.delete(handler);
  }

  async settle(db: AnyDb, events: readonly DomainEvent[]): Promise<void> {
    for (const handler of this.#inTransaction) await handler(db, events);
  }

  publish(events: readonly DomainEvent[]): void {
    for (const handler of this.#afterCommit) handler(events);
  }
}
