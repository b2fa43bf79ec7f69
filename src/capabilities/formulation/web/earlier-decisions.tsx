import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { laterGates, listDecisions } from '../../decisions/contract.ts';
import { DecisionRecord } from './decision-record.tsx';
import { decisionTexts } from './decision-texts.ts';

/** Decisions are never changed: a new one comes after the old. */
export function EarlierDecisions({ problemId, shown }: { problemId: string; shown: string | null }) {
  const t = useTexts(decisionTexts);
  const { data } = useAnswer(listDecisions, { params: { problemId } });
  const decisions = data?.decisions ?? [];
  // The last of each later gate stands with its gate.
  const withGate = laterGates.map((gate) => decisions.find((each) => each.gate === gate)?.id);
  const earlier = decisions.filter(({ id }) => id !== shown && !withGate.includes(id));
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
