import { randomFillSync } from 'node:crypto';
import type { AnyDb } from '../../platform/db/database.ts';
import { defer } from '../../platform/db/defer.ts';
import { manyRows } from '../../platform/db/insert-many.ts';
import type { DomainEvent } from '../../platform/events/event-bus.ts';
import { canonicalJson, detailsHash } from './event-hash.ts';

/**
 * Makes every event a row, in the transaction of the change itself: both are there or neither is. Chain hash and
 * sequence come later, from the sealer, because a chain in each transaction would let all writers wait for one another.
 */
export async function recordEvents(db: AnyDb, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  const details: string[][] = [];
  const rows = events.map((event) => eventRow(event, details));
  await defer(db, manyRows(db, { into: 'audit_event', columns: eventColumns, rows, tail: '' }));
  if (details.length > 0)
    await defer(db, manyRows(db, { into: 'audit_detail', columns: detailColumns, rows: details, tail: '' }));
}

const eventColumns = {
  id: 'text',
  at: 'text',
  type: 'text',
  actor_id: 'text',
  request_id: 'text',
  subject_kind: 'text',
  subject_id: 'text',
  problem_id: 'text',
  data_hash: 'text',
} as const;
const detailColumns = { event_id: 'text', salt: 'text', data: 'text' } as const;

function eventRow(event: DomainEvent, details: string[][]): (string | null)[] {
  return [
    event.id,
    new Date(event.at).toISOString(),
    event.type,
    event.actorId,
    event.requestId,
    event.subject.kind,
    event.subject.id,
    event.problemId,
    keepDetails(event, details),
  ];
}

function keepDetails(event: DomainEvent, details: string[][]): string | null {
  const data = canonicalJson(event.data);
  if (data === '{}') return null;
  const salt = newSalt();
  details.push([event.id, salt, data]);
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
