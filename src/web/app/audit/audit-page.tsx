import './audit.css';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { addressOf } from '../../kit/api/base-path.ts';
import { call } from '../../kit/api/call.ts';
import { useFormats } from '../../kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../kit/language/use-texts.ts';
import { Page } from '../../kit/layout/page.tsx';
import { useAnswer } from '../../kit/query/use-answer.ts';
import { AwaitQuery } from '../../kit/states/await-query.tsx';
import { Empty } from '../../kit/states/empty.tsx';
import { ErrorState } from '../../kit/states/error-state.tsx';
import { Loading } from '../../kit/states/loading.tsx';
import { exportAuditTrail, getAuditHead, listAuditEvents } from '../../../capabilities/audit/contract.ts';
import { AuditEventRow } from './audit-event-row.tsx';
import { auditTexts } from './texts.ts';

/** Who did what, newest first, and whether the chain that holds it is attested outside. */
export function AuditPage() {
  const t = useTexts(auditTexts);
  const locale = useLocale();
  const found = useInfiniteQuery({
    queryKey: [listAuditEvents.id, {}, locale],
    queryFn: ({ pageParam }) =>
      call(listAuditEvents, { query: { limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });
  const events = found.data?.pages.flatMap((page) => page.events);
  const waiting = found.error ? (
    <ErrorState error={found.error} retry={() => void found.refetch()} />
  ) : (
    <Loading lines={6} />
  );
  return (
    <Page title={t.title} lead={t.lead}>
      {events === undefined ? waiting : null}
      {events?.length === 0 ? <Empty title={t.emptyTitle} body={t.emptyBody} /> : null}
      {events?.length ? (
        <>
          <ChainState />
          <ol className="plain-list">
            {events.map((event) => (
              <AuditEventRow key={event.id} event={event} />
            ))}
          </ol>
          {found.hasNextPage ? (
            <div>
              <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                {t.more}
              </Button>
            </div>
          ) : null}
        </>
      ) : null}
    </Page>
  );
}

function ChainState() {
  const t = useTexts(auditTexts);
  const formats = useFormats();
  const query = useAnswer(getAuditHead, {});
  return (
    <AwaitQuery query={query} lines={2}>
      {({ size, unsealed, last_hash, last_checkpoint }) => (
        <section className="sheet stack">
          <p>
            {t.chain({ size: formats.number(size) })}{' '}
            {unsealed === 0 ? t.allSealed : t.waiting({ count: formats.number(unsealed) })}{' '}
            {last_checkpoint ? t.attested({ size: formats.number(last_checkpoint.size) }) : t.notAttested}
          </p>
          <dl className="facts small">
            <dt>{t.lastHash}</dt>
            <dd>
              <code>{last_hash}</code>
            </dd>
          </dl>
          <p className="small quiet">
            {t.howToVerify} <code>peil audit verify</code>
          </p>
          <p>
            <a href={addressOf(exportAuditTrail.path)} download="peil-audit.jsonl">
              {t.download}
            </a>
          </p>
        </section>
      )}
    </AwaitQuery>
  );
}
