import { Button, Textarea, TextInput } from '@mantine/core';
import { type ChangeEvent, type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { type DataRequirementFields, dataRequirementFields } from '../contract.ts';
import { requirementsTexts } from './requirements-texts.ts';
import { translationTexts } from './translation-texts.ts';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';

export const emptyData: DataRequirementFields = {
  what: '',
  why: '',
  history: '',
  granularity: '',
  freshness: '',
  segment: '',
  volume: '',
  source: '',
};

interface DataRequirementFormProps {
  start: DataRequirementFields;
  /** id of the button that opens it */
  opener: string;
  version?: number;
  save: (body: DataRequirementFields, version: number) => Promise<unknown>;
  close: () => void;
}

const short = ['history', 'granularity', 'freshness', 'segment', 'volume'] as const;

/** One row of data that is needed; what it is is enough to begin with. */
export function DataRequirementForm({ start, opener, version, save, close }: DataRequirementFormProps) {
  const t = useTexts(translationTexts).data;
  const words = useTexts(requirementsTexts);
  const id = useId();
  const first = useOpenedForm<HTMLInputElement>(opener);
  const [draft, setDraft] = useState(() => pick(start));
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const { keep, isSaving } = useKeeping<DataRequirementFields>({
    version,
    save,
    close,
    sayTheirs: (theirs) =>
      Object.values(pick(theirs as DataRequirementFields))
        .filter(Boolean)
        .join('; '),
    complain: (message) => setProblems([{ field: null, message }]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = draft.what.trim() === '' ? [{ field: `${id}-what`, message: t.whatNeeded }] : [];
    setProblems(wrong);
    if (wrong.length === 0) void keep(draft);
  };
  const input = (field: keyof DataRequirementFields) => ({
    id: `${id}-${field}`,
    value: draft[field],
    error: problems.find((problem) => problem.field === `${id}-${field}`)?.message,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setDraft({ ...draft, [field]: event.currentTarget.value }),
  });
  return (
    <form className="stack key-result-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <TextInput {...input('what')} label={t.what} description={t.whatHint} maxLength={200} ref={first} />
      <Textarea {...input('why')} label={t.why} autosize minRows={2} maxRows={6} maxLength={2000} />
      <div className="fields">
        {short.map((field) => (
          <TextInput
            key={field}
            {...input(field)}
            label={t.fields[field]}
            placeholder={t.placeholders[field]}
            maxLength={300}
          />
        ))}
      </div>
      <Textarea {...input('source')} label={t.fields.source} autosize minRows={1} maxRows={4} maxLength={1000} />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {words.keep}
        </Button>
        <Button onClick={close}>{words.cancel}</Button>
      </div>
    </form>
  );
}

function pick(from: DataRequirementFields): DataRequirementFields {
  return { ...emptyData, ...Object.fromEntries(dataRequirementFields.map((field) => [field, from[field]])) };
}
