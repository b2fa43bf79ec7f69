import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { keepRunView, listRunViews, removeRunView, restoreRunView, type RunView, type ShownRuns } from '../contract.ts';
import { runsTexts } from './runs-texts.ts';

interface ShownProps {
  problemId: string;
  shown: ShownRuns;
}

function useKept(problemId: string, shown: ShownRuns): { views: readonly RunView[]; kept: RunView | undefined } {
  const views = useAnswer(listRunViews, { params: { problemId } }).data?.views ?? [];
  const now = JSON.stringify(shown);
  return { views, kept: views.find((view) => JSON.stringify(view.shown) === now) };
}

/** Views that the team keeps: one is chosen. */
export function KeptViews({ problemId, shown, setShown }: ShownProps & { setShown: (shown: ShownRuns) => void }) {
  const t = useTexts(runsTexts);
  const { views, kept } = useKept(problemId, shown);
  return (
    <NativeSelect
      label={t.kept}
      value={kept?.id ?? ''}
      onChange={({ currentTarget: { value } }) => {
        const view = views.find(({ id }) => id === value);
        if (view) setShown(view.shown);
      }}
      data={[{ value: '', label: t.ownView }, ...views.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}

/** What is shown is kept under a name, or, where it is, removed. */
export function KeepView({ problemId, shown }: ShownProps) {
  const t = useTexts(runsTexts);
  const { kept } = useKept(problemId, shown);
  if (kept) return <Remove problemId={problemId} view={kept} />;
  return (
    <details className="runs__keep">
      <summary>{t.keep}</summary>
      <Keep problemId={problemId} shown={shown} />
    </details>
  );
}

function Keep({ problemId, shown }: { problemId: string; shown: ShownRuns }) {
  const t = useTexts(runsTexts);
  const [name, setName] = useState('');
  const keep = useAsk(keepRunView);
  const save = () =>
    void keep.mutateAsync({ params: { problemId }, body: { name, shown } }).then(
      () => {
        setName('');
        say(t.keptNow({ name }));
      },
      () => undefined,
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') save();
      }}
    >
      <TextInput
        label={t.keepAs}
        value={name}
        maxLength={120}
        error={keep.error?.message}
        onChange={({ currentTarget: { value } }) => setName(value)}
      />
      <Button type="submit" variant="default">
        {t.keepIt}
      </Button>
    </form>
  );
}

function Remove({ problemId, view: { id: viewId, name } }: { problemId: string; view: RunView }) {
  const t = useTexts(runsTexts);
  const remove = useAsk(removeRunView);
  const restore = useAsk(restoreRunView);
  const params = { problemId, viewId };
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  return (
    <Button
      variant="subtle"
      onClick={() => void remove.mutateAsync({ params }).then(() => say(t.viewRemoved({ name }), undo), complain)}
    >
      {t.removeView({ name })}
    </Button>
  );
}
