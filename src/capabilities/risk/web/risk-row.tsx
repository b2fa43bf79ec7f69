import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { Talk } from '../../conversation/web/index.tsx';
import { editRisk, orderRisks, removeRisk, restoreRisk, type Risk } from '../contract.ts';
import { draftOf } from './risk-draft.ts';
import { RiskForm } from './risk-form.tsx';
import { sayFigures } from './say-risk.ts';
import { riskPageTexts } from './texts.ts';
import { registerTexts } from './register-texts.ts';

interface RiskRowProps {
  risk: Risk;
  problemId: string;
  currency: string;
  isReadOnly: boolean;
  /** of all risks, as they stand now */
  ids: readonly string[];
}

export function RiskRow(props: RiskRowProps) {
  const { risk, problemId, currency, isReadOnly } = props;
  const [isEditing, setEditing] = useState(false);
  const edit = useAsk(editRisk);
  const opener = `edit-risk-${risk.id}`;
  if (isEditing) {
    return (
      <li className="risk-row">
        <RiskForm
          start={draftOf(risk)}
          {...{ opener, currency }}
          version={risk.version}
          save={(body, version) => edit.mutateAsync({ params: { problemId, riskId: risk.id }, body, version })}
          close={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li className="risk-row">
      <RiskWords {...props} />
      <div className="row">
        {isReadOnly ? null : <RiskActions {...props} opener={opener} edit={() => setEditing(true)} />}
        <Talk problemId={problemId} anchor={{ kind: 'risk', id: risk.id, field: null }} label={risk.what} />
      </div>
    </li>
  );
}

/** A risk in sentences: what, how bad, why, who, what is done, and what was decided. */
function RiskWords({ risk, currency }: RiskRowProps) {
  const t = useTexts(registerTexts).register;
  const locale = useLocale();
  const formats = useFormats();
  const { what, cause, affected, control, decisionReason, missing } = risk;
  const figures = sayFigures(risk, { currency, locale });
  return (
    <div className="stack stack--tight">
      <p>
        <strong>
          {risk.position + 1}. {what}
        </strong>
      </p>
      {figures === '' ? null : <p>{figures}</p>}
      {cause === '' ? null : <p className="small quiet prose">{t.cause({ cause })}</p>}
      {affected === '' ? null : <p className="small quiet prose">{t.affected({ affected })}</p>}
      {control === '' ? null : <p className="small quiet prose">{t.control({ control })}</p>}
      <Decided risk={risk} />
      {decisionReason === '' ? null : <p className="small quiet prose">{decisionReason}</p>}
      {missing.length === 0 ? null : (
        <p className="small risk-row__missing">
          {t.missing({ fields: formats.list(missing.map((field) => t.fields[field])) })}
        </p>
      )}
    </div>
  );
}

function Decided({ risk: { decision, acceptedBy, owner } }: Pick<RiskRowProps, 'risk'>) {
  const t = useTexts(registerTexts).register;
  const by = acceptedBy === '' ? t.nobody : acceptedBy;
  const said = decision === null ? '' : decision === 'reject' ? t.decisions.reject : t.decisions[decision]({ by });
  const owned = owner === '' ? '' : t.owner({ owner });
  if (said === '' && owned === '') return null;
  return (
    <p className="small">
      {said} {owned}
    </p>
  );
}

function RiskActions({ risk, problemId, ids, opener, edit }: RiskRowProps & { opener: string; edit: () => void }) {
  const t = useTexts(riskPageTexts);
  const remove = useRemove({ problemId, riskId: risk.id });
  const order = useAsk(orderRisks);
  const at = ids.indexOf(risk.id);
  const moveUp = () => {
    const moved = [...ids];
    moved.splice(at - 1, 0, ...moved.splice(at, 1));
    order.mutateAsync({ params: { problemId }, body: { ids: moved } }).catch((error: Error) => say(error.message));
  };
  const name = <span className="unseen"> {risk.what}</span>;
  return (
    <div className="row small">
      <button id={opener} type="button" className="button-plain link" onClick={edit}>
        {t.change}
        {name}
      </button>
      {at > 0 ? (
        <button type="button" className="button-plain link" onClick={moveUp}>
          {t.moveUp}
          {name}
        </button>
      ) : null}
      <button type="button" className="button-plain link" onClick={remove}>
        {t.remove}
        {name}
      </button>
    </div>
  );
}

function useRemove(params: { problemId: string; riskId: string }): () => void {
  const t = useTexts(registerTexts).register;
  const remove = useAsk(removeRisk);
  const restore = useAsk(restoreRisk);
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  // This row is gone by then, so what follows hangs on the promise and not on the row.
  return () => void remove.mutateAsync({ params }).then(() => say(t.removed, undo), complain);
}
