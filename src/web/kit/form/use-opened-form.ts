import { type RefObject, useEffect, useRef } from 'react';

/**
 * A form that opens in place of the button that asked for it has the focus at once; when it closes, the focus is on that
 * button again, which `opener` names by its id. Without this the focus is nowhere, since the button was gone.
 */
export function useOpenedForm<Field extends HTMLElement>(opener: string): RefObject<Field | null> {
  const first = useRef<Field>(null);
  useEffect(() => {
    first.current?.focus();
    return () => {
      if (document.activeElement === document.body) document.getElementById(opener)?.focus();
    };
  }, [opener]);
  return first;
}
