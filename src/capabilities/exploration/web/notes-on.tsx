import './notes.css';
import { useId, useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import { addNote, editNote, listNotes, type Note, type NotePlace, removeNote, restoreNote } from '../contract.ts';
import { exploreTexts } from './explore-texts.ts';
import { NoteForm } from './note-form.tsx';
import { useNameOf } from './use-name-of.ts';

interface NotesOnProps {
  problemId: string;
  place: NotePlace;
  /** what the place is called, as it stands there */
  label: string;
  /** of a column: values that a note may be on; null for what is missing */
  values?: readonly (string | null)[];
  /** offers no writing: it is written elsewhere */
  isOnlyShown?: boolean;
}

/** What the expert noted of a thing, beside that thing. All notes of a problem come with one request. */
export function NotesOn({ isOnlyShown = false, ...given }: NotesOnProps) {
  const { problemId, place, label } = given;
  const mine = useAnswer(getMineInProblem, { params: { problemId } });
  const query = useAnswer(listNotes, { params: { problemId }, query: {} });
  const mayExplain = !isOnlyShown && (mine.data?.permissions.includes('data.explain') ?? false);
  const notes = query.data?.notes.filter((note) => isWithin(note.place, place)) ?? [];
  if (notes.length === 0 && !mayExplain) return null;
  return (
    <div className="stack stack--tight">
      {notes.map((note) => (
        <NoteItem key={note.id} {...{ problemId, note, label, mayExplain }} />
      ))}
      {mayExplain ? <NewNote {...given} /> : null}
    </div>
  );
}

/** A button until it is pressed, then the form. */
function NewNote({ problemId, place, label, values = [] }: Omit<NotesOnProps, 'isOnlyShown'>) {
  const t = useTexts(exploreTexts).notes;
  const opener = useId();
  const [isWriting, setWriting] = useState(false);
  const add = useAsk(addNote);
  if (isWriting)
    return (
      <NoteForm
        start=""
        opener={opener}
        place={label}
        values={values}
        save={(text, _, on) => {
          const exact = on && place.kind === 'column' ? { ...place, kind: 'value' as const, ...on } : place;
          return add.mutateAsync({ params: { problemId }, body: { place: exact, text } });
        }}
        close={() => setWriting(false)}
      />
    );
  return (
    <div className="row small not-printed">
      <button id={opener} type="button" className="button-plain link" onClick={() => setWriting(true)}>
        {t.open}
        <span className="unseen"> {label}</span>
      </button>
    </div>
  );
}

/** The very place, and the values of a column with the column. */
function isWithin(one: NotePlace, place: NotePlace): boolean {
  if (place.kind === 'column' && one.kind === 'value')
    return one.datasetId === place.datasetId && one.column === place.column;
  return keyOf(one) === keyOf(place);
}

const keyOf = (place: NotePlace): string =>
  JSON.stringify(Object.entries(place).toSorted(([a], [b]) => (a < b ? -1 : 1)));

interface NoteItemProps {
  problemId: string;
  note: Note;
  label: string;
  mayExplain: boolean;
}

function NoteItem({ problemId, note, label, mayExplain }: NoteItemProps) {
  const t = useTexts(exploreTexts).notes;
  const formats = useFormats();
  const nameOf = useNameOf();
  const opener = useId();
  const [isEditing, setEditing] = useState(false);
  const edit = useAsk(editNote);
  const { id, text, place, version, writtenBy, writtenAt } = note;
  const params = { problemId, noteId: id };
  const remove = useRemoval(params);
  if (isEditing)
    return (
      <NoteForm
        start={text}
        opener={opener}
        place={label}
        version={version}
        save={(changed, given) => edit.mutateAsync({ params, body: { text: changed }, version: given })}
        close={() => setEditing(false)}
      />
    );
  return (
    <div className="data-note">
      {place.kind === 'value' ? <p className="small">{place.value ?? t.missing}</p> : null}
      <p>{text}</p>
      <div className="row small">
        <span className="quiet">{t.by({ name: nameOf(writtenBy), date: formats.date(writtenAt) })}</span>
        {mayExplain ? (
          <>
            <button
              id={opener}
              type="button"
              className="button-plain link not-printed"
              onClick={() => setEditing(true)}
            >
              {t.edit}
              <span className="unseen"> {text}</span>
            </button>
            <button type="button" className="button-plain link not-printed" onClick={remove}>
              {t.remove}
              <span className="unseen"> {text}</span>
            </button>
          </>
        ) : null}
      </div>
    </div>
  );
}

function useRemoval(params: { problemId: string; noteId: string }): () => void {
  const t = useTexts(exploreTexts).notes;
  const remove = useAsk(removeNote);
  const restore = useAsk(restoreNote);
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  return () => void remove.mutateAsync({ params }).then(() => say(t.removed, undo), complain);
}
