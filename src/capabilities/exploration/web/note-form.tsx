import { Button, Textarea } from '@mantine/core';
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
  save: (text: string, version: number) => Promise<unknown>;
  close: () => void;
}

/** What others must know of a thing, in the words of the expert. */
export function NoteForm({ start, opener, place, version, save, close }: NoteFormProps) {
  const t = useTexts(exploreTexts).notes;
  const first = useOpenedForm<HTMLTextAreaElement>(opener);
  const [text, setText] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  const { keep, isSaving } = useKeeping<string>({
    version,
    save,
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
      <Textarea
        ref={first}
        label={t.text({ place })}
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
