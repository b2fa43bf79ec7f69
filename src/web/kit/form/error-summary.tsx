import './form.css';
import { useEffect, useRef } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { kitTexts } from '../texts.ts';

export interface FieldProblem {
  /** id of the input it is about; null where it is about the whole */
  field: string | null;
  message: string;
}

/** All that is wrong, at the top and with the focus on it; each line goes to its field. */
export function ErrorSummary({ problems }: { problems: readonly FieldProblem[] }) {
  const t = useTexts(kitTexts);
  const box = useRef<HTMLDivElement>(null);
  const said = problems.map((problem) => problem.message).join('\n');
  useEffect(() => {
    if (said !== '') box.current?.focus();
  }, [said]);
  if (problems.length === 0) return null;
  return (
    <div className="error-summary stack stack--tight" role="alert" tabIndex={-1} ref={box}>
      <h3>{t.errorSummary}</h3>
      <ul className="plain-list">
        {problems.map(({ field, message }) => (
          <li key={message}>
            {field === null ? (
              message
            ) : (
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(field)?.focus();
                }}
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
