import { Button, NumberInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { deletedTexts } from './deleted-texts.ts';

interface EraseDeletedFormProps {
  /** id of the button that opens it */
  opener: string;
  asksDays: boolean;
  isSaving: boolean;
  give: (olderThanDays: number) => Promise<unknown>;
  close: () => void;
  /** what goes */
  children: ReactNode;
}

export function EraseDeletedForm({ opener, asksDays, isSaving, give, close, children }: EraseDeletedFormProps) {
  const t = useTexts(deletedTexts);
  const first = useOpenedForm<HTMLButtonElement>(opener);
  const [days, setDays] = useState<number | string>(0);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void give(Number(days)).catch((error: Error) => setProblem(error.message));
  };
  return (
    <form className="stack stack--tight" noValidate onSubmit={submit}>
      {children}
      {asksDays ? (
        <NumberInput
          label={t.days}
          description={t.daysHint}
          min={0}
          max={36_500}
          maw={360}
          allowDecimal={false}
          value={days}
          onChange={setDays}
        />
      ) : null}
      {problem === null ? null : <p role="alert">{problem}</p>}
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.erase}
        </Button>
        <Button ref={first} onClick={close}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
