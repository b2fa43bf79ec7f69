import './identity.css';
import { Button } from '@mantine/core';
import type { Answer } from '../../../platform/endpoint/define-endpoint.ts';
import { useAgo } from '../../../web/kit/language/use-ago.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { endOneSession, endOtherSessions, listSessions } from '../contract.ts';
import { accountTexts } from './account-texts.ts';
import { browserName } from './browser-name.ts';
import { thenTell } from './then-tell.ts';

type OpenSession = Answer<typeof listSessions>['sessions'][number];

/** Every browser in which you are signed in; each can be ended from here. */
export function OpenSessions() {
  const t = useTexts(accountTexts).sessions;
  const query = useAnswer(listSessions, {});
  const endOthers = useAsk(endOtherSessions);
  const end = () => thenTell(endOthers.mutateAsync({}), ({ ended }) => say(t.othersEnded({ count: ended })));
  return (
    <section className="stack" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t.title}</h2>
      <AwaitQuery query={query} lines={3}>
        {({ sessions }) => (
          <>
            <ul className="plain-list entries">
              {sessions.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </ul>
            {sessions.length > 1 ? (
              <div>
                <Button loading={endOthers.isPending} onClick={end}>
                  {t.endAll}
                </Button>
              </div>
            ) : null}
          </>
        )}
      </AwaitQuery>
    </section>
  );
}

function SessionRow({ session }: { session: OpenSession }) {
  const t = useTexts(accountTexts).sessions;
  const formats = useFormats();
  const ago = useAgo();
  const end = useAsk(endOneSession);
  const known = browserName(session.userAgent);
  const name = known ? t.browserOn(known) : t.unknownBrowser;
  const endIt = () => thenTell(end.mutateAsync({ params: { sessionId: session.id } }), () => say(t.ended));
  return (
    <li className="entry">
      <div className="stack stack--tight">
        <p className="entry__name" title={session.userAgent}>
          {name}
        </p>
        <p className="small quiet">
          {t.since}: {formats.dateTime(session.createdAt)} · {t.seen}: {ago(session.lastSeenAt)} · {t.until}:{' '}
          {formats.dateTime(session.expiresAt)}
        </p>
      </div>
      {session.isThisOne ? (
        <p className="entry__tag">{t.here}</p>
      ) : (
        <Button loading={end.isPending} onClick={endIt}>
          {t.end}
          <span className="unseen"> {name}</span>
        </Button>
      )}
    </li>
  );
}
