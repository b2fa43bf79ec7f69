import { useRef } from 'react';
import { useDraft } from './draft-context.ts';
import { asideOf, type Aside } from './set-aside.ts';

/**
 * A part of the model that is of one kind or another. What was written for one kind is put aside when another is chosen
 * and stands there again when it comes back: with the arrows, a person passes the others on the way to one.
 */
export function useKinds(path: string) {
  const { draft, at, put } = useDraft();
  const aside = useRef<Aside>({});
  return (from: string, to: string, begun: Record<string, unknown> | undefined) => {
    const { kept, parts } = asideOf(aside.current, draft, { from, to, now: at(path) });
    aside.current = kept;
    put(path, parts ?? begun);
  };
}
