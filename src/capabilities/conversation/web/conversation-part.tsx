import './conversation.css';
import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../web/kit/api/call.ts';
import { useAgo } from '../../../web/kit/language/use-ago.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import { usePeopleNames } from '../../identity/web/index.tsx';
import { anchorKey, type Anchor, listThreads, stationOf, type Thread } from '../contract.ts';
import { CommentText } from './comment-text.tsx';
import { conversationTexts } from './texts.ts';
import { ThreadPart } from './thread-part.tsx';

/** The name of a thing by its anchor, where the page knows it. */
export type NameOfAnchor = (anchor: Anchor) => string | undefined;

const shows = ['open', 'steering', 'mine', 'all'] as const;
type Shown = (typeof shows)[number];
const queries = {
  open: {},
  steering: { kind: 'steering' },
  mine: { of: 'me' },
  all: { state: 'all' },
} as const satisfies Record<Shown, object>;

interface ConversationPartProps {
  problemId: string;
  nameOf?: NameOfAnchor;
}

/** Everything that is talked about in a problem, each with the way to where it stands. */
export function ConversationPart({ problemId, nameOf = () => undefined }: ConversationPartProps) {
  const t = useTexts(conversationTexts);
  const [shown, setShown] = useState<Shown>('open');
  const params = { problemId };
  const query = queries[shown];
  const found = useInfiniteQuery({
    queryKey: [listThreads.id, { params, query, isPaged: true }, useLocale()],
    queryFn: ({ pageParam }) =>
      call(listThreads, {
        params,
        query: { ...query, limit: 10, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const threads = found.data?.pages.flatMap((page) => page.threads) ?? [];
  return (
    <div className="stack">
      <p className="quiet">{t.lead}</p>
      <div className="scroll-x">
        <SegmentedControl
          aria-label={t.show}
          value={shown}
          data={shows.map((value) => ({ value, label: t.shows[value] }))}
          onChange={(value) => setShown(shows.find((each) => each === value) ?? 'open')}
        />
      </div>
      {found.error && !found.data ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Loading lines={3} /> : null}
      {found.data && threads.length === 0 ? <p>{shown === 'open' ? t.none : t.noneHere}</p> : null}
      <ul className="plain-list talk-list">
        {threads.map((thread) => (
          <ListedThread key={thread.id} {...{ problemId, thread, nameOf }} />
        ))}
      </ul>
      {found.hasNextPage ? (
        <div>
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t.more}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function ListedThread({ problemId, thread, nameOf }: Required<ConversationPartProps> & { thread: Thread }) {
  const t = useTexts(conversationTexts);
  const [isOpen, setOpen] = useState(false);
  const { anchor, remark } = thread;
  const place = nameOf(anchor) ?? (t.anchors as Record<string, string | undefined>)[anchor.kind] ?? t.elsewhere;
  return (
    <li className="talk-list__item stack stack--tight">
      <div className="row row--apart">
        <h3 className="talk-list__place">{place}</h3>
        <Link
          className="small"
          to="/problems/$problemId/{-$station}"
          params={{ problemId, station: stationOf(anchor.kind) }}
          search={{ talk: anchorKey(anchor) }}
          resetScroll={false}
        >
          {t.where}
          <span className="unseen">: {place}</span>
        </Link>
      </div>
      {isOpen ? (
        <ThreadPart {...{ problemId, thread }} />
      ) : (
        <>
          <ThreadSummary thread={thread} />
          <div className="talk-list__begin">
            {remark.text === null ? <p className="quiet">{t.erasedHere}</p> : <CommentText text={remark.text} />}
          </div>
        </>
      )}
      <div>
        <button
          type="button"
          className="button-plain link small"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t.closeHere : t.openHere}
          <span className="unseen">: {place}</span>
        </button>
      </div>
    </li>
  );
}

function ThreadSummary({ thread: { kind, openedBy, lastAt, commentCount, waitsFor } }: { thread: Thread }) {
  const t = useTexts(conversationTexts);
  const names = usePeopleNames();
  const ago = useAgo();
  return (
    <p className="small">
      {kind === 'steering' ? <span className="talk-tag">{t.steeringTag}</span> : null}{' '}
      <strong>{names.get(openedBy) ?? t.somebody}</strong>{' '}
      <span className="quiet">
        {ago(lastAt)} · {t.comments({ count: commentCount })}
      </span>
      {waitsFor === null ? null : <span> · {t.waits[waitsFor]}</span>}
    </p>
  );
}
