import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import type { AuditEvent } from '../contract.ts';
import { describeEvent } from './describe-event.ts';
import { type Names, titleOf } from './names.ts';
import { auditTexts } from './texts.ts';

interface EventRowProps {
  event: AuditEvent;
  names: Names;
  /** where the problem goes without saying */
  isInProblem: boolean;
}

export function EventRow({ event, names, isInProblem }: EventRowProps) {
  const t = useTexts(auditTexts);
  const formats = useFormats();
  const { who, did } = describeEvent(event, names, useLocale());
  return (
    <li className="event">
      <time className="small quiet" dateTime={event.at}>
        {formats.time(Date.parse(event.at))}
      </time>
      <div className="event__what">
        <p>
          <strong>{who}</strong> {did ?? <code>{event.type}</code>}
          {event.problemId === null || isInProblem ? '.' : <InProblem id={event.problemId} names={names} />}
        </p>
        <EventFacts event={event} />
      </div>
      <p className="small quiet event__seal">
        {event.sequence === null ? (
          t.unsealed
        ) : (
          <>
            <span className="unseen">{t.sealedAs({ number: formats.number(event.sequence) })}</span>
            <span aria-hidden="true">{formats.number(event.sequence)}</span>
          </>
        )}
      </p>
    </li>
  );
}

function InProblem({ id, names }: { id: string; names: Names }) {
  const t = useTexts(auditTexts);
  const title = titleOf(names, id);
  return (
    <>
      {': '}
      {title === undefined ? (
        <span className="quiet">{t.aProblem}</span>
      ) : (
        <Link to="/problems/$problemId/{-$station}" params={{ problemId: id }}>
          {title}
        </Link>
      )}
    </>
  );
}

function EventFacts({ event }: { event: AuditEvent }) {
  const t = useTexts(auditTexts);
  const { subject, sequence, hash, details, detailsErasedAt } = event;
  const facts: [string, string | null][] = [
    [t.facts.type, event.type],
    [t.facts.subject, `${subject.kind} ${subject.id}`],
    ...Object.entries(details ?? {}).map(([name, value]): [string, string] => [name, shown(value)]),
    [t.facts.erased, detailsErasedAt],
    [t.facts.time, event.at],
    [t.facts.event, event.id],
    [t.facts.request, event.requestId],
    [t.facts.number, sequence === null ? null : String(sequence)],
    [t.facts.hash, hash],
  ];
  return (
    <details>
      <summary>{t.details}</summary>
      <dl className="event__facts">
        {facts.map(([name, fact]) =>
          fact === null ? null : (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </Fragment>
          ),
        )}
      </dl>
    </details>
  );
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
