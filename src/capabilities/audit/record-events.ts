import { randomFillSync } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { defer } from '../../platform/db/defer.ts';
import type { DomainEvent } from '../../platform/events/event-bus.ts';
import { canonicalJson, detailsHash } from './event-hash.ts';
import { type AuditTables, auditDb } from './tables.ts';

type EventRow = Insertable<AuditTables['audit_event']>;
type DetailRow = Insertable<AuditTables['audit_detail']>;

// PostgreSQL takes 65,535 parameters in one statement, SQLite 32,766; a row has at most nine.
const rowsPerStatement = 3_000;

/**
 * Makes every event a row, in the transaction of the change itself: both are there or neither is. Chain hash and
 * sequence come later, from the sealer, because a chain in each transaction would let all writers wait for one another.
 */
export async function recordEvents(db: AnyDb, events: readonly DomainEvent[]): Promise<void> {
  for (let start = 0; start < events.length; start += rowsPerStatement) {
    const details: DetailRow[] = [];
    const rows = events.slice(start, start + rowsPerStatement).map((event) => eventRow(event, details));
    await defer(db, auditDb(db).insertInto('audit_event').values(rows));
    if (details.length > 0) await defer(db, auditDb(db).insertInto('audit_detail').values(details));
  }
}

function eventRow(event: DomainEvent, details: DetailRow[]): EventRow {
  return {
    id: event.id,
    at: new Date(event.at).toISOString(),
    type: event.type,
    actor_id: event.actorId,
    request_id: event.requestId,
    subject_kind: event.subject.kind,
    subject_id: event.subject.id,
    problem_id: event.problemId,
    data_hash: keepDetails(event, details),
  };
}

function keepDetails(event: DomainEvent, details: DetailRow[]): string | null {
  const data = canonicalJson(event.data);
  if (data === '{}') return null;
  const salt = newSalt();
  details.push({ event_id: event.id, salt, data });
  return detailsHash(salt, data);
}

const saltBytes = 16;
const pool = Buffer.alloc(saltBytes * 256);
let used = pool.length;

/** Random bytes come in batches: one call into the kernel for 256 salts. */
function newSalt(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool.toString('hex', used, (used += saltBytes));
}
