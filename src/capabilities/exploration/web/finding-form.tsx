import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { exploreTexts } from './explore-texts.ts';

interface Words {
  title: string;
  remark: string;
}

interface FindingFormProps {
  start: Words;
  /** id of the button that opens it */
  opener: string;
  version?: number;
  save: (words: Words, version: number) => Promise<unknown>;
  close: () => void;
}

/** The words of a finding: what was found, and what one wants to know of it. */
export function FindingForm({ start, opener, version, save, close }: FindingFormProps) {
  const t = useTexts(exploreTexts).keep;
  const id = useId();
  const first = useOpenedForm<HTMLInputElement>(opener);
  const [words, setWords] = useState(() => start);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const { keep, isSaving } = useKeeping<Words>({
    version,
    save,
    close,
    sayTheirs: (theirs) => {
      const { title, remark } = theirs as Words;
      return [title, remark].filter(Boolean).join('; ');
    },
    complain: (message) => setProblems([{ field: null, message }]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = words.title.trim() === '' ? [{ field: `${id}-title`, message: t.titleNeeded }] : [];
    setProblems(wrong);
    if (wrong.length === 0) void keep({ ...words, title: words.title.trim() });
  };
  return (
    <form className="stack stack--tight" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <TextInput
        id={`${id}-title`}
        ref={first}
        label={t.title}
        maxLength={300}
        value={words.title}
        error={problems.find(({ field }) => field === `${id}-title`)?.message}
        onChange={(event) => setWords({ ...words, title: event.currentTarget.value })}
      />
      <Textarea
        label={t.remark}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5000}
        value={words.remark}
        onChange={(event) => setWords({ ...words, remark: event.currentTarget.value })}
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
