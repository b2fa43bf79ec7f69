import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { approachTexts } from './approach-texts.ts';

/** What speaks for it and against it, a line each. */
export function ProsAndCons({ pros, cons }: { pros: string; cons: string }) {
  const t = useTexts(approachTexts).board;
  return (
    <div className="stack stack--tight small">
      <Lines name={t.for} text={pros} />
      <Lines name={t.against} text={cons} />
    </div>
  );
}

function Lines({ name, text }: { name: string; text: string }) {
  const t = useTexts(approachTexts).board;
  const lines = [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  return (
    <div>
      <p className="overline">{name}</p>
      {lines.length === 0 ? <p className="quiet">{t.nothing}</p> : null}
      {lines.length === 0 ? null : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
