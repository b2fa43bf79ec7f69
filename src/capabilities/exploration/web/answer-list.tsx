import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { FindingAnswer } from '../contract.ts';
import { exploreTexts } from './explore-texts.ts';
import { useNameOf } from './use-name-of.ts';

/** The answer that stands, and those before it for whoever wants to know. */
export function AnswerList({ answers }: { answers: readonly FindingAnswer[] }) {
  const t = useTexts(exploreTexts).findings;
  const last = answers.at(-1);
  if (!last) return null;
  const earlier = answers.slice(0, -1).toReversed();
  return (
    <>
      <Answer answer={last} />
      {earlier.length === 0 ? null : (
        <details className="small">
          <summary>{t.earlier}</summary>
          <div className="stack stack--tight">
            {earlier.map((answer) => (
              <Answer key={answer.position} answer={answer} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function Answer({ answer }: { answer: FindingAnswer }) {
  const t = useTexts(exploreTexts).answer;
  const formats = useFormats();
  const nameOf = useNameOf();
  const { kind, text, answeredBy, answeredAt, onBehalfOf, versionNumber: number, isCurrent } = answer;
  const facts = [
    t.by({ name: nameOf(answeredBy), date: formats.date(answeredAt), number }),
    ...(onBehalfOf === null ? [] : [t.behalf({ name: nameOf(onBehalfOf) })]),
    ...(isCurrent ? [] : [t.stale]),
  ];
  return (
    <div className="finding__answer">
      <p>
        <strong>{t.kinds[kind]}</strong>
        {text === '' ? null : `: ${text}`}
      </p>
      <p className="small quiet">{facts.join('; ')}</p>
    </div>
  );
}
