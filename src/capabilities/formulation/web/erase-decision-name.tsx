import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { eraseDecisionName } from '../../decisions/contract.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import { decisionTexts } from './decision-texts.ts';

interface EraseProps {
  problemId: string;
  decisionId: string;
  /** among the people of the decision, from 0 */
  position: number;
  name: string;
}

/** A name of somebody without an account, gone for good where they ask for it; what cannot be undone says so before. */
export function EraseDecisionName({ problemId, decisionId, position, name }: EraseProps) {
  const t = useTexts(decisionTexts).erase;
  const [isAsking, setAsking] = useState(false);
  const erase = useAsk(eraseDecisionName);
  const mine = useAnswer(getMineInProblem, { params: { problemId } });
  if (!mine.data?.permissions.includes('problem.team')) return null;
  const params = { problemId, decisionId, position };
  const complain = (error: Error) => say(error.message);
  const eraseIt = () => void erase.mutateAsync({ params }).then(() => say(t.done), complain);
  if (!isAsking)
    return (
      <button type="button" className="button-plain link small" onClick={() => setAsking(true)}>
        {t.begin}
        <span className="unseen"> {name}</span>
      </button>
    );
  return (
    <span className="row small">
      <span>{t.ask({ name })}</span>
      <button type="button" className="button-plain link" onClick={eraseIt}>
        {t.yes}
      </button>
      <button type="button" className="button-plain link" onClick={() => setAsking(false)}>
        {t.no}
      </button>
    </span>
  );
}
