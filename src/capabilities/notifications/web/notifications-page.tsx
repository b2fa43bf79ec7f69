import './notifications.css';
import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { call } from '../../../web/kit/api/call.ts';
import { byDay } from '../../../web/kit/language/by-day.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { Empty } from '../../../web/kit/states/empty.tsx';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { useMe } from '../../identity/web/index.tsx';
import { listNotifications, markRead, markUnread } from '../contract.ts';
import { MailServer } from './mail-server.tsx';
import { NotificationRow } from './notification-row.tsx';
import { OwnMail } from './own-mail.tsx';
import { notificationTexts } from './texts.ts';

const shows = ['all', 'unread'] as const;
type Shown = (typeof shows)[number];

export function NotificationsPage() {
  const t = useTexts(notificationTexts);
  const [shown, setShown] = useState<Shown>('all');
  const isAdministrator = useMe()?.organisationRole === 'admin';
  return (
    <Page title={t.title} lead={t.lead} width="reading" action={<MarkAll />}>
      <div>
        <SegmentedControl
          aria-label={t.show}
          value={shown}
          data={shows.map((value) => ({ value, label: t.shows[value] }))}
          onChange={(value) => setShown(value === 'unread' ? 'unread' : 'all')}
        />
      </div>
      <List shown={shown} />
      <OwnMail />
      {isAdministrator ? <MailServer /> : null}
    </Page>
  );
}

function MarkAll() {
  const t = useTexts(notificationTexts);
  const mark = useAsk(markRead);
  const unmark = useAsk(markUnread);
  const complain = (error: Error) => say(error.message);
  const done = ({ marked, markedAt }: { marked: number; markedAt: number }) => {
    if (marked === 0) return say(t.nothingToMark);
    return say(t.markedAll({ count: marked }), () => unmark.mutate({ body: { markedAt } }, { onError: complain }));
  };
  return (
    <Button loading={mark.isPending} onClick={() => mark.mutate({ body: {} }, { onSuccess: done, onError: complain })}>
      {t.markAll}
    </Button>
  );
}

function List({ shown }: { shown: Shown }) {
  const t = useTexts(notificationTexts);
  const formats = useFormats();
  const found = useInfiniteQuery({
    queryKey: [listNotifications.id, { query: { show: shown } }, useLocale()],
    queryFn: ({ pageParam }) =>
      call(listNotifications, { query: { show: shown, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  if (!found.data)
    return found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : <Loading lines={5} />;
  const all = found.data.pages.flatMap((page) => page.notifications);
  if (all.length === 0)
    return shown === 'unread' ? <p>{t.noneUnread}</p> : <Empty title={t.emptyTitle} body={t.emptyBody} />;
  return (
    <div className="stack">
      {[...byDay(all)].map(([day, ofDay]) => (
        <Fragment key={day}>
          <h2 className="notifications__day">{formats.date(day)}</h2>
          <ul className="plain-list">
            {ofDay.map((notification) => (
              <NotificationRow key={notification.id} notification={notification} />
            ))}
          </ul>
        </Fragment>
      ))}
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
