import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { Talk } from '../../conversation/web/index.tsx';
import { type Approach, editApproach, frameworkNames, removeApproach, restoreApproach } from '../contract.ts';
import { ApproachForm } from './approach-form.tsx';
import { approachTexts } from './approach-texts.ts';
import { ProsAndCons } from './pros-and-cons.tsx';
import { VotePart } from './vote-part.tsx';

interface ApproachCardProps {
  problemId: string;
  approach: Approach;
  mayWrite: boolean;
  mayVote: boolean;
}

/** One approach: what it is, what speaks for it and against it, who votes how, and what people say of it. */
export function ApproachCard({ problemId, approach, mayWrite, mayVote }: ApproachCardProps) {
  const t = useTexts(approachTexts).board;
  const names = useTexts(frameworkNames).approaches;
  const [isEditing, setEditing] = useState(false);
  const edit = useAsk(editApproach);
  const { id, kind, title, idea, pros, cons, version } = approach;
  const params = { problemId, approachId: id };
  const remove = useRemoval(params);
  if (isEditing)
    return (
      <li className="sheet approach-card approach-card--editing">
        <ApproachForm
          start={{ kind, title, idea, pros, cons }}
          opener={`edit-${id}`}
          version={version}
          save={(body, given) => edit.mutateAsync({ params, body, version: given })}
          close={() => setEditing(false)}
        />
      </li>
    );
  return (
    <li className="sheet approach-card stack stack--tight">
      <h4>{title}</h4>
      <p className="small quiet">{names[kind]}</p>
      {idea === '' ? null : <p className="prose">{idea}</p>}
      <ProsAndCons pros={pros} cons={cons} />
      <VotePart {...{ problemId, approach, mayVote }} />
      <div className="row small">
        {mayWrite ? (
          <>
            <button id={`edit-${id}`} type="button" className="button-plain link" onClick={() => setEditing(true)}>
              {t.edit}
              <span className="unseen"> {title}</span>
            </button>
            <button type="button" className="button-plain link" onClick={remove}>
              {t.remove}
              <span className="unseen"> {title}</span>
            </button>
          </>
        ) : null}
        <Talk problemId={problemId} anchor={{ kind: 'approach', id, field: null }} label={title} />
      </div>
    </li>
  );
}

function useRemoval(params: { problemId: string; approachId: string }): () => void {
  const t = useTexts(approachTexts).board;
  const remove = useAsk(removeApproach);
  const restore = useAsk(restoreApproach);
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  return () => void remove.mutateAsync({ params }).then(() => say(t.removed, undo), complain);
}
