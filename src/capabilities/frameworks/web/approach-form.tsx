import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { type ApproachFields, type ApproachKind, approachKinds, frameworkNames } from '../contract.ts';
import { approachTexts } from './approach-texts.ts';

export const emptyApproach: ApproachFields = { kind: 'other', title: '', idea: '', pros: '', cons: '' };

interface ApproachFormProps {
  start: ApproachFields;
  /** id of the button that opens it */
  opener: string;
  version?: number;
  save: (body: ApproachFields, version: number) => Promise<unknown>;
  close: () => void;
}

/** What it is, and what speaks for it and against it; a name is enough to begin with. */
export function ApproachForm({ start, opener, version, save, close }: ApproachFormProps) {
  const t = useTexts(approachTexts).board;
  const names = useTexts(frameworkNames).approaches;
  const id = useId();
  const first = useOpenedForm<HTMLInputElement>(opener);
  const [fields, setFields] = useState(() => start);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const { keep, isSaving } = useKeeping<ApproachFields>({
    version,
    save,
    close,
    sayTheirs: (theirs) => {
      const { title, idea, pros, cons } = theirs as ApproachFields;
      return [title, idea, pros, cons].filter(Boolean).join('; ');
    },
    complain: (message) => setProblems([{ field: null, message }]),
  });
  const put = (part: Partial<ApproachFields>) => setFields({ ...fields, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = fields.title.trim() === '' ? [{ field: `${id}-title`, message: t.nameNeeded }] : [];
    setProblems(wrong);
    if (wrong.length === 0) void keep({ ...fields, title: fields.title.trim() });
  };
  return (
    <form className="stack approach-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <NativeSelect
        label={t.kind}
        value={fields.kind}
        data={approachKinds.map((value) => ({ value, label: names[value] }))}
        onChange={(event) => put({ kind: event.currentTarget.value as ApproachKind })}
      />
      <TextInput
        id={`${id}-title`}
        ref={first}
        label={t.name}
        maxLength={200}
        value={fields.title}
        error={problems.find(({ field }) => field === `${id}-title`)?.message}
        onChange={(event) => put({ title: event.currentTarget.value })}
      />
      {(['idea', 'pros', 'cons'] as const).map((field) => (
        <Textarea
          key={field}
          label={t[field]}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={5000}
          value={fields[field]}
          onChange={(event) => put({ [field]: event.currentTarget.value })}
        />
      ))}
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
