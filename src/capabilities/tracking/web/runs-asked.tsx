import { Autocomplete, Button, MultiSelect, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { type ExperimentOnList, factChoices, listRuns, type ShownRuns } from '../contract.ts';
import { completeFilter, nameInFilter } from './complete-filter.ts';
import { KeepView, KeptViews } from './runs-kept.tsx';
import { runsTexts } from './runs-texts.ts';

export interface RunsAskedProps {
  problemId: string;
  experiments: readonly ExperimentOnList[];
  keys: { metrics: string[]; params: string[]; tags: string[] } | undefined;
  shown: ShownRuns;
  mayLog: boolean;
  setShown: (shown: ShownRuns) => void;
}

const kinds = ['metrics', 'params', 'tags'] as const;
const underField: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'error', 'description'];
const views = ['active', 'deleted', 'all'] as const;

/** What the table is asked for: a filter, an experiment, columns; or a view that the team keeps. */
export function RunsAsked({ problemId, experiments, keys, shown, mayLog, setShown }: RunsAskedProps) {
  const t = useTexts(runsTexts);
  const columns = kinds.map((kind) => ({
    group: t[kind],
    items: (keys?.[kind] ?? []).map((key) => ({ value: `${kind}.${key}`, label: key })),
  }));
  return (
    <div className="stack">
      <Search key={shown.filter} {...{ problemId, keys, shown, setShown }} />
      <div className="runs__asked">
        <NativeSelect
          label={t.experiment}
          value={shown.experimentId ?? ''}
          onChange={({ currentTarget: { value } }) => setShown({ ...shown, experimentId: value === '' ? null : value })}
          data={[
            { value: '', label: t.everyExperiment },
            ...experiments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <NativeSelect
          label={t.shown}
          value={shown.view}
          onChange={({ currentTarget: { value } }) =>
            setShown({ ...shown, view: views.find((view) => view === value) ?? 'active' })
          }
          data={views.map((view) => ({ value: view, label: t.views[view] }))}
        />
        <MultiSelect
          label={t.columns}
          placeholder={shown.columns === '' ? t.columnsHint : ''}
          searchable
          limit={100}
          maxValues={30}
          data={columns}
          value={shown.columns === '' ? [] : shown.columns.split(',')}
          onChange={(names) => setShown({ ...shown, columns: names.join(',') })}
        />
        <NativeSelect
          label={t.facts}
          value={shown.facts}
          onChange={({ currentTarget: { value } }) =>
            setShown({ ...shown, facts: factChoices.find((each) => each === value) ?? 'any' })
          }
          data={factChoices.map((value) => ({ value, label: t.factsChoices[value] }))}
        />
        <NativeSelect
          label={t.groupBy}
          value={shown.groupBy ?? ''}
          onChange={({ currentTarget: { value } }) => setShown({ ...shown, groupBy: value === '' ? null : value })}
          data={[
            { value: '', label: t.ungrouped },
            ...(['experiment', 'status', 'parent'] as const).map((value) => ({ value, label: t.groups[value] })),
            { group: t.params, items: namesOf('params', keys?.params) },
            { group: t.tags, items: namesOf('tags', keys?.tags) },
          ]}
        />
        <KeptViews {...{ problemId, shown, setShown }} />
      </div>
      {mayLog ? <KeepView {...{ problemId, shown }} /> : null}
    </div>
  );
}

/** The grammar of searches, with what could stand next; a mistake is told with its place. */
function Search({ problemId, keys, shown, setShown }: Omit<RunsAskedProps, 'experiments' | 'mayLog'>) {
  const t = useTexts(runsTexts);
  const [text, setText] = useState(shown.filter);
  const names = kinds.flatMap((kind) => (keys?.[kind] ?? []).map((key) => nameInFilter(kind, key)));
  const refused = useAnswer(
    listRuns,
    { params: { problemId }, query: { filter: shown.filter, limit: 1 } },
    { enabled: shown.filter !== '' },
  ).error;
  return (
    <form
      className="runs__search"
      onSubmit={(event) => {
        event.preventDefault();
        setShown({ ...shown, filter: text.trim() });
      }}
    >
      <Autocomplete
        label={t.search}
        description={t.searchHint}
        inputWrapperOrder={underField}
        value={text}
        onChange={setText}
        data={completeFilter(text, names)}
        filter={({ options }) => options}
        error={refused?.message}
        spellCheck={false}
      />
      <Button type="submit" variant="default">
        {t.find}
      </Button>
    </form>
  );
}

const namesOf = (kind: 'params' | 'tags', keys: readonly string[] = []) =>
  keys.map((key) => ({ value: `${kind}.${key}`, label: key }));
