import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { Talk } from '../../conversation/web/index.tsx';
import { editFinding, type Finding, redrawFinding, restoreFinding, withdrawFinding } from '../contract.ts';
import { AnswerForm } from './answer-form.tsx';
import { AnswerList } from './answer-list.tsx';
import type { ExploreProps } from './explore-part.tsx';
import { exploreTexts } from './explore-texts.ts';
import { FindingForm } from './finding-form.tsx';
import { FindingPicture } from './finding-picture.tsx';
import { NotesOn } from './notes-on.tsx';
import { useNameOf } from './use-name-of.ts';

interface FindingItemProps extends ExploreProps {
  finding: Finding;
  /** while the expert answers this one */
  answering: { opener: string; goOn: () => void } | null;
  setAnswering: (isAnswering: boolean) => void;
}

/** One finding: its words, its chart, what was answered, and what people say of it. */
export function FindingItem({ finding, answering, setAnswering, ...props }: FindingItemProps) {
  const t = useTexts(exploreTexts);
  const [isEditing, setEditing] = useState(false);
  const [isShown, setShown] = useState(false);
  const edit = useAsk(editFinding);
  const { problemId, datasetId } = props;
  const { id, title, remark, state, spec, version } = finding;
  const params = { problemId, findingId: id };
  const isDrawn = isShown || answering !== null;
  // The chart says the same above itself.
  const isTitled = isDrawn && title === finding.drawings[0]?.sentence;
  if (isEditing)
    return (
      <li className="finding">
        <FindingForm
          start={{ title, remark }}
          opener={`edit-${id}`}
          version={version}
          save={(body, given) => edit.mutateAsync({ params, body, version: given })}
          close={() => setEditing(false)}
        />
      </li>
    );
  return (
    <li className="finding stack stack--tight">
      <h3 className={isTitled ? 'unseen' : 'finding__title'}>{title}</h3>
      <p className="small">
        <strong>{t.findings.states[state]}</strong>. <Kept finding={finding} />
      </p>
      {remark === '' ? null : <p className="prose">{remark}</p>}
      <AnswerList answers={finding.answers} />
      {isDrawn ? <FindingPicture {...params} /> : null}
      <NotesOn isOnlyShown problemId={problemId} place={{ kind: 'column', datasetId, column: spec.x }} label={spec.x} />
      {answering ? (
        <AnswerForm {...{ problemId, finding }} {...answering} close={() => setAnswering(false)} />
      ) : (
        <Actions
          {...props}
          {...{ finding, isShown }}
          show={() => setShown(!isShown)}
          edit={() => setEditing(true)}
          answer={() => setAnswering(true)}
        />
      )}
    </li>
  );
}

function Kept({ finding: { keptBy, keptAt, drawings } }: { finding: Finding }) {
  const t = useTexts(exploreTexts).findings;
  const formats = useFormats();
  const nameOf = useNameOf();
  const number = drawings[0]?.versionNumber ?? 0;
  return <span className="quiet">{t.onVersion({ number, name: nameOf(keptBy), date: formats.date(keptAt) })}</span>;
}

interface ActionsProps extends ExploreProps {
  finding: Finding;
  isShown: boolean;
  show: () => void;
  edit: () => void;
  answer: () => void;
}

function Actions({ finding, isShown, show, edit, answer, problemId, mayKeep, mayExplain }: ActionsProps) {
  const t = useTexts(exploreTexts);
  const { id, title, newest } = finding;
  const params = { problemId, findingId: id };
  const { withdraw, redraw } = useChanges(params);
  const named = <span className="unseen"> {title}</span>;
  return (
    <div className="row small not-printed">
      <button type="button" className="button-plain link" aria-expanded={isShown} onClick={show}>
        {isShown ? t.findings.hide : t.findings.show}
        {named}
      </button>
      {mayExplain ? (
        <button type="button" className="button-plain link" onClick={answer}>
          {t.answer.keep}
          {named}
        </button>
      ) : null}
      {mayKeep && newest ? (
        <button type="button" className="button-plain link" onClick={redraw}>
          {t.findings.redraw({ number: newest.number })}
          {named}
        </button>
      ) : null}
      {mayKeep ? (
        <>
          <button id={`edit-${id}`} type="button" className="button-plain link" onClick={edit}>
            {t.findings.edit}
            {named}
          </button>
          <button type="button" className="button-plain link" onClick={withdraw}>
            {t.findings.withdraw}
            {named}
          </button>
        </>
      ) : null}
      <Talk problemId={problemId} anchor={{ kind: 'finding', id, field: null }} label={title} />
    </div>
  );
}

function useChanges(params: { problemId: string; findingId: string }) {
  const t = useTexts(exploreTexts).findings;
  const remove = useAsk(withdrawFinding);
  const restore = useAsk(restoreFinding);
  const again = useAsk(redrawFinding);
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  return {
    withdraw: () => void remove.mutateAsync({ params }).then(() => say(t.withdrawn, undo), complain),
    redraw: () => void again.mutateAsync({ params, body: {} }).then(() => say(t.redrawn), complain),
  };
}
