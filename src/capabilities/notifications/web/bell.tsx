import './notifications.css';
import { Link } from '@tanstack/react-router';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { countUnread } from '../contract.ts';
import { notificationTexts } from './texts.ts';

const most = 99;

/** In the bar: whether something waits to be read. It follows the event stream, as every answer does. */
export function Bell() {
  const t = useTexts(notificationTexts);
  const unread = useAnswer(countUnread, {}).data?.unread ?? 0;
  const words = unread > 0 ? t.bellUnread({ unread }) : t.bell;
  return (
    <Link to="/notifications" className="bar__tool bell" aria-label={words} title={words}>
      <Icon name="bell" size={18} />
      {unread > 0 ? (
        <span className="bell__count" aria-hidden="true">
          {unread > most ? `${most}+` : unread}
        </span>
      ) : null}
    </Link>
  );
}
