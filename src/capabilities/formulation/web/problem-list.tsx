import './problem-list.css';
import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../web/kit/api/call.ts';
import { Icon } from '../../../web/kit/icons.tsx';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { Empty } from '../../../web/kit/states/empty.tsx';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import { listProblems, phases, type ProblemSummary } from '../contract.ts';
import { ProblemRow } from './problem-row.tsx';
import { problemTexts } from './problem-texts.ts';

const sorts = ['at_stake', 'changed', 'open_items', 'title'] as const;
type Sort = (typeof sorts)[number];

/** Every problem, by phase, with what is at stake and what is open. */
export function ProblemList() {
  const t = useTexts(problemTexts).list;
  const [sort, setSort] = useState<Sort>('at_stake');
  const found = useProblems(sort);
  const problems = found.data?.pages.flatMap((page) => page.problems);
  return (
    <Page title={t.title} lead={t.lead} action={problems?.length ? <NewProblemButton /> : null}>
      {problems === undefined ? <Waiting found={found} /> : null}
      {problems?.length === 0 ? <Empty title={t.emptyTitle} body={t.emptyBody} action={<NewProblemButton />} /> : null}
      {problems?.length ? (
        <div className="stack stack--wide">
          <NativeSelect
            label={t.sortBy}
            w={260}
            value={sort}
            data={sorts.map((value) => ({ value, label: t.sorts[value] }))}
            onChange={(event) => setSort(event.currentTarget.value as Sort)}
          />
          <Groups problems={problems} />
          {found.hasNextPage ? (
            <div>
              <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                {t.more}
              </Button>
            </div>
          ) : null}
        </div>
      ) : null}
    </Page>
  );
}

function useProblems(sort: Sort) {
  const locale = useLocale();
  return useInfiniteQuery({
    queryKey: [listProblems.id, { query: { sort } }, locale, 'pages'],
    queryFn: ({ pageParam }) =>
      call(listProblems, { query: { sort, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    // In another order or language the list stays until the new one is there, and with it the focus on what chose it.
    placeholderData: (shown) => shown,
  });
}

function Waiting({ found }: { found: ReturnType<typeof useProblems> }) {
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  return <Loading lines={6} />;
}

function Groups({ problems }: { problems: readonly ProblemSummary[] }) {
  const t = useTexts(problemTexts);
  return phases.map((phase) => {
    const here = problems.filter((problem) => problem.phase === phase);
    if (here.length === 0) return null;
    return (
      <section key={phase} className="problem-group" aria-labelledby={`phase-${phase}`}>
        <div className="problem-group__head">
          <h2 id={`phase-${phase}`}>{t.phases[phase]}</h2>
          <span className="small quiet">{t.list.phaseCount({ count: here.length })}</span>
        </div>
        <ul className="plain-list">
          {here.map((problem) => (
            <ProblemRow key={problem.id} problem={problem} />
          ))}
        </ul>
      </section>
    );
  });
}

function NewProblemButton() {
  const t = useTexts(problemTexts).list;
  return (
    <Button component={Link} to="/problems/new" variant="filled" leftSection={<Icon name="plus" />}>
      {t.new}
    </Button>
  );
}
