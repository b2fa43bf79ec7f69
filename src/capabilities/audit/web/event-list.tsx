import './audit.css';
import { Button } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import type { AuditEvent } from '../contract.ts';
import { byDay } from '../../../web/kit/language/by-day.ts';
import { EventRow } from './event-row.tsx';
import type { Names } from './names.ts';
import { auditTexts } from './texts.ts';

/** Pages of events as the query cache keeps them. */
export type FoundEvents = UseInfiniteQueryResult<{ pages: readonly { events: readonly AuditEvent[] }[] }>;

interface EventListProps {
  found: FoundEvents;
  names: Names;
  isInProblem?: boolean;
  empty: ReactNode;
}

export function EventList({ found, names, isInProblem = false, empty }: EventListProps) {
  const t = useTexts(auditTexts);
  const formats = useFormats();
  if (!found.data)
    return found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : <Loading lines={6} />;
  const events = found.data.pages.flatMap((page) => page.events);
  if (events.length === 0) return empty;
  return (
    <div className="stack">
      {[...byDay(events)].map(([day, ofDay]) => (
        <section key={day} className="events" aria-label={formats.date(day)}>
          <h3 className="events__day">{formats.date(day)}</h3>
          <ol className="plain-list">
            {ofDay.map((event) => (
              <EventRow key={event.id} {...{ event, names, isInProblem }} />
            ))}
          </ol>
        </section>
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
