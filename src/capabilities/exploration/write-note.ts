import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { platformErrors } from '../../platform/errors/platform-errors.ts';
import { newId } from '../../platform/ids.ts';
import { asExpert } from './as-expert.ts';
import { explorationErrors } from './errors.ts';
import type { Note, NotePlace } from './note-contract.ts';
import { getNote, listNotesOf } from './note-queries.ts';
import { refuseAbsentPlace } from './refuse-absent-place.ts';
import { explorationDb } from './tables.ts';

const most = 1000;

interface Place {
  problemId: string;
  noteId: string;
}

/** What the expert knows of a thing, beside that thing. Throws 404 or 422 where there is no such thing here. */
export async function addNote(
  ctx: Context,
  { problemId, place, text }: { problemId: string; place: NotePlace; text: string },
): Promise<Note> {
  await refuseAbsentPlace(ctx, { problemId, place });
  const noteId = await change(ctx, async (tx) => {
    await asExpert(ctx, tx, problemId);
    await refuseTooMany(tx.db, problemId);
    const id = newId(tx.now);
    await explorationDb(tx.db)
      .insertInto('data_note')
      .values({
        id,
        problem_id: problemId,
        ...columnsOf(place),
        text,
        written_by: ctx.actor.userId,
        written_at: tx.now,
        version: 1,
        removed_at: null,
      })
      .execute();
    const data = { on: place.kind };
    tx.record({ type: 'data_note.written', subject: { kind: 'data_note', id }, problemId, data });
    return id;
  });
  return getNote(ctx.db, { problemId, noteId });
}

async function refuseTooMany(db: AnyDb, problemId: string): Promise<void> {
  if ((await listNotesOf(db, { problemId })).length >= most) throw explorationErrors.tooManyNotes({ limit: most });
}

const columnsOf = (place: NotePlace) => ({
  kind: place.kind,
  subject_id: place.kind === 'source' ? place.sourceId : place.datasetId,
  column_name: 'column' in place ? place.column : null,
  value: place.kind === 'value' ? place.value : null,
  segment: place.kind === 'segment' ? place.segment : null,
});

export async function editNote(ctx: Context, given: Place & { text: string; version: number }): Promise<Note> {
  const { problemId, noteId: id, text, version } = given;
  await change(ctx, async (tx) => {
    await asExpert(ctx, tx, problemId);
    const theirs = await getNote(tx.db, given);
    const { numUpdatedRows } = await explorationDb(tx.db)
      .updateTable('data_note')
      .set({ text, version: version + 1, written_by: ctx.actor.userId, written_at: tx.now })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n)
      throw platformErrors.changedMeanwhile({
        yours: { text },
        theirs: { text: theirs.text },
        given: version,
        current: theirs.version,
      });
    const data = { version: version + 1 };
    tx.record({ type: 'data_note.edited', subject: { kind: 'data_note', id }, problemId, data });
  });
  return getNote(ctx.db, given);
}

export function removeNote(ctx: Context, place: Place): Promise<{ id: string; removedAt: number }> {
  return change(ctx, async (tx) => {
    await asExpert(ctx, tx, place.problemId);
    const { id } = await getNote(tx.db, place);
    await explorationDb(tx.db).updateTable('data_note').set({ removed_at: tx.now }).where('id', '=', id).execute();
    tx.record({ type: 'data_note.removed', subject: { kind: 'data_note', id }, problemId: place.problemId });
    return { id, removedAt: tx.now };
  });
}

export async function restoreNote(ctx: Context, place: Place): Promise<Note> {
  const { problemId, noteId: id } = place;
  await change(ctx, async (tx) => {
    await asExpert(ctx, tx, problemId);
    const row = await explorationDb(tx.db)
      .selectFrom('data_note')
      .select('removed_at')
      .where('problem_id', '=', problemId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw explorationErrors.noteNotFound({ id });
    if (row.removed_at === null) throw explorationErrors.noteNotRemoved();
    await refuseTooMany(tx.db, problemId);
    await explorationDb(tx.db).updateTable('data_note').set({ removed_at: null }).where('id', '=', id).execute();
    tx.record({ type: 'data_note.restored', subject: { kind: 'data_note', id }, problemId });
  });
  return getNote(ctx.db, place);
}
