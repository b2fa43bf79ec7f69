import { usePeople } from '../../identity/web/index.tsx';

export interface Person {
  id: string;
  name: string;
}

/** People who can sign in here, to choose from while a name is typed. */
export function useKnownPeople(): readonly Person[] {
  return (usePeople().data ?? []).filter(({ status }) => status === 'active');
}
