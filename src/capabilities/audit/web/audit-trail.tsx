import './audit.css';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { addressOf } from '../../../web/kit/api/base-path.ts';
import { call } from '../../../web/kit/api/call.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { Empty } from '../../../web/kit/states/empty.tsx';
import { exportAuditTrail, listAuditEvents } from '../contract.ts';
import { ChainState } from './chain-state.tsx';
import { type EventChoice, isCrossed, queryOf } from './event-choice.ts';
import { EventFilter } from './event-filter.tsx';
import { EventList } from './event-list.tsx';
import type { Names } from './names.ts';
import { auditTexts } from './texts.ts';
import { VerifyExplanation } from './verify-explanation.tsx';

interface AuditTrailProps {
  names: Names;
  choice: EventChoice;
  choose: (choice: EventChoice) => void;
}

/** Who did what in the whole installation, and whether the chain that holds it stands. */
export function AuditTrail({ names, choice, choose }: AuditTrailProps) {
  const t = useTexts(auditTexts);
  const found = useEvents(choice);
  const isFiltered = Object.keys(choice).length > 0;
  const nothing = isFiltered ? <p>{t.filter.none}</p> : <Empty title={t.emptyTitle} body={t.emptyBody} />;
  return (
    <Page title={t.title} lead={t.lead} action={<ExportLink />}>
      <ChainState />
      <div className="stack stack--wide">
        <EventFilter {...{ names, choice, choose }} />
        {isCrossed(choice) ? null : <EventList found={found} names={names} empty={nothing} />}
      </div>
      <VerifyExplanation />
    </Page>
  );
}

function useEvents(choice: EventChoice) {
  const query = { ...queryOf(choice), limit: 50 };
  return useInfiniteQuery({
    queryKey: [listAuditEvents.id, { query }, 'pages'],
    queryFn: ({ pageParam }) =>
      call(listAuditEvents, { query: { ...query, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    enabled: !isCrossed(choice),
  });
}

/** A plain link: the browser keeps the file, which the server names after the day. */
function ExportLink() {
  const t = useTexts(auditTexts);
  return (
    <Button component="a" variant="filled" href={addressOf(exportAuditTrail.path)} download>
      {t.export}
    </Button>
  );
}
