import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';

interface ReasonFormProps {
  words: { reason: string; needed: string; yes: string; cancel: string };
  /** id of the button that opens it */
  opener: string;
  /** what it is about */
  about?: string;
  most: number;
  isSaving: boolean;
  give: (reason: string) => Promise<unknown>;
  close: () => void;
  children?: ReactNode;
}

/** Settles something for a reason, which stands with it from then on. */
export function ReasonForm({ words, opener, about, most, isSaving, give, close, children }: ReasonFormProps) {
  const first = useOpenedForm<HTMLTextAreaElement>(opener);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setProblem(words.needed);
    void give(reason.trim()).catch((error: Error) => setProblem(error.message));
  };
  return (
    <form className="stack stack--tight data-form" noValidate onSubmit={submit}>
      {children}
      <Textarea
        label={words.reason}
        description={about}
        autosize
        minRows={2}
        maxLength={most}
        ref={first}
        value={reason}
        error={problem}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {words.yes}
        </Button>
        <Button onClick={close}>{words.cancel}</Button>
      </div>
    </form>
  );
}
