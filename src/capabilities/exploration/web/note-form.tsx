import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { exploreTexts } from './explore-texts.ts';

interface NoteFormProps {
  start: string;
  /** id of the button that opens it */
  opener: string;
  /** what the note is on, as people call it */
  place: string;
  version?: number;
  /** of a column: what a note may be on instead, null for what is missing */
  values?: readonly (string | null)[];
  save: (text: string, version: number, on: NoteTarget) => Promise<unknown>;
  close: () => void;
}

/** The whole of the place, or one value of a column. */
export type NoteTarget = { value: string | null } | null;

/** What others must know of a thing, in the words of the expert. */
export function NoteForm({ start, opener, place, version, values = [], save, close }: NoteFormProps) {
  const t = useTexts(exploreTexts).notes;
  const first = useOpenedForm<HTMLTextAreaElement>(opener);
  const [text, setText] = useState(start);
  const [on, setOn] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const { keep, isSaving } = useKeeping<string>({
    version,
    save: (words, given) => save(words, given, targetOf(values, on)),
    close,
    sayTheirs: (theirs) => (theirs as { text: string }).text,
    complain: setProblem,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isEmpty = text.trim() === '';
    setProblem(isEmpty ? t.needed : null);
    if (!isEmpty) void keep(text);
  };
  return (
    <form className="stack stack--tight" noValidate onSubmit={submit}>
      {values.length > 0 ? (
        <NativeSelect
          label={t.on}
          value={on}
          data={[
            { value: '', label: t.whole({ place }) },
            ...values.map((value, at) => ({ value: String(at), label: value ?? t.missing })),
          ]}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
      ) : null}
      <Textarea
        ref={first}
        label={t.text({ place: nameOf(targetOf(values, on), { place, missing: t.missing }) })}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5000}
        value={text}
        error={problem}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}

const targetOf = (values: readonly (string | null)[], on: string): NoteTarget =>
  on === '' ? null : { value: values[Number(on)] ?? null };

const nameOf = (target: NoteTarget, { place, missing }: { place: string; missing: string }): string =>
  target === null ? place : `${place}: ${target.value ?? missing}`;
