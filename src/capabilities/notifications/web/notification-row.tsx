import { Link } from '@tanstack/react-router';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { usePeopleNames } from '../../identity/web/index.tsx';
import { markRead, markUnread, type Notification } from '../contract.ts';
import { placeOf } from './place-of.ts';
import { notificationTexts } from './texts.ts';

/** One notification as a sentence that leads to where it happened; who goes there has read it. */
export function NotificationRow({ notification }: { notification: Notification }) {
  const t = useTexts(notificationTexts);
  const formats = useFormats();
  const names = usePeopleNames();
  const read = useAsk(markRead);
  const unread = useAsk(markUnread);
  const { id, kind, actorId, at, isRead, place } = notification;
  const complain = (error: Error) => say(error.message);
  const body = { ids: [id] };
  const see = () => void (isRead ? null : read.mutateAsync({ body }).catch(complain));
  const turn = () => void (isRead ? unread : read).mutateAsync({ body }).catch(complain);
  const who = actorId === 'system' ? t.system : (names.get(actorId) ?? t.somebody);
  return (
    <li className={isRead ? 'notification' : 'notification notification--unread'}>
      <span className="notification__mark" aria-hidden="true" />
      <div className="stack stack--tight">
        <p>
          {t.kinds[kind]({ who })}
          {isRead ? null : <span className="unseen"> ({t.unread})</span>}
        </p>
        <p className="small">
          <Place {...{ notification, see }} /> {place === null ? null : <span>{place}</span>}{' '}
          <time className="quiet" dateTime={new Date(at).toISOString()}>
            {formats.time(at)}
          </time>
        </p>
      </div>
      <button type="button" className="button-plain link small notification__turn" onClick={turn}>
        {isRead ? t.markUnread : t.markRead}
      </button>
    </li>
  );
}

/** The problem that it is about; what is about every problem leads to one's account. */
function Place({ notification, see }: { notification: Notification; see: () => void }) {
  const t = useTexts(notificationTexts);
  const { problemId, problemTitle } = notification;
  if (problemId === null) {
    return (
      <Link to="/account" onClick={see}>
        {t.everyProblem}
      </Link>
    );
  }
  if (problemTitle === null) return <span className="quiet">{t.deleted}</span>;
  const { params, search } = placeOf({ ...notification, problemId });
  return (
    <Link to="/problems/$problemId/{-$station}" {...{ params, search }} onClick={see}>
      {problemTitle}
    </Link>
  );
}
