import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { variantTexts } from './variant-texts.ts';

interface Named {
  name: string;
  description: string;
}

interface TemplateFormProps {
  start: Named;
  /** of the template that is changed; none for a new one */
  version?: number;
  button: string;
  save: (named: Named, version: number) => Promise<unknown>;
  close: () => void;
}

/** What a template is called, and for what it is good. */
export function TemplateForm({ start, version, button, save, close }: TemplateFormProps) {
  const t = useTexts(variantTexts);
  const id = useId();
  const [named, setNamed] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  const { keep, isSaving } = useKeeping({
    version,
    save,
    close,
    sayTheirs: (theirs) => (theirs as Named).name,
    complain: setProblem,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (named.name.trim() === '') setProblem(t.nameNeeded);
    else void keep({ ...named, name: named.name.trim() });
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorSummary problems={problem === null ? [] : [{ field: id, message: problem }]} />
      <TextInput
        id={id}
        label={t.name}
        data-autofocus
        maxLength={120}
        value={named.name}
        error={problem}
        onChange={(event) => setNamed({ ...named, name: event.currentTarget.value })}
      />
      <Textarea
        label={t.description}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={named.description}
        onChange={(event) => setNamed({ ...named, description: event.currentTarget.value })}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {button}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
