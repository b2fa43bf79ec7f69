import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { Talk } from '../../conversation/web/index.tsx';
import { listFindings } from '../contract.ts';
import { exploreTexts } from './explore-texts.ts';

/** What was found in the data of a problem, and what waits for the expert: each leads to where it is answered. */
export function FindingsSummary({ problemId }: { problemId: string }) {
  const t = useTexts(exploreTexts).findings;
  const { data } = useAnswer(listFindings, { params: { problemId }, query: {} });
  const findings = data?.findings ?? [];
  if (findings.length === 0) return null;
  const count = findings.filter(({ state }) => state !== 'answered').length;
  return (
    <section className="stack" id="findings">
      <h3>{t.title}</h3>
      <p className="quiet">{t.waiting({ count })}</p>
      <ul className="plain-list">
        {findings.map(({ id, title, state, datasetId, datasetName }) => (
          <li key={id} className="listing stack stack--tight">
            <Link to="/problems/$problemId/data/$datasetId/explore" params={{ problemId, datasetId }}>
              {title}
            </Link>
            <div className="row small">
              <strong>{t.states[state]}</strong>
              <span className="quiet">{datasetName}</span>
              <Talk problemId={problemId} anchor={{ kind: 'finding', id, field: null }} label={title} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
