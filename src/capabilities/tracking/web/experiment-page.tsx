import './inbox.css';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import { usePeopleNames } from '../../identity/web/index.tsx';
import { assignWaitingRuns, showExperiment, type ShownExperiment } from '../contract.ts';
import { inboxTexts } from './inbox-texts.ts';
import { runTexts } from './run-texts.ts';
import { WaitingList } from './waiting-list.tsx';

/** What was logged in an experiment that waits in the inbox; one of a problem is shown there, in the table of its runs. */
export function ExperimentPage() {
  const { experimentId } = useParams({ from: '/experiments/$experimentId' });
  const { data, error, refetch } = useAnswer(showExperiment, { params: { experimentId } });
  if (!data)
    return (
      <div className="page">
        {error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading lines={6} />}
      </div>
    );
  const { problemId } = data;
  if (problemId === null) return <Waiting experiment={data} />;
  return <Navigate replace to="/problems/$problemId/{-$station}" params={{ problemId, station: 'runs' }} />;
}

function Waiting({ experiment }: { experiment: ShownExperiment }) {
  const t = useTexts(inboxTexts);
  const formats = useFormats();
  const names = usePeopleNames();
  const { name, createdBy, createdAt, isDefault, runs, runCount } = experiment;
  const made = { count: runCount, name: names.get(createdBy) ?? t.somebody, date: formats.date(createdAt) };
  return (
    <Page
      title={name}
      lead={isDefault ? t.everybodys({ count: runCount }) : t.waits(made)}
      width="reading"
      above={
        <Link to="/inbox" className="small">
          {t.title}
        </Link>
      }
    >
      {isDefault ? <RunsToAssign {...{ name, runs }} /> : <RunsInside {...{ name, runs }} />}
      {runCount > runs.length ? <p className="small">{t.lastOnes({ shown: runs.length })}</p> : null}
    </Page>
  );
}

type OfExperiment = Pick<ShownExperiment, 'name' | 'runs'>;
type RunInside = ShownExperiment['runs'][number];

/** They go where their experiment goes. */
function RunsInside({ name, runs }: OfExperiment) {
  const t = useTexts(inboxTexts);
  const sayState = useStateInWords();
  return (
    <ul className="plain-list" aria-label={t.runsOf({ name })}>
      {runs.map((run) => (
        <li key={run.id} className="waits">
          <div className="waits__what">
            <span className="waits__name">
              <RunLink run={run} />
            </span>
            <span className="small quiet">{sayState(run)}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Where everybody logs, each is chosen. */
function RunsToAssign({ name, runs }: OfExperiment) {
  const t = useTexts(inboxTexts);
  const sayState = useStateInWords();
  const assign = useAsk(assignWaitingRuns);
  const items = runs.map((run) => ({
    id: run.id,
    name: run.name,
    link: <RunLink run={run} />,
    facts: sayState(run),
    proposals: [],
    stays: null,
  }));
  return (
    <WaitingList
      items={items}
      label={t.runsOf({ name })}
      assign={(runIds, problemId) => assign.mutateAsync({ body: { runIds, problemId } })}
    />
  );
}

function RunLink({ run: { id, name } }: { run: RunInside }) {
  return (
    <Link to="/runs/$runId" params={{ runId: id }}>
      {name}
    </Link>
  );
}

function useStateInWords(): (run: RunInside) => string {
  const { marks } = useTexts(runTexts);
  const formats = useFormats();
  return ({ status, startedAt }) =>
    startedAt === null ? marks[status] : `${marks[status]} · ${formats.dateTime(startedAt)}`;
}
