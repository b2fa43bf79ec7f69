import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { MoveUp } from '../../../web/kit/form/move-up.tsx';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { Talk } from '../../conversation/web/index.tsx';
import {
  createKeyResult,
  editObjective,
  type Objective,
  orderKeyResults,
  removeObjective,
  restoreObjective,
} from '../contract.ts';
import type { AskedPart } from './asked-part.ts';
import { emptyKeyResult } from './key-result-draft.ts';
import { KeyResultForm } from './key-result-form.tsx';
import { KeyResultRow } from './key-result-row.tsx';
import { ObjectiveForm } from './objective-form.tsx';
import { requirementsTexts } from './requirements-texts.ts';
import type { StationProps } from './station-props.ts';

interface ObjectivePartProps extends Pick<StationProps, 'problemId' | 'field' | 'isReadOnly'> {
  objective: Objective;
  move: ReactNode;
  /** the address asked for this part: it opens for writing */
  asked: AskedPart | null;
}

/** One objective with its key results. */
export function ObjectivePart({ objective, move, problemId, field, asked, isReadOnly }: ObjectivePartProps) {
  const t = useTexts(requirementsTexts);
  const { id, keyResults } = objective;
  const [isAdding, setAdding] = useState(asked?.kind === 'newKeyResult' && asked.objectiveId === id);
  const create = useAsk(createKeyResult);
  const orderAll = useAsk(orderKeyResults);
  const order = (ids: string[]) => orderAll.mutateAsync({ params: { problemId, objectiveId: id }, body: { ids } });
  const opener = `add-key-result-${id}`;
  return (
    <section className="objective stack">
      <ObjectiveHead {...{ objective, move, problemId, isReadOnly }} />
      {keyResults.length === 0 && !isAdding ? <p className="quiet">{t.noKeyResult}</p> : null}
      <ul className="plain-list">
        {keyResults.map((keyResult) => (
          <KeyResultRow
            key={keyResult.id}
            {...{ problemId, keyResult, isReadOnly }}
            isAsked={asked?.kind === 'keyResult' && asked.keyResultId === keyResult.id}
            isVerdictAsked={field === `verdict-${keyResult.id}`}
            move={
              <MoveUp what={keyResult.metric} id={keyResult.id} ids={keyResults.map((each) => each.id)} order={order} />
            }
          />
        ))}
      </ul>
      {isAdding ? (
        <KeyResultForm
          start={emptyKeyResult}
          opener={opener}
          save={(body) => create.mutateAsync({ params: { problemId, objectiveId: id }, body })}
          close={() => setAdding(false)}
        />
      ) : null}
      {isAdding || isReadOnly ? null : (
        <div>
          <Button
            id={opener}
            variant={keyResults.length === 0 ? 'filled' : 'default'}
            leftSection={<Icon name="plus" />}
            onClick={() => setAdding(true)}
          >
            {t.addKeyResult}
            <span className="unseen"> {objective.text}</span>
          </Button>
        </div>
      )}
    </section>
  );
}

function ObjectiveHead({ objective, move, problemId, isReadOnly }: Omit<ObjectivePartProps, 'asked' | 'field'>) {
  const t = useTexts(requirementsTexts);
  const [isEditing, setEditing] = useState(false);
  const edit = useAsk(editObjective);
  const params = { problemId, objectiveId: objective.id };
  const remove = useRemoveObjective(params);
  const opener = `edit-${objective.id}`;
  if (isEditing) {
    return (
      <ObjectiveForm
        start={objective.text}
        opener={opener}
        version={objective.version}
        save={(text, version) => edit.mutateAsync({ params, body: { text }, version })}
        close={() => setEditing(false)}
      />
    );
  }
  return (
    <div className="row row--apart objective__head">
      <h3>{objective.text}</h3>
      <Talk {...{ problemId }} anchor={{ kind: 'objective', id: objective.id, field: null }} label={objective.text} />
      {isReadOnly ? null : (
        <div className="row small">
          <button id={opener} type="button" className="button-plain link" onClick={() => setEditing(true)}>
            {t.edit}
            <span className="unseen"> {objective.text}</span>
          </button>
          {move}
          <button type="button" className="button-plain link" onClick={remove}>
            {t.remove}
            <span className="unseen"> {objective.text}</span>
          </button>
        </div>
      )}
    </div>
  );
}

function useRemoveObjective(params: { problemId: string; objectiveId: string }): () => void {
  const t = useTexts(requirementsTexts);
  const remove = useAsk(removeObjective);
  const restore = useAsk(restoreObjective);
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  // This part is gone by then, so what follows hangs on the promise and not on the part.
  return () => void remove.mutateAsync({ params }).then(() => say(t.removedObjective, undo), complain);
}
