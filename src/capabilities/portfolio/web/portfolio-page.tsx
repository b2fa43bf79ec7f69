import './portfolio.css';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../../platform/endpoint/define-endpoint.ts';
import { call } from '../../../web/kit/api/call.ts';
import { Chart } from '../../../web/kit/charts/chart.tsx';
import { Icon } from '../../../web/kit/icons.tsx';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { Empty } from '../../../web/kit/states/empty.tsx';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import { listPortfolio, type PortfolioSort, portfolioSorts, type Stage, summarisePortfolio } from '../contract.ts';
import { Entry } from './entry.tsx';
import { prepareScatter } from './prepare-scatter.ts';
import { StageTiles } from './stage-tiles.tsx';
import { portfolioTexts } from './texts.ts';

interface Choice {
  stage: Stage | null;
  text: string;
  sort: PortfolioSort;
}

/** Where all problems stand: by stage, as a picture of euros against age, and each with what holds it up. */
export function PortfolioPage() {
  const t = useTexts(portfolioTexts).portfolio;
  const [choice, setChoice] = useState<Choice>({ stage: null, text: '', sort: 'at_stake' });
  const [text] = useDebouncedValue(choice.text.trim(), 200);
  const summary = useAnswer(summarisePortfolio, { query: text === '' ? {} : { text } });
  const [shown, setShown] = useState(summary.data?.stages);
  // With other words the stages stay until the new ones are there, and with them the focus on what is typed.
  if (summary.data && summary.data.stages !== shown) setShown(summary.data.stages);
  return (
    <Page title={t.title} lead={t.lead}>
      {summary.error ? <ErrorState error={summary.error} retry={() => void summary.refetch()} /> : null}
      {shown === undefined && !summary.error ? <Loading lines={6} /> : null}
      {shown ? <Shown {...{ choice, setChoice, text }} stages={shown} /> : null}
    </Page>
  );
}

interface ShownProps {
  stages: Answer<typeof summarisePortfolio>['stages'];
  choice: Choice;
  setChoice: (choice: Choice) => void;
  /** what is looked for, once the typing has come to rest */
  text: string;
}

function Shown({ stages, choice, setChoice, text }: ShownProps) {
  const t = useTexts(portfolioTexts).portfolio;
  const isEmpty = text === '' && stages.every(({ problems }) => problems === 0);
  if (isEmpty) return <Empty title={t.emptyTitle} body={t.emptyBody} action={<NewProblem />} />;
  return (
    <div className="stack stack--wide">
      <StageTiles
        stages={stages}
        chosen={choice.stage}
        choose={(stage) => setChoice({ ...choice, stage: stage === choice.stage ? null : stage })}
      />
      <Plot stage={choice.stage} text={text} />
      <Filters {...{ choice, setChoice }} />
      <List {...choice} text={text} />
    </div>
  );
}

function Filters({ choice, setChoice }: { choice: Choice; setChoice: (choice: Choice) => void }) {
  const t = useTexts(portfolioTexts).portfolio;
  return (
    <div className="row row--fields">
      <TextInput
        type="search"
        label={t.search}
        description={t.searchHint}
        value={choice.text}
        leftSection={<Icon name="search" />}
        onChange={(event) => setChoice({ ...choice, text: event.currentTarget.value })}
      />
      <NativeSelect
        label={t.sortBy}
        value={choice.sort}
        data={portfolioSorts.map((value) => ({ value, label: t.sorts[value] }))}
        onChange={(event) => setChoice({ ...choice, sort: event.currentTarget.value as PortfolioSort })}
      />
    </div>
  );
}

const filtersOf = ({ stage, text }: Pick<Choice, 'stage' | 'text'>) => ({
  ...(stage === null ? {} : { stage }),
  ...(text === '' ? {} : { text }),
});

/** More marks than this nobody tells apart. */
const mostDrawn = 200;

function Plot(choice: Pick<Choice, 'stage' | 'text'>) {
  const locale = useLocale();
  const [now] = useState(Date.now);
  const found = useAnswer(listPortfolio, { query: { ...filtersOf(choice), sort: 'at_stake', limit: mostDrawn } });
  if (!found.data) return null;
  const picture = prepareScatter({ entries: found.data.entries, now }, locale);
  return picture ? <Chart picture={picture} /> : null;
}

function List({ sort, ...choice }: Choice) {
  const t = useTexts(portfolioTexts).portfolio;
  const asked = { ...filtersOf(choice), sort };
  const found = useInfiniteQuery({
    queryKey: [listPortfolio.id, { query: asked }, useLocale(), 'pages'],
    queryFn: ({ pageParam }) =>
      call(listPortfolio, { query: { ...asked, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  });
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Loading lines={5} />;
  const entries = found.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) return <output>{t.noneFound}</output>;
  return (
    <div className="stack">
      <ul className="plain-list">
        {entries.map((entry) => (
          <Entry key={entry.problemId} entry={entry} />
        ))}
      </ul>
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

function NewProblem() {
  const t = useTexts(portfolioTexts).home;
  return (
    <Button component={Link} to="/problems/new" variant="filled" leftSection={<Icon name="plus" />}>
      {t.new}
    </Button>
  );
}
