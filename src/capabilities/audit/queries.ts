import type { RawBuilder, Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { type AuditTables, auditDb } from './tables.ts';

export type EventRow = Selectable<AuditTables['audit_event']>;
export type Head = Pick<Selectable<AuditTables['audit_head']>, 'sequence' | 'hash' | 'frontier'>;
type DetailColumns = Omit<Selectable<AuditTables['audit_detail']>, 'event_id'>;
export type EventWithDetails = EventRow & { [K in keyof DetailColumns]: DetailColumns[K] | null };

export interface EventFilter {
  problemId?: string | undefined;
  /** the condition that a problem's events are held to; those of no problem are for whoever may ask */
  readable?: RawBuilder<boolean>;
  subjectKind?: string | undefined;
  subjectId?: string | undefined;
  actorId?: string | undefined;
  type?: string | undefined;
  /** inclusive, in the form of `at` */
  from?: string | undefined;
  /** exclusive, in the form of `at` */
  until?: string | undefined;
  /** only events written before the one at this position */
  before?: number | undefined;
}

export async function getHead(db: AnyDb): Promise<Head> {
  return auditDb(db).selectFrom('audit_head').select(['sequence', 'hash', 'frontier']).executeTakeFirstOrThrow();
}

export async function countUnsealed(db: AnyDb): Promise<number> {
  const { count } = await auditDb(db)
    .selectFrom('audit_event')
    .select((select) => select.fn.countAll().as('count'))
    .where('sequence', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** In the order in which they were written, oldest first. */
export async function listUnsealed(db: AnyDb, limit: number): Promise<EventRow[]> {
  return auditDb(db)
    .selectFrom('audit_event')
    .selectAll()
    .where('sequence', 'is', null)
    .orderBy('position')
    .limit(limit)
    .execute();
}

const withDetails = (db: AnyDb) =>
  auditDb(db)
    .selectFrom('audit_event')
    .leftJoin('audit_detail', 'audit_detail.event_id', 'audit_event.id')
    .selectAll('audit_event')
    .select(['salt', 'data', 'erased_at']);

/** The chain after a sequence, in its order. */
export async function listSealedAfter(db: AnyDb, sequence: number, limit: number): Promise<EventWithDetails[]> {
  return withDetails(db).where('sequence', '>', sequence).orderBy('sequence').limit(limit).execute();
}

export async function listUnsealedAfter(db: AnyDb, position: number, limit: number): Promise<EventWithDetails[]> {
  return withDetails(db)
    .where('sequence', 'is', null)
    .where('position', '>', position)
    .orderBy('position')
    .limit(limit)
    .execute();
}

/**
 * Newest first, sealed or not. Two queries, since the indexes hold sealed events only; the unsealed come first, so that
 * one that is sealed in between is found twice rather than not at all.
 */
export async function listEvents(db: AnyDb, filter: EventFilter, limit: number): Promise<EventWithDetails[]> {
  const chosen = () => choose(db, filter).orderBy('position', 'desc').limit(limit);
  const unsealed = await chosen().where('sequence', 'is', null).execute();
  const sealed = await chosen().where('sequence', 'is not', null).execute();
  const found = new Map([...unsealed, ...sealed].map((row) => [row.position, row]));
  return [...found.values()].sort((a, b) => b.position - a.position).slice(0, limit);
}

function choose(db: AnyDb, filter: EventFilter) {
  let query = withDetails(db);
  const equal = {
    problem_id: filter.problemId,
    subject_kind: filter.subjectKind,
    subject_id: filter.subjectId,
    actor_id: filter.actorId,
    type: filter.type,
  };
  for (const [column, value] of Object.entries(equal))
    if (value !== undefined) query = query.where(column as keyof typeof equal, '=', value);
  const { readable } = filter;
  if (readable) query = query.where((eb) => eb.or([eb('problem_id', 'is', null), readable]));
  if (filter.from !== undefined) query = query.where('at', '>=', filter.from);
  if (filter.until !== undefined) query = query.where('at', '<', filter.until);
  if (filter.before !== undefined) query = query.where('position', '<', filter.before);
  return query;
}

export async function listEventsById(db: AnyDb, ids: readonly string[]): Promise<EventRow[]> {
  return auditDb(db).selectFrom('audit_event').selectAll().where('id', 'in', ids).execute();
}
