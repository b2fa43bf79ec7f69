import { useEffect, useRef } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { EvaluationProgress } from './evaluation-progress.tsx';
import { rankingTexts } from './ranking-texts.ts';
import { useFollowed } from './use-followed.ts';

interface AlikeFollowedProps {
  problemId: string;
  /** the newest first */
  begun: readonly { name: string; evaluationId: string }[];
}

/** How far evaluations are that were begun so that runs compare, and what came of them. */
export function AlikeFollowed({ problemId, begun }: AlikeFollowedProps) {
  const t = useTexts(rankingTexts);
  const list = useRef<HTMLUListElement>(null);
  // What was pressed goes away once its runs compare: whoever pressed it stands here then.
  useEffect(() => list.current?.focus(), []);
  return (
    <ul ref={list} tabIndex={-1} className="plain-list stack stack--tight" aria-label={t.alike}>
      {begun.map(({ name, evaluationId }) => (
        <Followed key={evaluationId} name={name} place={{ problemId, evaluationId }} />
      ))}
    </ul>
  );
}

function Followed({ name, place }: { name: string; place: { problemId: string; evaluationId: string } }) {
  const t = useTexts(rankingTexts);
  const { data } = useFollowed(place);
  return (
    <li>
      <strong>{name}</strong> <output>{data?.state === 'done' ? t.comparesNow : null}</output>
      {data ? <EvaluationProgress {...data} /> : null}
    </li>
  );
}
