import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { usePeopleNames } from '../../identity/web/index.tsx';
import { inboxTexts, useWaiting, WaitingList, WaitingPart } from '../../tracking/web/index.tsx';
import { assignModels, listModelInbox } from '../contract.ts';

/** Registered models that wait. */
export function ModelInbox() {
  const t = useTexts(inboxTexts);
  const formats = useFormats();
  const names = usePeopleNames();
  const { found, ...search } = useWaiting(listModelInbox);
  const assign = useAsk(assignModels);
  const models = found.data?.pages.flatMap((page) => page.models) ?? null;
  const items = (models ?? []).map(({ name, versions, isPrompt, createdBy, createdAt, proposals }) => ({
    id: name,
    name,
    proposals,
    stays: null,
    facts: [
      ...(isPrompt ? [t.prompt] : []),
      t.versions({ count: versions }),
      t.by({ name: names.get(createdBy) ?? t.somebody, date: formats.date(createdAt) }),
    ].join(' · '),
  }));
  return (
    <WaitingPart
      {...search}
      title={t.models}
      none={t.noModels}
      error={found.error}
      retry={() => void found.refetch()}
      count={models?.length ?? null}
      more={found.hasNextPage ? { isLoading: found.isFetchingNextPage, fetch: () => void found.fetchNextPage() } : null}
    >
      <WaitingList
        items={items}
        label={t.models}
        assign={(names, problemId) => assign.mutateAsync({ body: { names, problemId } })}
      />
    </WaitingPart>
  );
}
