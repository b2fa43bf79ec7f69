import './inbox.css';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import { usePeopleNames } from '../../identity/web/index.tsx';
import { showExperiment, type ShownExperiment } from '../contract.ts';
import { inboxTexts } from './inbox-texts.ts';
import { runTexts } from './run-texts.ts';

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

function Waiting({ experiment: { name, createdBy, createdAt, runs, runCount } }: { experiment: ShownExperiment }) {
  const t = useTexts(inboxTexts);
  const { marks } = useTexts(runTexts);
  const formats = useFormats();
  const names = usePeopleNames();
  return (
    <Page
      title={name}
      lead={t.waits({ count: runCount, name: names.get(createdBy) ?? t.somebody, date: formats.date(createdAt) })}
      width="reading"
      above={
        <Link to="/inbox" className="small">
          {t.title}
        </Link>
      }
    >
      <ul className="plain-list" aria-label={t.runsOf({ name })}>
        {runs.map((run) => (
          <li key={run.id} className="waits">
            <div className="waits__what">
              <Link to="/runs/$runId" params={{ runId: run.id }} className="waits__name">
                {run.name}
              </Link>
              <span className="small quiet">
                {marks[run.status]}
                {run.startedAt === null ? '' : ` · ${formats.dateTime(run.startedAt)}`}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {runCount > runs.length ? <p className="small">{t.lastOnes({ shown: runs.length })}</p> : null}
    </Page>
  );
}
