import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAgo } from '../../../web/kit/language/use-ago.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import type { Me } from '../../identity/contract.ts';
import { useMe, usePeopleNames } from '../../identity/web/index.tsx';
import { type Comment, eraseComment, listEarlierTexts, removeComment, restoreComment } from '../contract.ts';
import { useIsClosed } from './closed-context.ts';
import { CommentText } from './comment-text.tsx';
import { EditComment } from './edit-comment.tsx';
import { conversationTexts } from './texts.ts';

interface CommentPartProps {
  problemId: string;
  comment: Comment;
  /** of a steering remark: it cannot be taken back */
  isFixed?: boolean;
}

/** One comment: who, when, what, and for who wrote it what can be done with it. */
export function CommentPart({ problemId, comment, isFixed = false }: CommentPartProps) {
  const t = useTexts(conversationTexts);
  const [isEditing, setEditing] = useState(false);
  const { state, text, verdict } = comment;
  if (text === null) return <p className="comment small quiet">{state === 'removed' ? t.removedHere : t.erasedHere}</p>;
  return (
    <article className={verdict === null ? 'comment' : 'comment comment--answer'}>
      <CommentHead {...{ problemId, comment }} />
      {verdict === null ? null : <p className="small comment__verdict">{t.verdicts[verdict]}</p>}
      {isEditing ? (
        <EditComment {...{ problemId, comment, text }} close={() => setEditing(false)} />
      ) : (
        <>
          <CommentText text={text} />
          <CommentActions {...{ problemId, comment, isFixed }} edit={() => setEditing(true)} />
        </>
      )}
    </article>
  );
}

function CommentHead({ problemId, comment }: CommentPartProps) {
  const t = useTexts(conversationTexts);
  const names = usePeopleNames();
  const ago = useAgo();
  const formats = useFormats();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <p className="small">
        <strong>{names.get(comment.authorId) ?? t.somebody}</strong>{' '}
        <time
          className="quiet"
          dateTime={new Date(comment.createdAt).toISOString()}
          title={formats.dateTime(comment.createdAt)}
        >
          {ago(comment.createdAt)}
        </time>
        {comment.editedAt === null ? null : (
          <>
            {' · '}
            <button
              type="button"
              className="button-plain link"
              aria-expanded={isShown}
              aria-label={t.showEarlier}
              title={t.showEarlier}
              onClick={() => setShown(!isShown)}
            >
              {t.edited}
            </button>
          </>
        )}
      </p>
      {isShown ? <EarlierTexts problemId={problemId} commentId={comment.id} /> : null}
    </>
  );
}

function EarlierTexts({ problemId, commentId }: { problemId: string; commentId: string }) {
  const t = useTexts(conversationTexts);
  const formats = useFormats();
  const { data } = useAnswer(listEarlierTexts, { params: { problemId, commentId } });
  return (
    <ol className="plain-list comment__earlier small">
      {(data?.texts ?? []).map(({ version, text, writtenAt }) => (
        <li key={version}>
          <p className="quiet">{t.earlier({ when: formats.dateTime(writtenAt) })}</p>
          <CommentText text={text} />
        </li>
      ))}
    </ol>
  );
}

/** Its writer, and an administrator: the text of people is theirs to have erased. */
const mayErase = (me: Me | null, { authorId }: Comment): boolean =>
  me !== null && (me.id === authorId || me.organisationRole === 'admin');

function CommentActions({ problemId, comment, isFixed, edit }: CommentPartProps & { edit: () => void }) {
  const t = useTexts(conversationTexts);
  const me = useMe();
  const isClosed = useIsClosed();
  const [isErasing, setErasing] = useState(false);
  const { remove, erase } = useCommentChanges({ problemId, commentId: comment.id });
  const mayChange = me?.id === comment.authorId && !isClosed;
  if (!mayErase(me, comment)) return null;
  const action = (words: string, run: () => void) => (
    <button type="button" className="button-plain link" onClick={run}>
      {words}
    </button>
  );
  return (
    <>
      <div className="row small comment__actions">
        {mayChange ? action(t.edit, edit) : null}
        {mayChange && !isFixed ? action(t.remove, remove) : null}
        {isErasing ? null : action(t.erase, () => setErasing(true))}
      </div>
      {isErasing ? (
        <div className="note stack stack--tight">
          <p className="small">{t.eraseAsk}</p>
          <div className="row">
            <Button onClick={erase}>{t.eraseYes}</Button>
            <Button onClick={() => setErasing(false)}>{t.cancel}</Button>
          </div>
        </div>
      ) : null}
    </>
  );
}

/** What follows hangs on the promise: this part is gone when its comment is. */
function useCommentChanges(params: { problemId: string; commentId: string }) {
  const t = useTexts(conversationTexts);
  const remove = useAsk(removeComment);
  const restore = useAsk(restoreComment);
  const erase = useAsk(eraseComment);
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  return {
    remove: () => void remove.mutateAsync({ params }).then(() => say(t.removed, undo), complain),
    erase: () => void erase.mutateAsync({ params }).then(() => say(t.erased), complain),
  };
}
