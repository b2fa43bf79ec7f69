import type { Services } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { DomainEvent } from '../../platform/events/event-bus.ts';
import { newId } from '../../platform/ids.ts';
import { toJson } from '../../platform/json.ts';
import { isOpenProblem } from './may-tell.ts';
import { typesOf } from './queries.ts';
import { type DeliveryRow, type WebhookRow, webhooksDb } from './tables.ts';
import { wake } from './wake.ts';
import { withoutWords } from './without-words.ts';

/** Of a webhook that nobody resumes, no more is kept than this. */
const longestPause_ms = 30 * 86_400_000;

/**
 * Writes what is to be sent, in the transaction of what happened: nothing that was acknowledged is lost, and nothing is
 * sent of what was rolled back. Joined to the event bus at the composition root.
 */
export function queueDeliveries({ jobs, database }: Pick<Services, 'jobs' | 'database'>) {
  // SQLite has one writer, in this process: that nobody listens stays true until a webhook changes, and most
  // installations need not ask at each write. PostgreSQL may have other writers.
  const mayRemember = database.kind === 'sqlite';
  let nobodyListens = false;
  return async (db: AnyDb, events: readonly DomainEvent[]): Promise<void> => {
    await forgetErased(db, events);
    const [first] = events;
    if (!first || (nobodyListens && !events.some(isOfWebhook))) return;
    const webhooks = await listListening(db, first.at);
    nobodyListens = mayRemember && webhooks.length === 0;
    if (webhooks.length === 0) return;
    const closed = await closedProblems(db, events);
    for (const webhook of webhooks) {
      const wanted = events.filter((event) => isWanted(webhook, event, closed));
      if (wanted.length > 0) await insertDeliveries(db, webhook, wanted);
      // Also of one that is paused, which may be resumed at this very moment: the job looks.
      if (wanted.length > 0 || events.some((event) => wakes(webhook, event)))
        await wake(jobs, { db, now: first.at }, webhook.id);
    }
  };
}

const isOfWebhook = ({ subject }: DomainEvent): boolean => subject.kind === 'webhook';

/** In the order of their ids, in which their queues are then held: two changes never wait for each other. */
function listListening(db: AnyDb, now: number): Promise<WebhookRow[]> {
  return webhooksDb(db)
    .selectFrom('webhook')
    .selectAll()
    .where('active', '=', 1)
    .where((where) => where.or([where('paused_at', 'is', null), where('paused_at', '>', now - longestPause_ms)]))
    .orderBy('id')
    .execute();
}

function isWanted(webhook: WebhookRow, event: DomainEvent, closed: ReadonlySet<string>): boolean {
  const problemId = problemOf(event);
  if (problemId !== null && webhook.includes_private === 0 && closed.has(problemId)) return false;
  if (event.type === 'webhook.tested') return event.subject.id === webhook.id;
  return typesOf(webhook)?.includes(event.type) ?? true;
}

const waking = ['webhook.edited', 'webhook.resumed', 'webhook.sent_again'];

/** Here and not where it is done: every change takes the queue of a webhook first and its job after it. */
function wakes({ id }: WebhookRow, { type, subject }: DomainEvent): boolean {
  return subject.id === id && waking.includes(type);
}

/** Also an event that is about a problem without saying so as its place. */
function problemOf({ problemId, subject }: DomainEvent): string | null {
  return problemId ?? (subject.kind === 'problem' ? subject.id : null);
}

async function closedProblems(db: AnyDb, events: readonly DomainEvent[]): Promise<Set<string>> {
  const closed = new Set<string>();
  const ids = new Set(events.map(problemOf));
  for (const id of ids) if (id !== null && !(await isOpenProblem(db, id))) closed.add(id);
  return closed;
}

async function insertDeliveries(db: AnyDb, webhook: WebhookRow, events: readonly DomainEvent[]): Promise<void> {
  // Held until the commit: positions are in the order of the commits, without a gap that fills up later.
  const { last_position } = await webhooksDb(db)
    .updateTable('webhook_queue')
    .set((set) => ({ last_position: set('last_position', '+', events.length) }))
    .where('webhook_id', '=', webhook.id)
    .returning('last_position')
    .executeTakeFirstOrThrow();
  const before = last_position - events.length;
  const rows = events.map((event, index) => rowOf(event, { webhook, position: before + index + 1 }));
  await webhooksDb(db)
    .insertInto('webhook_delivery')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function rowOf(event: DomainEvent, { webhook, position }: { webhook: WebhookRow; position: number }): DeliveryRow {
  return {
    id: newId(event.at),
    webhook_id: webhook.id,
    position,
    event_id: event.id,
    type: event.type,
    at: event.at,
    subject_kind: event.subject.kind,
    subject_id: event.subject.id,
    problem_id: problemOf(event),
    // What is not to be sent is not kept to be sent either.
    data: toJson(webhook.includes_words === 1 ? event.data : withoutWords(event.data)),
    state: 'waiting',
    attempts: 0,
    next_at: event.at,
    attempted_at: null,
    status: null,
    answer: '',
  };
}

/** What is erased from the audit trail is not kept here either. */
async function forgetErased(db: AnyDb, events: readonly DomainEvent[]): Promise<void> {
  const ids = events.filter(({ type }) => type === 'audit.details_erased').map(({ subject }) => subject.id);
  if (ids.length === 0) return;
  await webhooksDb(db)
    .updateTable('webhook_delivery')
    .set({ data: '{}', answer: '' })
    .where('event_id', 'in', ids)
    .execute();
}
