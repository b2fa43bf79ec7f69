import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { countInbox } from '../contract.ts';
import { inboxTexts } from './inbox-texts.ts';

/** Where things wait in the inbox: how many, and how many of them belong to this problem by their names. */
export function InboxNotice({ problemId }: { problemId: string }) {
  const t = useTexts(inboxTexts);
  const counted = useAnswer(countInbox, { query: { problemId } }).data;
  if (!counted || counted.experiments === 0) return null;
  return (
    <p className="note">
      {t.notice({ count: counted.experiments, proposed: counted.proposed })} <Link to="/inbox">{t.open}</Link>
    </p>
  );
}
