import { quietly } from '../../platform/context/change.ts';
import type { Services } from '../../platform/context/context.ts';
import { chainHash, type SealedFacts } from './event-hash.ts';
import { MerkleRange } from './merkle-range.ts';
import { type EventRow, getHead, type Head, listUnsealed } from './queries.ts';
import { moveHead, type Seal, writeSeals } from './store.ts';

// About 10 ms of the one writer on SQLite: nobody notices the wait.
const eventsPerBatch = 500;

/** The facts of a row at its place in the chain, by the names that are hashed and exported. */
export function sealedFacts(row: Omit<EventRow, 'position' | 'hash'>, sequence: number): SealedFacts {
  return {
    id: row.id,
    sequence,
    at: row.at,
    type: row.type,
    actorId: row.actor_id,
    requestId: row.request_id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    problemId: row.problem_id,
    dataHash: row.data_hash,
  };
}

/**
 * Gives every committed event without one its sequence and chain hash; answers how many. Nothing is kept in memory, so
 * that it can stop and start anywhere; several at once only repeat each other's reading.
 */
export async function sealEvents(services: Pick<Services, 'database'>): Promise<number> {
  let sealed = 0;
  for (;;) {
    const batch = await sealBatch(services);
    if (batch === 'done') return sealed;
    if (batch !== 'overtaken') sealed += batch;
  }
}

/**
 * Reading and hashing happen outside the transaction, since events do not change once written. The head is read first:
 * where another sealer takes any of these events, the head has moved, and nothing is written here.
 */
async function sealBatch(services: Pick<Services, 'database'>): Promise<number | 'done' | 'overtaken'> {
  const { reader, kind } = services.database;
  const head = await getHead(reader);
  const events = await listUnsealed(reader, eventsPerBatch);
  if (events.length === 0) return 'done';
  const { seals, next } = extendChain(head, events);
  const written = await quietly(services, async (db) => {
    if (!(await moveHead(db, head, next))) return false;
    await writeSeals(db, kind, seals);
    return true;
  });
  return written ? events.length : 'overtaken';
}

function extendChain(head: Head, events: readonly EventRow[]): { seals: Seal[]; next: Head } {
  const range = MerkleRange.fromText(head.sequence, head.frontier);
  let { hash } = head;
  const seals = events.map((event) => {
    const sequence = range.size + 1;
    hash = chainHash(hash, sealedFacts(event, sequence));
    range.append(Buffer.from(hash, 'hex'));
    return { position: event.position, sequence, hash };
  });
  return { seals, next: { sequence: range.size, hash, frontier: range.toText() } };
}
