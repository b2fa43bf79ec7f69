import { Button, Textarea, TextInput } from '@mantine/core';
import { type ChangeEvent, type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { type KeyResultBody, type KeyResultDraft, readKeyResult } from './key-result-draft.ts';
import { requirementsTexts } from './requirements-texts.ts';
import { sayKeyResult } from './say-key-result.ts';

interface KeyResultFormProps {
  start: KeyResultDraft;
  /** id of the button that opens it */
  opener: string;
  /** of the key result that is changed; none for a new one */
  version?: number;
  save: (body: KeyResultBody, version: number) => Promise<unknown>;
  close: () => void;
}

/** The six things that make a key result measurable; the metric is enough to begin with. */
export function KeyResultForm({ start, opener, version, save, close }: KeyResultFormProps) {
  const t = useTexts(requirementsTexts);
  const locale = useLocale();
  const id = useId();
  const first = useOpenedForm<HTMLInputElement>(opener);
  const idOf = (field: keyof KeyResultDraft) => `${id}-${field}`;
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const { keep, isSaving } = useKeeping({
    version,
    save,
    close,
    sayTheirs: (theirs) => sayKeyResult(theirs as KeyResultBody, locale),
    complain: (message) => setProblems([{ field: null, message }]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readKeyResult(draft, { locale, idOf });
    setProblems(read.problems);
    if (read.problems.length === 0) void keep(read.body);
  };
  const input = (field: keyof KeyResultDraft) => ({
    id: idOf(field),
    label: t[field],
    value: draft[field],
    error: problems.find((problem) => problem.field === idOf(field))?.message,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setDraft({ ...draft, [field]: event.currentTarget.value }),
  });
  return (
    <form className="stack key-result-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <TextInput {...input('metric')} description={t.metricHint} maxLength={200} ref={first} />
      <TextInput {...input('unit')} description={t.unitHint} maxLength={50} maw={320} />
      <div className="fields">
        <TextInput {...input('baseline')} inputMode="decimal" />
        <TextInput {...input('target')} inputMode="decimal" />
        <TextInput {...input('by')} type="date" />
      </div>
      <Textarea {...input('source')} description={t.sourceHint} autosize minRows={2} maxRows={6} maxLength={1000} />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
