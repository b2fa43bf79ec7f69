import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAgo } from '../../../web/kit/language/use-ago.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { getMineInProblem } from '../../identity/contract.ts';
import {
  type ExperimentOnList,
  type FoundRun,
  listExperiments,
  listRunKeys,
  type ShownRuns,
  summariseRuns,
} from '../contract.ts';
import { RunsAsked } from './runs-asked.tsx';
import { RunsChosen } from './runs-chosen.tsx';
import { RunsGroups } from './runs-groups.tsx';
import { runsTexts } from './runs-texts.ts';
import { RunsWindow } from './runs-window.tsx';
import { readComparedChoice } from './compared-choice.ts';
import type { RunsQuery } from './use-window.ts';

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
  if (!counted) return <p className="runs__tried" aria-hidden="true" />;
  const { runs: count, lastRunAt, byStatus } = counted;
  const ofStatus = (...names: string[]) =>
    byStatus.reduce((sum, { status, runs }) => sum + (names.includes(status) ? runs : 0), 0);
  const bad = ofStatus('FAILED', 'KILLED');
  const last = lastRunAt === null ? null : ago(lastRunAt);
  return (
    <p className="runs__tried">
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
  facts: 'any',
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
  const { filter, order, view, experimentId, facts, groupBy } = shown;
  const query = {
    filter,
    order,
    view,
    facts,
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
  const reorder = (next: string) => setShown({ ...shown, order: next });
  const drawn = { problemId, columns, chosen, choose, reorder, openParts: setParent };
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
      {chosen.size > 0 ? <RunsChosen {...{ problemId, chosen, mayLog }} clear={() => setChosen(new Set())} /> : null}
      {groupBy === null || parent !== null ? (
        <RunsWindow query={query} {...drawn} />
      ) : (
        <RunsGroups key={JSON.stringify(query)} groupBy={groupBy} query={query} {...drawn} />
      )}
      <CompareFound {...{ problemId, query }} />
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

/** What the search finds, laid side by side: the newest of very many. */
function CompareFound({ problemId, query }: { problemId: string; query: RunsQuery }) {
  const t = useTexts(runsTexts);
  return (
    <p>
      <Link to="/problems/$problemId/runs/compare" params={{ problemId }} search={readComparedChoice(query)}>
        {t.compareFound}
      </Link>
    </p>
  );
}
