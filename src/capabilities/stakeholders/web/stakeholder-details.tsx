import { Button } from '@mantine/core';
import { useState } from 'react';
import { MoveUp } from '../../../web/kit/form/move-up.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import {
  editStakeholder,
  eraseStakeholderName,
  orderStakeholders,
  removeStakeholder,
  restoreStakeholder,
} from '../contract.ts';
import { HearingForm } from './hearing-form.tsx';
import { HearingList } from './hearing-list.tsx';
import { QuestionList } from './question-list.tsx';
import { StakeholderForm } from './stakeholder-form.tsx';
import type { StakeholderRowProps } from './stakeholder-row.tsx';
import { stakeholderTexts } from './texts.ts';

/** What it means to them, what was heard, what is asked; and what can be done. */
export function StakeholderDetails({ stakeholder, problemId, isReadOnly, ids }: StakeholderRowProps) {
  const t = useTexts(stakeholderTexts);
  const [doing, setDoing] = useState<'hear' | 'edit' | null>(null);
  const edit = useAsk(editStakeholder);
  const { id, name, interest, version } = stakeholder;
  const params = { problemId, stakeholderId: id };
  const opener = (what: string) => `${what}-${id}`;
  const stop = () => setDoing(null);
  if (doing === 'edit') {
    return (
      <div className="heard__more">
        <StakeholderForm
          start={{ ...stakeholder, name: name ?? '' }}
          opener={opener('edit')}
          version={version}
          save={(body, at) => edit.mutateAsync({ params, body, version: at })}
          close={stop}
        />
      </div>
    );
  }
  return (
    <div className="heard__more stack">
      {interest === '' ? null : <p className="prose">{interest}</p>}
      {doing === 'hear' ? (
        <HearingForm {...{ problemId, stakeholder }} opener={opener('hear')} close={stop} />
      ) : isReadOnly ? null : (
        <div>
          <Button
            id={opener('hear')}
            variant={stakeholder.mustBeHeard && !stakeholder.isHeard ? 'filled' : 'default'}
            onClick={() => setDoing('hear')}
          >
            {t.hear}
            <span className="unseen"> {name}</span>
          </Button>
        </div>
      )}
      <HearingList {...{ problemId, stakeholder, isReadOnly }} />
      <QuestionList {...{ problemId, stakeholder, isReadOnly }} />
      {isReadOnly ? (
        // A right of people: also where a no-go has made the problem read-only.
        <EraseName {...{ stakeholder, params }} />
      ) : (
        <Actions {...{ stakeholder, problemId, ids }} opener={opener('edit')} edit={() => setDoing('edit')} />
      )}
    </div>
  );
}

type ActionsProps = Pick<StakeholderRowProps, 'stakeholder' | 'problemId' | 'ids'> & {
  opener: string;
  edit: () => void;
};

function Actions({ stakeholder, problemId, ids, opener, edit }: ActionsProps) {
  const t = useTexts(stakeholderTexts);
  const orderAll = useAsk(orderStakeholders);
  const params = { problemId, stakeholderId: stakeholder.id };
  const remove = useRemove(params);
  const what = stakeholder.name ?? t.erased;
  const order = (given: string[]) => orderAll.mutateAsync({ params: { problemId }, body: { ids: given } });
  return (
    <div className="row small">
      {stakeholder.isErased ? null : (
        <button id={opener} type="button" className="button-plain link" onClick={edit}>
          {t.edit}
          <span className="unseen"> {what}</span>
        </button>
      )}
      <MoveUp what={what} id={stakeholder.id} ids={ids} order={order} />
      <button type="button" className="button-plain link" onClick={remove}>
        {t.remove}
        <span className="unseen"> {what}</span>
      </button>
      <EraseName {...{ stakeholder, params }} />
    </div>
  );
}

/** What cannot be undone says so before. */
function EraseName({
  stakeholder,
  params,
}: Pick<StakeholderRowProps, 'stakeholder'> & { params: { problemId: string; stakeholderId: string } }) {
  const t = useTexts(stakeholderTexts);
  const [isAsking, setAsking] = useState(false);
  const erase = useAsk(eraseStakeholderName);
  const mine = useAnswer(getMineInProblem, { params: { problemId: params.problemId } });
  if (stakeholder.userId !== null || stakeholder.isErased) return null;
  if (!mine.data?.permissions.includes('problem.team')) return null;
  const complain = (error: Error) => say(error.message);
  const eraseIt = () => void erase.mutateAsync({ params }).then(() => say(t.erasedDone), complain);
  return isAsking ? (
    <span className="row">
      <span>{t.eraseAsk({ name: stakeholder.name ?? '' })}</span>
      <button type="button" className="button-plain link" onClick={eraseIt}>
        {t.eraseYes}
      </button>
      <button type="button" className="button-plain link" onClick={() => setAsking(false)}>
        {t.cancel}
      </button>
    </span>
  ) : (
    <button type="button" className="button-plain link" onClick={() => setAsking(true)}>
      {t.erase}
      <span className="unseen"> {stakeholder.name}</span>
    </button>
  );
}

function useRemove(params: { problemId: string; stakeholderId: string }): () => void {
  const t = useTexts(stakeholderTexts);
  const remove = useAsk(removeStakeholder);
  const restore = useAsk(restoreStakeholder);
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  // This part is gone by then, so what follows hangs on the promise and not on the part.
  return () => void remove.mutateAsync({ params }).then(() => say(t.removed, undo), complain);
}
