import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { getMineInProblem, listPeopleOfProblem } from '../../identity/contract.ts';
import { usePeople } from '../../identity/web/index.tsx';

export interface Mentionable {
  id: string;
  name: string;
}

/** Whom one can mention: those with a role first; in a private problem nobody else, since they would not hear of it. */
export function useMentionable(problemId: string): readonly Mentionable[] {
  const everybody = usePeople().data ?? [];
  const params = { problemId };
  const isPrivate = useAnswer(getMineInProblem, { params }).data?.private ?? true;
  const inProblem = useAnswer(listPeopleOfProblem, { params }).data?.people ?? [];
  const own = inProblem
    .filter(({ status }) => status === 'active' || status === 'invited')
    .map(({ userId: id, name }) => ({ id, name }));
  if (isPrivate) return own;
  const others = everybody.filter(({ id, status }) => status === 'active' && !own.some((each) => each.id === id));
  return [...own, ...others.map(({ id, name }) => ({ id, name }))];
}
