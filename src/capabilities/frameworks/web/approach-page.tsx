import { Link, useParams } from '@tanstack/react-router';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { readProblem } from '../../formulation/contract.ts';
import { ApproachStation } from './approach-station.tsx';
import { approachTexts } from './approach-texts.ts';

/** Which way is worth trying, and what to build or buy it with: the board, the selection, and what was decided. */
export function ApproachPage() {
  const { problemId } = useParams({ from: '/problems/$problemId/approach' });
  const t = useTexts(approachTexts);
  const problem = useAnswer(readProblem, { params: { problemId } });
  return (
    <Page
      title={t.title}
      tabTitle={problem.data ? `${t.tab}: ${problem.data.title}` : t.title}
      lead={t.lead}
      above={
        <p className="small">
          <Link to="/problems/$problemId/{-$station}" params={{ problemId }}>
            {problem.data?.title ?? t.back}
          </Link>{' '}
          <span className="quiet">/</span> <Link to="/frameworks">{t.catalogue}</Link>
        </p>
      }
    >
      <AwaitQuery query={problem}>
        {({ id, stoppedBy }) => <ApproachStation problemId={id} isStopped={stoppedBy !== null} />}
      </AwaitQuery>
    </Page>
  );
}
