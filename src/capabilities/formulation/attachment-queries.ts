import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import type { Attachment } from './attachment-contract.ts';
import { formulationErrors } from './errors.ts';
import { formulationDb, type FormulationTables } from './tables.ts';

export type StoredAttachment = Selectable<FormulationTables['attachment']>;

/** Those that are not removed, oldest first. */
export async function listAttachmentsOf(db: AnyDb, problemId: string): Promise<Attachment[]> {
  const rows = await formulationDb(db)
    .selectFrom('attachment')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map(asAttachment);
}

/** Also when it was removed; always within the problem. Throws 404. */
export async function getStoredAttachment(
  db: AnyDb,
  { problemId, attachmentId }: { problemId: string; attachmentId: string },
): Promise<StoredAttachment> {
  const row = await formulationDb(db)
    .selectFrom('attachment')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('id', '=', attachmentId)
    .executeTakeFirst();
  if (!row) throw formulationErrors.attachmentNotFound({ id: attachmentId });
  return row;
}

/** As `getStoredAttachment`, and 404 when it was removed. */
export async function getAttachment(
  db: AnyDb,
  place: { problemId: string; attachmentId: string },
): Promise<StoredAttachment> {
  const row = await getStoredAttachment(db, place);
  if (row.removed_at !== null) throw formulationErrors.attachmentNotFound({ id: place.attachmentId });
  return row;
}

export function asAttachment(row: StoredAttachment): Attachment {
  const { id, kind, title, url, sha256, size_bytes } = row;
  return {
    id,
    kind,
    title,
    url,
    sha256,
    mediaType: row.media_type,
    size_bytes,
    addedBy: row.added_by,
    addedAt: row.added_at,
  };
}

/** Whether any problem has a file with this content among its evidence, removed or not: it can be restored. */
export async function isAttached(db: AnyDb, sha256: string): Promise<boolean> {
  const row = await formulationDb(db)
    .selectFrom('attachment')
    .select('id')
    .where('sha256', '=', sha256)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
