import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useFormats } from '../../kit/language/use-formats.ts';
import { useTexts } from '../../kit/language/use-texts.ts';
import { usePeopleNames } from '../../../capabilities/identity/web/index.tsx';
import type { AuditEvent } from '../../../capabilities/audit/contract.ts';
import { eventTexts } from './event-texts.ts';
import { auditTexts } from './texts.ts';

export function AuditEventRow({ event }: { event: AuditEvent }) {
  const t = useTexts(auditTexts);
  const words: Record<string, string | undefined> = useTexts(eventTexts);
  const formats = useFormats();
  const name = useActorName(event.actor_id);
  return (
    <li className="event">
      <time className="small quiet" dateTime={event.at}>
        {formats.dateTime(Date.parse(event.at))}
      </time>
      <div className="event__what stack stack--tight">
        <p>
          <strong>{name}</strong> {words[event.type] ?? <code>{event.type}</code>}
          {event.problem_id === null ? null : (
            <>
              {' '}
              <Link to="/problems/$problemId/{-$station}" params={{ problemId: event.problem_id }}>
                {t.toProblem}
              </Link>
            </>
          )}
        </p>
        <EventFacts event={event} />
      </div>
      <span className="event__number">{event.sequence === null ? t.unsealed : formats.number(event.sequence)}</span>
    </li>
  );
}

function EventFacts({ event }: { event: AuditEvent }) {
  const t = useTexts(auditTexts);
  const facts: [string, string][] = [
    [t.eventId, `${event.type} · ${event.id}`],
    [t.subject, `${event.subject.kind} · ${event.subject.id}`],
    [t.request, event.request_id],
    ...(event.hash === null ? [] : [[t.hash, event.hash] satisfies [string, string]]),
  ];
  return (
    <details>
      <summary>{t.details}</summary>
      <dl className="facts">
        {facts.map(([name, fact]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{fact}</code>
            </dd>
          </Fragment>
        ))}
      </dl>
      {event.details_erased_at === null ? null : <p className="quiet">{t.erased}</p>}
      {event.details === null ? null : <pre className="code-block">{JSON.stringify(event.details, null, 2)}</pre>}
    </details>
  );
}

/** Events carry ids, never names: a name can be erased without touching the chain. */
function useActorName(id: string): string {
  const t = useTexts(auditTexts);
  const names = usePeopleNames();
  if (id === 'system') return t.system;
  if (id === 'nobody') return t.nobody;
  return names.get(id) ?? t.somebody;
}
