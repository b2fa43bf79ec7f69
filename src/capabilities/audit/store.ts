import { sql } from 'kysely';
import type { AnyDb, DatabaseKind } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';
import type { Head } from './queries.ts';
import { auditDb } from './tables.ts';

export interface Seal {
  position: number;
  sequence: number;
  hash: string;
}

/** False where the head is no longer the one that was read: another sealer was first. Locks the row until the commit. */
export async function moveHead(db: AnyDb, from: Head, to: Head): Promise<boolean> {
  const { numUpdatedRows } = await auditDb(db)
    .updateTable('audit_head')
    .set({ sequence: to.sequence, hash: to.hash, frontier: to.frontier })
    .where('sequence', '=', from.sequence)
    .where('hash', '=', from.hash)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** One statement with one parameter, whatever the number of seals, so that it stays prepared. */
export async function writeSeals(db: AnyDb, kind: DatabaseKind, seals: readonly Seal[]): Promise<void> {
  const given = toJson(seals);
  const statement =
    kind === 'sqlite'
      ? sql`update audit_event set sequence = seal.value ->> 'sequence', hash = seal.value ->> 'hash'
          from json_each(${given}) as seal where audit_event.position = seal.value ->> 'position'`
      : sql`update audit_event set sequence = seal.sequence, hash = seal.hash
          from json_to_recordset(${given}::json) as seal (position bigint, sequence bigint, hash text)
          where audit_event.position = seal.position`;
  const { numAffectedRows } = await statement.execute(db);
  if (Number(numAffectedRows) !== seals.length)
    throw new Error(`${seals.length} audit events were to be sealed; ${numAffectedRows} were found.`);
}

/** Leaves a tombstone; answers the ids of which something was erased. */
export async function eraseRows(db: AnyDb, eventIds: readonly string[], at: string): Promise<string[]> {
  const rows = await auditDb(db)
    .updateTable('audit_detail')
    .set({ salt: null, data: null, erased_at: at })
    .where('event_id', 'in', eventIds)
    .where('erased_at', 'is', null)
    .returning('event_id')
    .execute();
  return rows.map((row) => row.event_id);
}
