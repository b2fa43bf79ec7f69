import type { ReactNode } from 'react';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { EvaluationProgress } from './evaluation-progress.tsx';
import { EvaluationShown } from './evaluation-shown.tsx';
import { useFollowed } from './use-followed.ts';

interface EvaluationFollowedProps {
  place: { problemId: string; evaluationId: string };
  mayLog: boolean;
  /** told the id of one that was begun from here */
  begun: (id: string) => void;
  /** where it stands among others */
  standing: ReactNode;
}

/** One evaluation, from the moment that it was begun. */
export function EvaluationFollowed({ place, mayLog, begun, standing }: EvaluationFollowedProps) {
  const query = useFollowed(place);
  return (
    <AwaitQuery query={query} lines={6}>
      {(evaluation) => (
        <>
          <EvaluationProgress {...evaluation} />
          <EvaluationShown {...{ evaluation, mayLog, begun, standing }} problemId={place.problemId} />
        </>
      )}
    </AwaitQuery>
  );
}
