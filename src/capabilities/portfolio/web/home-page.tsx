import './portfolio.css';
import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../web/kit/api/call.ts';
import { Icon } from '../../../web/kit/icons.tsx';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { Empty } from '../../../web/kit/states/empty.tsx';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import type { ProblemRole } from '../../identity/contract.ts';
import { useRoleNames } from '../../identity/web/index.tsx';
import { listPortfolio, listWorkItems, type WorkItem } from '../contract.ts';
import { HomeProblem } from './home-problem.tsx';
import { portfolioTexts } from './texts.ts';

/** The first page that somebody sees: what needs them, over all problems. */
export function HomePage() {
  const t = useTexts(portfolioTexts).home;
  const [role, setRole] = useState<ProblemRole | null>(null);
  const found = useWorkItems(role);
  const first = found.data?.pages[0];
  const isAtRest = first?.total === 0 && role === null;
  const isShown = first !== undefined && !isAtRest;
  return (
    <Page
      title={t.title}
      tabTitle="Peil"
      lead={isShown ? t.lead : null}
      action={isShown ? <NewProblem /> : null}
      width="reading"
    >
      {first === undefined ? <Waiting found={found} /> : null}
      {isShown ? <Shown {...{ found, first, role, setRole }} /> : null}
      {isAtRest ? <AtRest /> : null}
    </Page>
  );
}

type Found = ReturnType<typeof useWorkItems>;
type First = NonNullable<Found['data']>['pages'][number];

interface ShownProps {
  found: Found;
  first: First;
  role: ProblemRole | null;
  setRole: (role: ProblemRole | null) => void;
}

function Shown({ found, first: { isAlone, roles, total }, role, setRole }: ShownProps) {
  const t = useTexts(portfolioTexts).home;
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="stack stack--wide">
      <RoleChoice {...{ role, setRole, total }} roles={isAlone ? [] : roles} />
      {items.length === 0 ? <p>{t.restInRole}</p> : null}
      <Problems items={items} isAlone={isAlone} />
      {found.hasNextPage ? (
        <div>
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t.more}
          </Button>
        </div>
      ) : null}
      <ToPortfolio />
    </div>
  );
}

function useWorkItems(role: ProblemRole | null) {
  const asked = role === null ? {} : { role };
  return useInfiniteQuery({
    queryKey: [listWorkItems.id, { query: asked }, useLocale(), 'pages'],
    queryFn: ({ pageParam }) =>
      call(listWorkItems, { query: { ...asked, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    // In another role or language the list stays until the new one is there, and with it the focus on what chose it.
    placeholderData: (shown) => shown,
  });
}

function Waiting({ found }: { found: ReturnType<typeof useWorkItems> }) {
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  return <Loading lines={6} />;
}

interface RoleChoiceProps {
  roles: readonly ProblemRole[];
  role: ProblemRole | null;
  setRole: (role: ProblemRole | null) => void;
  total: number;
}

/** A choice only for who has more roles than one. */
function RoleChoice({ roles, role, setRole, total }: RoleChoiceProps) {
  const t = useTexts(portfolioTexts).home;
  const names = useRoleNames();
  const count = <output className="small quiet">{t.total({ count: total })}</output>;
  if (roles.length < 2) return count;
  return (
    <div className="stack stack--tight">
      <NativeSelect
        label={t.as}
        w={260}
        value={role ?? ''}
        data={[{ value: '', label: t.anyRole }, ...roles.map((value) => ({ value, label: names[value] }))]}
        onChange={({ currentTarget: { value } }) => setRole(roles.find((each) => each === value) ?? null)}
      />
      {count}
    </div>
  );
}

/** Items come in the order of their problems, so those of one problem stand together. */
function Problems({ items, isAlone }: { items: readonly WorkItem[]; isAlone: boolean }) {
  return [...Map.groupBy(items, ({ problemId }) => problemId)].map(([problemId, here]) => (
    <HomeProblem key={problemId} items={here} isAlone={isAlone} />
  ));
}

/** Nothing is asked: the first problem is still to come, or everything waits for others. */
function AtRest() {
  const t = useTexts(portfolioTexts).home;
  const any = useAnswer(listPortfolio, { query: { limit: 1 } });
  if (any.error) return <ErrorState error={any.error} retry={() => void any.refetch()} />;
  if (!any.data) return <Loading lines={3} />;
  if (any.data.entries.length === 0) return <Empty title={t.firstTitle} body={t.firstBody} action={<NewProblem />} />;
  return (
    <Empty
      title={t.restTitle}
      body={t.restBody}
      action={
        <>
          <Button component={Link} to="/problems" variant="filled">
            {t.problems}
          </Button>
          <NewProblem isQuiet />
        </>
      }
    />
  );
}

function ToPortfolio() {
  const t = useTexts(portfolioTexts).home;
  return (
    <p>
      <Link to="/portfolio">{t.toPortfolio}</Link>
    </p>
  );
}

function NewProblem({ isQuiet = false }: { isQuiet?: boolean }) {
  const t = useTexts(portfolioTexts).home;
  return (
    <Button
      component={Link}
      to="/problems/new"
      variant={isQuiet ? 'default' : 'filled'}
      leftSection={<Icon name="plus" />}
    >
      {t.new}
    </Button>
  );
}
