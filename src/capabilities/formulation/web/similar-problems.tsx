import './opportunity-extra.css';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { listSimilarProblems, type SimilarProblem } from '../contract.ts';
import { opportunityExtraTexts } from './opportunity-extra-texts.ts';
import { problemTexts } from './problem-texts.ts';

/** What was here before, found while somebody types; silent when there is nothing. */
export function SimilarProblems({ text, except }: { text: string; except?: string }) {
  const t = useTexts(opportunityExtraTexts).similar;
  const [typed] = useDebouncedValue(text.trim().slice(0, 2000).toWellFormed(), 400);
  const query = { text: typed, ...(except === undefined ? {} : { except }) };
  const { data } = useAnswer(listSimilarProblems, { query }, { enabled: typed.length > 3 });
  const problems = typed.length > 3 ? (data?.problems ?? []) : [];
  return (
    <div aria-live="polite">
      {problems.length > 0 ? (
        <aside className="similar stack stack--tight" aria-label={t.title}>
          <p>
            <strong>{t.title}.</strong> <span className="quiet">{t.hint}</span>
          </p>
          <ul className="plain-list">
            {problems.map((problem) => (
              <SimilarItem key={problem.id} problem={problem} />
            ))}
          </ul>
        </aside>
      ) : null}
    </div>
  );
}

function SimilarItem({ problem: { id, title, phase, reasons, redirect } }: { problem: SimilarProblem }) {
  const t = useTexts(opportunityExtraTexts).similar;
  const { phases } = useTexts(problemTexts);
  return (
    <li className="similar__item">
      <p>
        <Link to="/problems/$problemId/{-$station}" params={{ problemId: id }}>
          {title}
        </Link>{' '}
        <span className="small quiet">{phases[phase]}</span>
      </p>
      {reasons ? <p className="small similar__reason">{t.because({ reasons })}</p> : null}
      {redirect ? <p className="small quiet similar__reason">{t.instead({ text: redirect.text })}</p> : null}
    </li>
  );
}
