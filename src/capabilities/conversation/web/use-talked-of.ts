import { useSearch } from '@tanstack/react-router';

/** The id of the thing of this kind that the address opens the conversation of, for a page that must show it first. */
export function useTalkedOf(kind: string): string | undefined {
  const talk: string | undefined = useSearch({ strict: false }).talk;
  const [asked, id] = talk?.split(':') ?? [];
  return asked === kind ? id : undefined;
}
