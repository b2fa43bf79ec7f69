import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { explorationErrors } from './errors.ts';
import type { Note, NotePlace } from './note-contract.ts';
import { explorationDb, type ExplorationTables } from './tables.ts';

type StoredNote = Selectable<ExplorationTables['data_note']>;

interface Wanted {
  problemId: string;
  datasetId?: string;
  sourceId?: string;
}

/** Those that are not removed, in the order in which they were first written; of one thing where that is named. */
export async function listNotesOf(db: AnyDb, { problemId, datasetId, sourceId }: Wanted): Promise<Note[]> {
  const subjects = [datasetId, sourceId].flatMap((id) => id ?? []);
  let query = explorationDb(db)
    .selectFrom('data_note')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('removed_at', 'is', null);
  if (subjects.length > 0) query = query.where('subject_id', 'in', subjects);
  return (await query.orderBy('id').execute()).map(noteFrom);
}

/** Throws 404. */
export async function getNote(db: AnyDb, { problemId, noteId }: { problemId: string; noteId: string }): Promise<Note> {
  const found = (await listNotesOf(db, { problemId })).find(({ id }) => id === noteId);
  if (!found) throw explorationErrors.noteNotFound({ id: noteId });
  return found;
}

const noteFrom = (row: StoredNote): Note => ({
  id: row.id,
  place: placeFrom(row),
  text: row.text,
  writtenBy: row.written_by,
  writtenAt: row.written_at,
  version: row.version,
});

function placeFrom({ kind, subject_id, column_name, value, segment }: StoredNote): NotePlace {
  const column = column_name ?? '';
  if (kind === 'source') return { kind, sourceId: subject_id };
  if (kind === 'column') return { kind, datasetId: subject_id, column };
  if (kind === 'value') return { kind, datasetId: subject_id, column, value };
  return { kind, datasetId: subject_id, segment: segment ?? '' };
}
