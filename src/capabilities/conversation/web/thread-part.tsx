import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../web/kit/api/call.ts';
import { useAgo } from '../../../web/kit/language/use-ago.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { usePeopleNames } from '../../identity/web/index.tsx';
import { answerVerdicts, listComments, reopenThread, resolveThread, type Thread, writeComment } from '../contract.ts';
import { useIsClosed } from './closed-context.ts';
import { CommentPart } from './comment-part.tsx';
import { Composer } from './composer.tsx';
import { conversationTexts } from './texts.ts';

interface ThreadPartProps {
  problemId: string;
  thread: Thread;
}

/** One thread: what was said, what it waits for, and what one can do. */
export function ThreadPart({ problemId, thread }: ThreadPartProps) {
  const t = useTexts(conversationTexts);
  return (
    <div className={thread.kind === 'steering' ? 'talk-thread talk-thread--steering stack' : 'talk-thread stack'}>
      <ThreadState thread={thread} />
      <CommentPart {...{ problemId }} comment={thread.remark} isFixed={thread.kind === 'steering'} />
      <Replies {...{ problemId, thread }} more={t.more} />
      <ThreadActions {...{ problemId, thread }} />
    </div>
  );
}

function ThreadState({ thread: { kind, state, waitsFor, resolvedBy, resolvedAt } }: { thread: Thread }) {
  const t = useTexts(conversationTexts);
  const names = usePeopleNames();
  const ago = useAgo();
  if (kind !== 'steering' && state === 'open') return null;
  return (
    <p className="small">
      {kind === 'steering' ? <span className="talk-tag">{t.steeringTag}</span> : null}{' '}
      {waitsFor === null ? null : <span>{t.waits[waitsFor]}</span>}
      {resolvedBy !== null && resolvedAt !== null ? (
        <span className="quiet">
          {t.resolvedBy({ name: names.get(resolvedBy) ?? t.somebody, ago: ago(resolvedAt) })}
        </span>
      ) : null}
    </p>
  );
}

/** All but the one that opened it, a page at a time. */
function Replies({ problemId, thread, more }: ThreadPartProps & { more: string }) {
  const params = { problemId, threadId: thread.id };
  const found = useInfiniteQuery({
    queryKey: [listComments.id, { params }, useLocale()],
    queryFn: ({ pageParam }) => call(listComments, { params, query: { after: pageParam, limit: 50 } }),
    initialPageParam: 1,
    getNextPageParam: ({ next }) => next,
    enabled: thread.commentCount > 1 || thread.remark.state !== 'shown',
  });
  const comments = found.data?.pages.flatMap((page) => page.comments) ?? [];
  return (
    <>
      {comments.map((comment) => (
        <CommentPart key={comment.id} {...{ problemId, comment }} />
      ))}
      {found.hasNextPage ? (
        <div>
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {more}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function ThreadActions({ problemId, thread }: ThreadPartProps) {
  const t = useTexts(conversationTexts);
  const isClosed = useIsClosed();
  const [isReplying, setReplying] = useState(false);
  const { resolve, reopen } = useThreadChanges(problemId, thread);
  if (isClosed) return null;
  if (isReplying) return <Reply {...{ problemId, thread }} close={() => setReplying(false)} />;
  const { may, kind, waitsFor } = thread;
  return (
    <div className="row">
      {may.resolve && kind === 'steering' ? (
        <Button variant="filled" onClick={resolve}>
          {t.accept}
        </Button>
      ) : null}
      {thread.state === 'open' ? (
        <Button variant={may.answer && waitsFor === 'answer' ? 'filled' : 'default'} onClick={() => setReplying(true)}>
          {t.reply}
        </Button>
      ) : null}
      {may.resolve && kind !== 'steering' ? <Button onClick={resolve}>{t.resolve}</Button> : null}
      {may.reopen ? <Button onClick={reopen}>{t.reopen}</Button> : null}
    </div>
  );
}

type Said = 'comment' | (typeof answerVerdicts)[number];

function Reply({ problemId, thread, close }: ThreadPartProps & { close: () => void }) {
  const t = useTexts(conversationTexts);
  const write = useAsk(writeComment);
  const [said, setSaid] = useState<Said>(thread.waitsFor === 'answer' && thread.may.answer ? 'taken_over' : 'comment');
  const params = { problemId, threadId: thread.id };
  const choices: readonly Said[] = ['comment', ...answerVerdicts];
  return (
    <Composer
      {...{ problemId, close }}
      ref={(field) => {
        if (field && document.activeElement === document.body) field.focus();
      }}
      place={`${problemId}.${thread.id}`}
      send={(text) => write.mutateAsync({ params, body: { text, ...(said === 'comment' ? {} : { verdict: said }) } })}
      above={
        thread.may.answer ? (
          <NativeSelect
            label={t.as}
            value={said}
            data={choices.map((value) => ({ value, label: t.kinds[value] }))}
            onChange={(event) => setSaid(choices.find((each) => each === event.currentTarget.value) ?? 'comment')}
          />
        ) : null
      }
    />
  );
}

/** Undo opens it again; an accepted answer is not undone by a slip, for then it would have to be given anew. */
function useThreadChanges(problemId: string, { id, kind, version }: Thread) {
  const t = useTexts(conversationTexts);
  const resolve = useAsk(resolveThread);
  const reopen = useAsk(reopenThread);
  const params = { problemId, threadId: id };
  const complain = (error: Error) => say(error.message);
  const openAgain = (of: number) =>
    void reopen.mutateAsync({ params, version: of }).then(() => say(t.reopened), complain);
  const tellDone = (after: Thread) => {
    if (kind === 'steering') say(t.accepted);
    else say(t.resolved, () => openAgain(after.version));
  };
  return {
    resolve: () => void resolve.mutateAsync({ params, version }).then(tellDone, complain),
    reopen: () => openAgain(version),
  };
}
