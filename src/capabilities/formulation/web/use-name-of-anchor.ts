import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { anchorKey } from '../../conversation/contract.ts';
import type { NameOfAnchor } from '../../conversation/web/index.tsx';
import { listPlaces } from '../contract.ts';

/** What a thing of this problem is called, for the list of what is talked about. */
export function useNameOfAnchor(problemId: string): NameOfAnchor {
  const { data } = useAnswer(listPlaces, { params: { problemId } });
  const names = new Map((data?.places ?? []).map(({ anchor, said }) => [anchorKey(anchor), said]));
  return (anchor) => names.get(anchorKey(anchor));
}
