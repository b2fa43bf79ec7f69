import { useEffect } from 'react';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { readEvaluation } from '../contract.ts';

const follow_ms = 1_000;

/** An evaluation, asked for again while it is measured; that it is finished the event stream tells too. */
export function useFollowed(place: { problemId: string; evaluationId: string }) {
  const query = useAnswer(readEvaluation, { params: place });
  const { refetch } = query;
  const isWorking = query.data?.state === 'waiting' || query.data?.state === 'running';
  useEffect(() => {
    if (!isWorking) return undefined;
    const timer = setInterval(() => void refetch(), follow_ms);
    return () => clearInterval(timer);
  }, [isWorking, refetch]);
  return query;
}
