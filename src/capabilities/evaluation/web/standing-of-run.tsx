import { Link } from '@tanstack/react-router';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { rankEvaluations } from '../contract.ts';
import { rankingTexts } from './ranking-texts.ts';
import { sayPairOf } from './say-pair.ts';

/** Its place among those that were measured alike, and the way to all of them. */
export function StandingOfRun({ problemId, evaluationId }: { problemId: string; evaluationId: string }) {
  const t = useTexts(rankingTexts);
  const locale = useLocale();
  const ranking = useAnswer(rankEvaluations, { params: { problemId }, query: {} }).data;
  const group = ranking?.groups.find(({ evaluations }) => evaluations.some(({ id }) => id === evaluationId));
  const place = (group?.evaluations.findIndex(({ id }) => id === evaluationId) ?? -1) + 1;
  return (
    <p className="small">
      {group ? (
        <>
          {t.standing({ place, of: group.evaluations.length, protocol: group.title })}{' '}
          {sayPairOf(group, evaluationId, locale)}{' '}
        </>
      ) : null}
      <Link to="/problems/$problemId/{-$station}" params={{ problemId, station: 'runs' }} hash="evaluation-ranking">
        {t.toRanking}
      </Link>
    </p>
  );
}
