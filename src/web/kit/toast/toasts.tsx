import './toasts.css';
import { useSyncExternalStore } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { kitTexts } from '../texts.ts';
import { dismiss, onToasts, shownToasts } from './toast-list.ts';

/** A live region that is always there, so that a screen reader hears what is put in it. */
export function Toasts() {
  const t = useTexts(kitTexts);
  const toasts = useSyncExternalStore(onToasts, shownToasts);
  return (
    <output className="toasts not-printed" aria-live="polite">
      {toasts.map(({ id, message, undo }) => (
        <div key={id} className="toast">
          <span>{message}</span>
          {undo ? (
            <button
              type="button"
              className="toast__undo"
              onClick={() => {
                dismiss(id);
                undo();
              }}
            >
              {t.undo}
            </button>
          ) : null}
          <button type="button" className="toast__close" aria-label={t.close} onClick={() => dismiss(id)}>
            ×
          </button>
        </div>
      ))}
    </output>
  );
}
