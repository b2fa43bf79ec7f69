import './requirements.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { MoveUp } from '../../../web/kit/form/move-up.tsx';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { ChecklistPart } from '../../checklists/web/index.tsx';
import { createObjective, listObjectives, type Objective, orderObjectives } from '../contract.ts';
import { askedPart } from './asked-part.ts';
import { ObjectiveForm } from './objective-form.tsx';
import { ObjectivePart } from './objective-part.tsx';
import { requirementsTexts } from './requirements-texts.ts';
import type { StationProps } from './station-props.ts';

const opener = 'add-objective';

/** What is to be reached, and in which figures that will be seen. */
export function RequirementsStation(props: StationProps) {
  const query = useAnswer(listObjectives, { params: { problemId: props.problemId } });
  return (
    <div className="stack stack--wide">
      <AwaitQuery query={query}>{({ objectives }) => <Objectives {...props} objectives={objectives} />}</AwaitQuery>
      <ChecklistPart {...props} />
    </div>
  );
}

function Objectives({ objectives, problemId, field, isReadOnly }: StationProps & { objectives: readonly Objective[] }) {
  const t = useTexts(requirementsTexts);
  // What was asked for when it opened: writing the answer must not open the next thing.
  const [asked] = useState(() => (isReadOnly ? null : askedPart(field, objectives)));
  const [isAdding, setAdding] = useState(asked?.kind === 'newObjective');
  // A new objective says nothing yet: what is measured is asked at once.
  const [begun, setBegun] = useState<string | null>(null);
  const create = useAsk(createObjective);
  const orderAll = useAsk(orderObjectives);
  const order = (ids: string[]) => orderAll.mutateAsync({ params: { problemId }, body: { ids } });
  const isEmpty = objectives.length === 0;
  return (
    <div className="stack stack--wide">
      {isEmpty && !isAdding ? (
        <div className="stack stack--tight">
          <h3>{t.emptyTitle}</h3>
          <p className="quiet">{t.emptyBody}</p>
        </div>
      ) : (
        <p className="quiet">{t.intro}</p>
      )}
      {objectives.map((objective) => (
        <ObjectivePart
          key={`${objective.id}${objective.id === begun ? ' begun' : ''}`}
          {...{ objective, problemId, field, isReadOnly }}
          asked={objective.id === begun ? { kind: 'newKeyResult', objectiveId: begun } : asked}
          move={
            <MoveUp what={objective.text} id={objective.id} ids={objectives.map((each) => each.id)} order={order} />
          }
        />
      ))}
      {isAdding ? (
        <ObjectiveForm
          start=""
          opener={opener}
          save={async (text) => setBegun((await create.mutateAsync({ params: { problemId }, body: { text } })).id)}
          close={() => setAdding(false)}
        />
      ) : null}
      {isAdding || isReadOnly ? null : (
        <div>
          <Button
            id={opener}
            variant={isEmpty ? 'filled' : 'default'}
            leftSection={<Icon name="plus" />}
            onClick={() => setAdding(true)}
          >
            {t.addObjective}
          </Button>
        </div>
      )}
    </div>
  );
}
