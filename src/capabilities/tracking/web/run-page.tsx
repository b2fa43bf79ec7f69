import './run.css';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useQueries } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { call } from '../../../web/kit/api/call.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import { readProblem } from '../../formulation/contract.ts';
import { showRun, type ShownRun } from '../contract.ts';
import { ArtifactsPart } from './artifacts-part.tsx';
import { KeyValues, RunDataPart, RunFamily, RunModels } from './run-facts.tsx';
import { RunLead } from './run-lead.tsx';
import { RunMetrics } from './run-metrics.tsx';
import { runTexts } from './run-texts.ts';

/** What other capabilities show of a run, joined to the page by `web/app`. */
export interface RunPart {
  id: string;
  Part: (props: { runId: string; problemId: string | null }) => ReactNode;
}

/** While a run is running it is asked for again so often; of charts only those are that got a point. */
const follow_ms = 3_000;
const from = '/runs/$runId';
/** What whoever ran it wrote about it, as clients of MLflow name it. */
const noteTag = 'mlflow.note.content';

export function RunPage({ parts }: { parts: readonly RunPart[] }) {
  const { runId } = useParams({ from });
  const run = useAnswer(showRun, { params: { runId } });
  const { refetch } = run;
  const isRunning = run.data?.status === 'RUNNING';
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refetch();
    }, follow_ms);
    return () => clearInterval(timer);
  }, [isRunning, refetch]);
  if (run.data) return <Shown key={runId} run={run.data} parts={parts} />;
  return (
    <div className="page">
      {run.error ? <ErrorState error={run.error} retry={() => void refetch()} /> : <Loading lines={8} />}
    </div>
  );
}

function Shown({ run, parts }: { run: ShownRun; parts: readonly RunPart[] }) {
  const t = useTexts(runTexts);
  const beside = useBeside();
  const { id, name, status, problemId, isDeleted, variant, params, tags } = run;
  const note = tags.find(({ key }) => key === noteTag)?.value;
  return (
    <Page title={name} above={<Above run={run} />} lead={<RunLead run={run} />}>
      <div className="stack stack--wide">
        <section className="stack stack--tight">
          {note ? <p className="prose">{note}</p> : null}
          {isDeleted ? <p className="note">{t.deleted}</p> : null}
          {status === 'RUNNING' ? <p className="small quiet">{t.live}</p> : null}
          <p className="small quiet">
            {variant ? `${t.variant({ name: variant.name })} · ` : ''}
            {t.id}: <code>{id}</code>
          </p>
        </section>
        <RunFamily run={run} />
        {parts.map((part) => (
          <part.Part key={part.id} runId={id} problemId={problemId} />
        ))}
        <RunMetrics run={run} beside={beside} />
        <KeyValues title={t.params} none={t.noParams} pairs={params} />
        <RunDataPart run={run} />
        <RunModels run={run} />
        <ArtifactsPart run={run} />
        <KeyValues title={t.tags} none={t.noTags} pairs={tags} />
      </div>
    </Page>
  );
}

function Above({ run: { problemId, experiment } }: { run: ShownRun }) {
  const t = useTexts(runTexts);
  const problem = useAnswer(readProblem, { params: { problemId: problemId ?? '' } }, { enabled: problemId !== null });
  return (
    <p className="small">
      {problemId === null ? (
        <Link to="/experiments/$experimentId" params={{ experimentId: experiment.id }}>
          {t.inbox}
        </Link>
      ) : (
        <Link to="/problems/$problemId/{-$station}" params={{ problemId, station: 'runs' }}>
          {problem.data ? `${problem.data.title}: ${t.back}` : t.back}
        </Link>
      )}
      {' · '}
      {t.experiment({ name: experiment.name })}
    </p>
  );
}

/** Runs whose ids stand in the address are laid over this one in its charts. */
function useBeside(): ShownRun[] {
  const { beside = '' } = useSearch({ from });
  const locale = useLocale();
  const ids = beside.split(',').filter((id) => id !== '');
  return useQueries({
    queries: ids.map((runId) => {
      const asking = { params: { runId } };
      return { queryKey: [showRun.id, asking, locale], queryFn: () => call(showRun, asking) };
    }),
    combine: (answers) => answers.flatMap(({ data }) => (data ? [data] : [])),
  });
}
