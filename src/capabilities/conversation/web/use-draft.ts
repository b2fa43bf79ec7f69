import { useState } from 'react';
import { useMe } from '../../identity/web/index.tsx';
import type { Mentions } from './mention-text.ts';

export interface Draft {
  text: string;
  mentions: Mentions;
}

const none: Draft = { text: '', mentions: {} };

/**
 * What somebody is writing in one place, kept in this browser as it is typed, so that nothing is lost by a reload or
 * another page. By person, since a browser can have more than one.
 */
export function useDraft(place: string): { draft: Draft; keep: (draft: Draft) => void; clear: () => void } {
  const key = `peil.draft.${useMe()?.id ?? ''}.${place}`;
  const [held, setHeld] = useState<{ key: string; draft: Draft }>(() => ({ key, draft: read(key) }));
  const draft = held.key === key ? held.draft : read(key);
  const keep = (next: Draft) => {
    setHeld({ key, draft: next });
    write(key, next);
  };
  return { draft, keep, clear: () => keep(none) };
}

function read(key: string): Draft {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Draft> | null;
    return typeof kept?.text === 'string' ? { text: kept.text, mentions: kept.mentions ?? {} } : none;
  } catch {
    return none;
  }
}

/** A browser without storage, or with a full one, keeps the draft as long as the page stands. */
function write(key: string, draft: Draft): void {
  try {
    if (draft.text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // The draft is still in the page.
  }
}
