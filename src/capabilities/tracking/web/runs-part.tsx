import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAgo } from '../../../web/kit/language/use-ago.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import {
  deleteRuns,
  type ExperimentOnList,
  type FoundRun,
  listExperiments,
  listRunKeys,
  restoreDeletedRuns,
  type ShownRuns,
  summariseRuns,
} from '../contract.ts';
import { RunsAsked } from './runs-asked.tsx';
import { runsTexts } from './runs-texts.ts';
import { RunsWindow } from './runs-window.tsx';

/** What was tried: first in words, then every run in a table. */
export function RunsPart({ problemId, isStopped }: { problemId: string; isStopped: boolean }) {
  const t = useTexts(runsTexts);
  const query = useAnswer(listExperiments, { params: { problemId } });
  return (
    <AwaitQuery query={query} lines={6}>
      {({ experiments }) =>
        experiments.length === 0 ? (
          <div className="stack">
            <h3>{t.emptyTitle}</h3>
            <p className="quiet">{t.emptyBody}</p>
            <code>peil.problem = {problemId}</code>
          </div>
        ) : (
          <div className="stack stack--wide">
            <Tried problemId={problemId} experiments={experiments} />
            <Table {...{ problemId, isStopped, experiments }} />
          </div>
        )
      }
    </AwaitQuery>
  );
}

interface OfExperiments {
  problemId: string;
  experiments: readonly ExperimentOnList[];
}

function Tried({ problemId, experiments }: OfExperiments) {
  const t = useTexts(runsTexts);
  const formats = useFormats();
  const ago = useAgo();
  const counted = useAnswer(summariseRuns, { params: { problemId }, query: {} }).data;
  if (!counted) return null;
  const { runs: count, lastRunAt, byStatus } = counted;
  const ofStatus = (...names: string[]) =>
    byStatus.reduce((sum, { status, runs }) => sum + (names.includes(status) ? runs : 0), 0);
  const bad = ofStatus('FAILED', 'KILLED');
  const last = lastRunAt === null ? null : ago(lastRunAt);
  return (
    <p>
      {t.tried({ count, written: formats.number(count, 0), experiments: experiments.length, last })}{' '}
      {t.now({ running: ofStatus('RUNNING') })} {bad > 0 ? t.failed({ count: formats.number(bad, 0) }) : null}{' '}
      {experiments[0] ? t.latest({ name: experiments[0].name }) : null}
    </p>
  );
}

const everything: ShownRuns = {
  filter: '',
  order: '',
  columns: '',
  groupBy: null,
  experimentId: null,
  view: 'active',
};

function Table({ problemId, isStopped, experiments }: OfExperiments & { isStopped: boolean }) {
  const t = useTexts(runsTexts);
  const [shown, setShown] = useState(everything);
  const [parent, setParent] = useState<FoundRun | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const keys = useAnswer(listRunKeys, { params: { problemId } }).data;
  const mine = useAnswer(getMineInProblem, { params: { problemId } }).data;
  const mayLog = !isStopped && (mine?.permissions.includes('run.log') ?? false);
  const columns = shown.columns === '' ? firstOf(keys) : shown.columns.split(',');
  const { filter, order, view, experimentId } = shown;
  const query = {
    filter,
    order,
    view,
    columns: columns.join(','),
    ...(experimentId === null ? {} : { experimentId }),
    ...(parent === null ? {} : { groupBy: 'parent', group: parent.id }),
  };
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <section className="stack" aria-labelledby="runs-of-problem">
      <h3 id="runs-of-problem">{t.table}</h3>
      <RunsAsked {...{ problemId, experiments, keys, shown, mayLog, setShown }} />
      {parent ? (
        <div className="row">
          <strong>{t.partsOf({ name: parent.name })}</strong>
          <Button variant="default" onClick={() => setParent(null)}>
            {t.backToAll}
          </Button>
        </div>
      ) : null}
      {chosen.size > 0 && mayLog ? <Chosen {...{ problemId, chosen }} clear={() => setChosen(new Set())} /> : null}
      <RunsWindow
        key={JSON.stringify(query)}
        reorder={(next) => setShown({ ...shown, order: next })}
        openParts={setParent}
        {...{ problemId, query, columns, chosen, choose }}
      />
      <div className="row">
        <Link to="/problems/$problemId/models" params={{ problemId }}>
          {t.models}
        </Link>
        <Link to="/problems/$problemId/runs/belonging" params={{ problemId }}>
          {t.belonging}
        </Link>
      </div>
    </section>
  );
}

const firstOf = (keys: { metrics: readonly string[]; params: readonly string[] } | undefined): string[] => [
  ...(keys?.metrics ?? []).slice(0, 3).map((key) => `metrics.${key}`),
  ...(keys?.params ?? []).slice(0, 2).map((key) => `params.${key}`),
];

/** What can be done with those that are chosen; it can be undone. */
function Chosen({ problemId, chosen, clear }: { problemId: string; chosen: ReadonlySet<string>; clear: () => void }) {
  const t = useTexts(runsTexts);
  const remove = useAsk(deleteRuns);
  const restore = useAsk(restoreDeletedRuns);
  const params = { problemId };
  const complain = (error: Error) => say(error.message);
  const bringBack = (runIds: string[]) =>
    void restore
      .mutateAsync({ params, body: { runIds } })
      .then(() => say(t.restoredNow({ count: runIds.length })), complain);
  const deleteThem = () =>
    void remove.mutateAsync({ params, body: { runIds: [...chosen] } }).then(({ changed }) => {
      clear();
      say(t.deletedNow({ count: changed.length }), () => bringBack(changed));
    }, complain);
  return (
    <div className="runs__chosen">
      <span>{t.chosen({ count: chosen.size })}</span>
      <Button variant="default" onClick={deleteThem}>
        {t.delete}
      </Button>
      <Button variant="default" onClick={() => bringBack([...chosen])}>
        {t.restore}
      </Button>
      <Button variant="subtle" onClick={clear}>
        {t.unchoose}
      </Button>
    </div>
  );
}
