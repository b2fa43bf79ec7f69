import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { assignRuns, deleteRuns, listVariants, restoreDeletedRuns } from '../contract.ts';
import { runsTexts } from './runs-texts.ts';

interface RunsChosenProps {
  problemId: string;
  chosen: ReadonlySet<string>;
  mayLog: boolean;
  clear: () => void;
}

/** More are compared by the search that finds them. */
const mostCompared = 100;
const complain = (error: Error) => say(error.message);

/** What can be done with those that are chosen; what changes can be undone. */
export function RunsChosen({ problemId, chosen, mayLog, clear }: RunsChosenProps) {
  const t = useTexts(runsTexts);
  return (
    <div className="runs__chosen">
      <span>{t.chosen({ count: chosen.size })}</span>
      {chosen.size > 1 ? (
        <Link
          to="/problems/$problemId/runs/compare"
          params={{ problemId }}
          search={{ runs: [...chosen].slice(0, mostCompared).join(',') }}
        >
          {t.compare}
        </Link>
      ) : null}
      {mayLog ? <Change {...{ problemId, chosen, clear }} /> : null}
      <Button variant="subtle" onClick={clear}>
        {t.unchoose}
      </Button>
      {mayLog ? <Move {...{ problemId, chosen }} /> : null}
    </div>
  );
}

function Change({ problemId, chosen, clear }: Omit<RunsChosenProps, 'mayLog'>) {
  const t = useTexts(runsTexts);
  const remove = useAsk(deleteRuns);
  const restore = useAsk(restoreDeletedRuns);
  const params = { problemId };
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
    <>
      <Button variant="default" onClick={deleteThem}>
        {t.delete}
      </Button>
      <Button variant="default" onClick={() => bringBack([...chosen])}>
        {t.restore}
      </Button>
    </>
  );
}

/** All of them to one variant of the model, or to none; undone, each is again of what it named before. */
function Move({ problemId, chosen }: Pick<RunsChosenProps, 'problemId' | 'chosen'>) {
  const t = useTexts(runsTexts);
  const [variantId, setVariantId] = useState('');
  const params = { problemId };
  const variants = useAnswer(listVariants, { params, query: {} }).data?.variants ?? [];
  const assign = useAsk(assignRuns);
  if (variants.length === 0) return null;
  const name = variants.find(({ id }) => id === variantId)?.name ?? t.noVariant;
  const undo = async (moved: readonly { id: string; before: string | null }[]) => {
    for (const [variant, some] of Map.groupBy(moved, ({ before }) => before))
      await assign.mutateAsync({ params, body: { runIds: some.map(({ id }) => id), variant } });
    say(t.movedBack);
  };
  const move = () =>
    void assign
      .mutateAsync({ params, body: { runIds: [...chosen], variant: variantId === '' ? null : variantId } })
      .then(({ moved }) => {
        if (moved.length === 0) return say(t.movedNone);
        return say(t.moved({ count: moved.length, variant: name }), () => void undo(moved).catch(complain));
      }, complain);
  return (
    <form
      className="runs__move"
      onSubmit={(event) => {
        event.preventDefault();
        move();
      }}
    >
      <NativeSelect
        label={t.moveTo}
        value={variantId}
        data={[{ value: '', label: t.noVariant }, ...variants.map(({ id, name: label }) => ({ value: id, label }))]}
        onChange={({ currentTarget: { value } }) => setVariantId(value)}
      />
      <Button type="submit" variant="default">
        {t.move}
      </Button>
    </form>
  );
}
