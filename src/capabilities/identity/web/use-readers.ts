import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { getMineInProblem, listPeopleOfProblem, type ProblemRole } from '../contract.ts';
import { usePeople } from './use-people.ts';

/** Somebody who can see a problem, with the roles there that count. */
export interface Reader {
  id: string;
  name: string;
  roles: readonly ProblemRole[];
}

/** Who can see this problem: those with a role first; of a private one nobody else, since they would not hear of it. */
export function useReaders(problemId: string): readonly Reader[] {
  const everybody = usePeople().data ?? [];
  const params = { problemId };
  const isPrivate = useAnswer(getMineInProblem, { params }).data?.private ?? true;
  const inProblem = useAnswer(listPeopleOfProblem, { params }).data?.people ?? [];
  const own = inProblem
    .filter(({ status }) => status === 'active' || status === 'invited')
    .map(({ userId: id, name, roles, unconfirmed }) => ({
      id,
      name,
      roles: roles.filter((role) => !unconfirmed.includes(role)),
    }));
  if (isPrivate) return own;
  const others = everybody.filter(({ id, status }) => status === 'active' && !own.some((each) => each.id === id));
  return [...own, ...others.map(({ id, name }) => ({ id, name, roles: [] }))];
}
