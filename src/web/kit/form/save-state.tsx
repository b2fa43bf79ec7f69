import './form.css';
import { useTexts } from '../language/use-texts.ts';
import { kitTexts } from '../texts.ts';
import type { SaveState } from './autosaver.ts';

/** Saving, saved, or why not: said quietly, and to a screen reader only when it matters. */
export function SaveStateWords<T>({ state, retry }: { state: SaveState<T>; retry: () => void }) {
  const t = useTexts(kitTexts);
  if (state.kind === 'failed') {
    const reason = state.error instanceof Error ? state.error.message : '';
    return (
      <p className="save-state save-state--failed" role="alert">
        {t.saveFailed}. {reason}{' '}
        <button type="button" className="button-plain link" onClick={retry}>
          {t.retry}
        </button>
      </p>
    );
  }
  const words = { saved: t.saved, waiting: t.notSaved, saving: t.saving, conflict: t.conflict.title }[state.kind];
  return (
    <p className="save-state" data-state={state.kind}>
      {words}
    </p>
  );
}
