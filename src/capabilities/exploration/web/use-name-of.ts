import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { usePeople } from '../../identity/web/index.tsx';
import { exploreTexts } from './explore-texts.ts';

/** What somebody is called, by their id. */
export function useNameOf(): (id: string) => string {
  const { somebody } = useTexts(exploreTexts);
  const people = usePeople().data ?? [];
  return (id) => people.find((person) => person.id === id)?.name ?? somebody;
}
