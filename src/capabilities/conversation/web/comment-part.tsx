import { Button, Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
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
  const [doing, setDoing] = useState<'edit' | 'erase' | null>(null);
  const { state, text, verdict } = comment;
  const stop = () => setDoing(null);
  if (text === null) return <p className="comment small quiet">{state === 'removed' ? t.removedHere : t.erasedHere}</p>;
  return (
    <article className={verdict === null ? 'comment' : 'comment comment--answer'}>
      <CommentHead {...{ problemId, comment }}>
        <CommentMenu {...{ problemId, comment, isFixed, setDoing }} />
      </CommentHead>
      {verdict === null ? null : <p className="small comment__verdict">{t.verdicts[verdict]}</p>}
      {doing === 'edit' ? <EditComment {...{ problemId, comment, text }} close={stop} /> : <CommentText text={text} />}
      {doing === 'erase' ? <EraseComment params={{ problemId, commentId: comment.id }} close={stop} /> : null}
    </article>
  );
}

function CommentHead({ problemId, comment, children }: CommentPartProps & { children: ReactNode }) {
  const t = useTexts(conversationTexts);
  const names = usePeopleNames();
  const ago = useAgo();
  const formats = useFormats();
  const [isShown, setShown] = useState(false);
  const { id, authorId, createdAt, editedAt } = comment;
  return (
    <>
      <div className="small comment__head">
        <strong>{names.get(authorId) ?? t.somebody}</strong>
        <time className="quiet" dateTime={new Date(createdAt).toISOString()} title={formats.dateTime(createdAt)}>
          {ago(createdAt)}
        </time>
        {editedAt === null ? null : (
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
        )}
        {children}
      </div>
      {isShown ? <EarlierTexts problemId={problemId} commentId={id} /> : null}
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

interface CommentMenuProps extends Required<CommentPartProps> {
  setDoing: (doing: 'edit' | 'erase') => void;
}

function CommentMenu({ problemId, comment, isFixed, setDoing }: CommentMenuProps) {
  const t = useTexts(conversationTexts);
  const me = useMe();
  const isClosed = useIsClosed();
  const remove = useRemoveComment({ problemId, commentId: comment.id });
  const mayChange = me?.id === comment.authorId && !isClosed;
  if (!mayErase(me, comment)) return null;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className="button-plain comment__more" aria-label={t.moreActions} title={t.moreActions}>
          ⋯
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {mayChange ? <Menu.Item onClick={() => setDoing('edit')}>{t.edit}</Menu.Item> : null}
        {mayChange && !isFixed ? <Menu.Item onClick={remove}>{t.remove}</Menu.Item> : null}
        <Menu.Item onClick={() => setDoing('erase')}>{t.erase}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface Params {
  problemId: string;
  commentId: string;
}

/** Asked twice, since it is the one thing here that cannot be undone. */
function EraseComment({ params, close }: { params: Params; close: () => void }) {
  const t = useTexts(conversationTexts);
  const erase = useAsk(eraseComment);
  const complain = (error: Error) => say(error.message);
  return (
    <div className="note stack stack--tight">
      <p className="small">{t.eraseAsk}</p>
      <div className="row">
        <Button onClick={() => void erase.mutateAsync({ params }).then(() => say(t.erased), complain)}>
          {t.eraseYes}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </div>
  );
}

/** What follows hangs on the promise: this part is gone when its comment is. */
function useRemoveComment(params: Params): () => void {
  const t = useTexts(conversationTexts);
  const remove = useAsk(removeComment);
  const restore = useAsk(restoreComment);
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  return () => void remove.mutateAsync({ params }).then(() => say(t.removed, undo), complain);
}
