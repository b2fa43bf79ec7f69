import { Link } from '@tanstack/react-router';
import { useAgo } from '../../../web/kit/language/use-ago.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { usePeopleNames } from '../../identity/web/index.tsx';
import { assignExperiments, listInbox } from '../contract.ts';
import { inboxTexts } from './inbox-texts.ts';
import { useWaiting } from './use-waiting.ts';
import { WaitingList } from './waiting-list.tsx';
import { WaitingPart } from './waiting-part.tsx';

/** Experiments that wait, with how much was logged, by whom and when. */
export function ExperimentInbox() {
  const t = useTexts(inboxTexts);
  const formats = useFormats();
  const ago = useAgo();
  const names = usePeopleNames();
  const { found, ...search } = useWaiting(listInbox);
  const assign = useAsk(assignExperiments);
  const experiments = found.data?.pages.flatMap((page) => page.experiments) ?? null;
  const items = (experiments ?? []).map(
    ({ id, name, runs, lastRunAt, createdBy, createdAt, isDefault, proposals }) => ({
      id,
      name,
      link: (
        <Link to="/experiments/$experimentId" params={{ experimentId: id }}>
          {name}
        </Link>
      ),
      proposals,
      stays: isDefault ? t.isDefault : null,
      facts: [
        t.runs({ count: runs, last: lastRunAt === null ? null : ago(lastRunAt) }),
        ...(isDefault ? [] : [t.by({ name: names.get(createdBy) ?? t.somebody, date: formats.date(createdAt) })]),
      ].join(' · '),
    }),
  );
  return (
    <WaitingPart
      {...search}
      title={t.experiments}
      none={t.noExperiments}
      error={found.error}
      retry={() => void found.refetch()}
      count={experiments?.length ?? null}
      more={found.hasNextPage ? { isLoading: found.isFetchingNextPage, fetch: () => void found.fetchNextPage() } : null}
    >
      <WaitingList
        items={items}
        label={t.experiments}
        assign={(experimentIds, problemId) => assign.mutateAsync({ body: { experimentIds, problemId } })}
      />
    </WaitingPart>
  );
}
