import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { requirementsTexts } from './requirements-texts.ts';

interface ObjectiveFormProps {
  start: string;
  /** id of the button that opens it */
  opener: string;
  /** of the objective that is changed; none for a new one */
  version?: number;
  save: (text: string, version: number) => Promise<unknown>;
  close: () => void;
}

export function ObjectiveForm({ start, opener, version, save, close }: ObjectiveFormProps) {
  const t = useTexts(requirementsTexts);
  const id = useId();
  const first = useOpenedForm<HTMLTextAreaElement>(opener);
  const [text, setText] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  const { keep, isSaving } = useKeeping({
    version,
    save,
    close,
    sayTheirs: (theirs) => (theirs as { text: string }).text,
    complain: setProblem,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') setProblem(t.objectiveNeeded);
    else void keep(text.trim());
  };
  return (
    <form className="stack key-result-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problem === null ? [] : [{ field: id, message: problem }]} />
      <Textarea
        id={id}
        label={t.objective}
        description={t.objectiveHint}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        value={text}
        error={problem}
        ref={first}
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
