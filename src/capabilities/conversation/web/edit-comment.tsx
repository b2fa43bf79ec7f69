import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { conflictOf } from '../../../web/kit/api/refusal.ts';
import { Conflict } from '../../../web/kit/form/conflict.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { usePeopleNames } from '../../identity/web/index.tsx';
import { type Comment, editComment } from '../contract.ts';
import { MentionField } from './mention-field.tsx';
import { toStored, toWritten } from './mention-text.ts';
import { conversationTexts } from './texts.ts';
import { useReaders } from '../../identity/web/index.tsx';

interface EditCommentProps {
  problemId: string;
  comment: Comment;
  text: string;
  close: () => void;
}

/** One's own comment, changed in place; from two windows both texts are shown. */
export function EditComment({ problemId, comment, text, close }: EditCommentProps) {
  const t = useTexts(conversationTexts);
  const people = useReaders(problemId);
  const names = usePeopleNames();
  const [draft, setDraft] = useState(() => toWritten(text, names));
  const [version, setVersion] = useState(comment.version);
  const edit = useAsk(editComment);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const params = { problemId, commentId: comment.id };
  const keep = (wanted: string, of: number) =>
    edit.mutate({ params, body: { text: wanted }, version: of }, { onSuccess: close });
  const conflict = conflictOf(edit.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep(toStored(draft.text, draft.mentions), version);
  };
  const take = (wanted: string) => {
    setVersion(conflict?.current ?? version);
    keep(wanted, conflict?.current ?? version);
  };
  return (
    <form className="stack stack--tight" onSubmit={submit}>
      <MentionField label={t.write} {...{ draft, people }} change={setDraft} ref={field} />
      {edit.error && !conflict ? (
        <p className="field-problem" role="alert">
          {edit.error.message}
        </p>
      ) : null}
      {conflict ? (
        <Conflict
          mine={textIn(conflict.yours)}
          theirs={textIn(conflict.theirs)}
          keepMine={() => take(textIn(conflict.yours))}
          keepTheirs={close}
          keepMerged={take}
        />
      ) : null}
      <div className="row">
        <Button type="submit" variant="filled" loading={edit.isPending} disabled={draft.text.trim() === ''}>
          {t.save}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}

const textIn = (given: unknown): string => (typeof given === 'string' ? given : '');
