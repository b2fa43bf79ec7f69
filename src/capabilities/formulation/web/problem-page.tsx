import { Button } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { use, useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import { ProblemAudit } from '../../audit/web/index.tsx';
import { ConversationClosed, ConversationPart } from '../../conversation/web/index.tsx';
import { getMineInProblem } from '../../identity/contract.ts';
import { usePeople } from '../../identity/web/index.tsx';
import {
  opportunityFields,
  type Problem,
  readProblem,
  readThread,
  type Station,
  stations,
  type Thread,
  translationFields,
} from '../contract.ts';
import { onePagePageTexts } from './one-page-page-texts.ts';
import { NextStep } from './next-step.tsx';
import { OriginPart } from './origin-part.tsx';
import { CopyButton, ProblemMenu } from './problem-menu.tsx';
import { problemTexts } from './problem-texts.ts';
import type { StationProps } from './station-props.ts';
import { FurtherStations, useStationParts } from './station-parts.ts';
import { ThreadLine } from './thread-line.tsx';
import { useNameOfAnchor } from './use-name-of-anchor.ts';

const from = '/problems/$problemId/{-$station}';

/** The page of a problem is its thread. */
export function ProblemPage() {
  const { problemId } = useParams({ from });
  const problem = useAnswer(readProblem, { params: { problemId } });
  if (problem.data) return <ProblemThread problem={problem.data} />;
  return (
    <div className="page">
      {problem.error ? <ErrorState error={problem.error} retry={() => void problem.refetch()} /> : <Loading />}
    </div>
  );
}

function ProblemThread({ problem }: { problem: Problem }) {
  const t = useTexts(problemTexts);
  const onePage = useTexts(onePagePageTexts);
  const params = { problemId: problem.id };
  const thread = useAnswer(readThread, { params });
  const mine = useAnswer(getMineInProblem, { params });
  const may: May = (permission) => mine.data?.permissions.includes(permission) ?? false;
  const isStopped = problem.stoppedBy !== null;
  const nameOf = useNameOfAnchor(problem.id);
  return (
    <ConversationClosed value={isStopped}>
      <Page
        title={problem.title}
        above={
          <p className="small">
            <Link to="/problems">{t.page.back}</Link> <span className="quiet">/ {t.phases[problem.phase]}</span>{' '}
            <span className="quiet">/ </span>
            <Link to="/problems/$problemId/one-page" params={params}>
              {onePage.link}
            </Link>
          </p>
        }
        action={
          !isStopped && may('problem.write') ? (
            <ProblemMenu problem={problem} mayChangePrivacy={may('problem.privacy')} />
          ) : mine.data ? (
            <CopyButton problem={problem} />
          ) : null
        }
      >
        {problem.stoppedBy ? <Stopped at={problem.stoppedBy.at} problemId={problem.id} /> : null}
        {mine.data && !isStopped && !may('problem.write') ? <p className="note">{t.page.readOnly}</p> : null}
        <OriginPart key={problem.id} problemId={problem.id} isReadOnly={isStopped || !may('problem.write')} />
        <AwaitQuery query={thread} lines={8}>
          {(data) => (mine.isPending ? <Loading lines={8} /> : <Stations thread={data} {...{ problem, may }} />)}
        </AwaitQuery>
        <section className="stack" id="conversation">
          <h2>{t.page.conversation}</h2>
          <ConversationPart problemId={problem.id} nameOf={nameOf} />
        </section>
        {may('problem.audit') ? <Happened problemId={problem.id} /> : null}
      </Page>
    </ConversationClosed>
  );
}

/** Fetched when it is asked for: most who come here come to work on the problem. */
function Happened({ problemId }: { problemId: string }) {
  const t = useTexts(problemTexts).page;
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="stack">
      <h2>{t.happened}</h2>
      <div>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t.hideHappened : t.showHappened}
        </Button>
      </div>
      {isOpen ? <ShownTrail problemId={problemId} /> : null}
    </section>
  );
}

function ShownTrail({ problemId }: { problemId: string }) {
  return <ProblemAudit problemId={problemId} people={usePeople().data ?? []} />;
}

type May = (permission: string) => boolean;

/** Who may write at a station, where that is not whoever writes in the problem. */
const writingAt: Partial<Record<Station, string>> = {
  value: 'problem.price',
  risk: 'problem.assess',
  data: 'data.write',
};

function Stopped({ at, problemId }: { at: number; problemId: string }) {
  const t = useTexts(problemTexts).page;
  const formats = useFormats();
  return (
    <p className="note">
      {t.stopped({ date: formats.date(at) })}{' '}
      <Link to={from} params={{ problemId, station: 'decision' }}>
        {t.readDecision}
      </Link>
    </p>
  );
}

function Stations({ thread, problem, may }: { thread: Thread; problem: Problem; may: May }) {
  const isStopped = problem.stoppedBy !== null;
  const parts = useStationParts();
  const { station } = useParams({ from });
  const { field } = useSearch({ from });
  const navigate = useNavigate();
  const here = thread.stations.find((stop) => stop.state === 'open' && stop.station in parts)?.station ?? null;
  const asked = stations.find((known) => known === station && known in parts) ?? null;
  const shown = station === 'none' ? null : (asked ?? (isStopped ? 'decision' : here));
  const params = { problemId: problem.id };
  const toggle = (to: Station) =>
    void navigate({ to: from, params: { ...params, station: to === shown ? 'none' : to }, resetScroll: false });
  const props: StationProps = {
    problemId: problem.id,
    field,
    isReadOnly: isStopped || !may(writingAt[shown ?? 'opportunity'] ?? 'problem.write'),
    mayWrite: !isStopped && may('problem.write'),
    isStopped,
    setField: (to) =>
      void navigate({
        to: from,
        params: { ...params, station: shown ?? undefined },
        search: to === undefined ? {} : { field: to },
        resetScroll: false,
      }),
  };
  return (
    <ThreadLine stops={thread.stations} {...{ here, shown, toggle }}>
      {(open) => <OpenStation station={open} {...props} />}
    </ThreadLine>
  );
}

function OpenStation({ station, ...props }: StationProps & { station: Station }) {
  const Part = useStationParts()[station];
  // Stations beyond the decision have a way on of their own.
  const isFurther = station in use(FurtherStations);
  if (!Part) return null;
  const { problemId, field, isReadOnly } = props;
  return (
    <>
      <Part {...props} />
      {isReadOnly || isFurther || isQuestion(field) ? null : <NextStep {...{ problemId, station }} />}
    </>
  );
}

/** One question at a time has its own way on. */
const isQuestion = (field: string | undefined): boolean =>
  field !== undefined &&
  ([...opportunityFields, ...translationFields].some((each) => each === field) || field.startsWith('link-'));
