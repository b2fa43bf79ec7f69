import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, type Ref, useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { MentionField } from './mention-field.tsx';
import { toStored } from './mention-text.ts';
import { conversationTexts } from './texts.ts';
import { useDraft } from './use-draft.ts';
import { useReaders } from '../../identity/web/index.tsx';

interface ComposerProps {
  problemId: string;
  /** where the draft belongs */
  place: string;
  /** places the text; what was typed stays until that is done */
  send: (text: string) => Promise<unknown>;
  close?: () => void;
  above?: ReactNode;
  below?: ReactNode;
  ref?: Ref<HTMLTextAreaElement>;
}

/** Where a comment is written: kept in the browser until it is placed. */
export function Composer({ problemId, place, send, close, above, below, ref }: ComposerProps) {
  const t = useTexts(conversationTexts);
  const people = useReaders(problemId);
  const { draft, keep, clear } = useDraft(place);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.text.trim() === '') return;
    setSending(true);
    setProblem(null);
    send(toStored(draft.text, draft.mentions))
      .then(() => {
        clear();
        close?.();
      })
      .catch((error: Error) => setProblem(error.message))
      .finally(() => setSending(false));
  };
  return (
    <form className="stack stack--tight composer" onSubmit={submit}>
      {above}
      <MentionField
        label={t.write}
        {...(people.length > 1 ? { hint: t.mentionHint } : {})}
        {...{ draft, people }}
        change={keep}
        {...(ref === undefined ? {} : { ref })}
      />
      {below}
      {problem === null ? null : (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <Button type="submit" variant="filled" loading={isSending} disabled={draft.text.trim() === ''}>
          {t.send}
        </Button>
        {close ? <Button onClick={close}>{t.cancel}</Button> : null}
        {draft.text === '' ? null : <span className="small quiet">{t.draftKept}</span>}
      </div>
    </form>
  );
}
