import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { listDecisions } from '../../decisions/contract.ts';
import { DecisionRecord } from './decision-record.tsx';
import { decisionTexts } from './decision-texts.ts';

/** Decisions are never changed: a new one comes after the old. */
export function EarlierDecisions({ problemId, shown }: { problemId: string; shown: string | null }) {
  const t = useTexts(decisionTexts);
  const { data } = useAnswer(listDecisions, { params: { problemId } });
  const earlier = data?.decisions.filter(({ id }) => id !== shown) ?? [];
  if (earlier.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t.earlier}</h3>
      {earlier.map((decision) => (
        <DecisionRecord key={decision.id} {...{ decision, problemId }} />
      ))}
    </section>
  );
}
