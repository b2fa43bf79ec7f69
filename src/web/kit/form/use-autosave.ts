import { useEffect, useState } from 'react';
import { Autosaver, type SaveState } from './autosaver.ts';
import { saveBeforeGoing } from './unsaved.ts';

interface Autosave<T> {
  /** What is on the server now, and its version. */
  saved: T;
  version: number;
  save: (value: T, version: number) => Promise<number>;
  /** Reads the other's text out of a 409; the value itself unless told. */
  theirs?: (given: unknown) => T;
  delay_ms?: number;
}

export interface Autosaved<T> {
  value: T;
  state: SaveState<T>;
  change: (value: T) => void;
  /** Saves now; answers whether everything is saved. */
  flush: () => Promise<boolean>;
  resolve: (value: T) => void;
}

/** A value that saves itself while it is written. What comes from others is taken over while nothing is unsaved. */
export function useAutosave<T>({ saved, version, save, theirs = asItIs, delay_ms = 800 }: Autosave<T>): Autosaved<T> {
  const [value, setValue] = useState(saved);
  const [state, setState] = useState<SaveState<T>>({ kind: 'saved' });
  const [saver] = useState(() => new Autosaver<T>(version, { delay_ms, save, theirs, onState: setState }));
  useEffect(() => saver.connect({ save, theirs }));
  if (saver.takes(version) && JSON.stringify(value) !== JSON.stringify(saved)) setValue(saved);
  // With no list of causes: what came from another during a save is taken over only after it.
  useEffect(() => saver.read(version));
  useSaveBeforeLeaving(saver);
  return {
    value,
    state,
    change: (next) => {
      setValue(next);
      saver.change(next);
    },
    flush: () => saver.flush(),
    resolve: (chosen) => {
      setValue(chosen);
      void saver.resolve(chosen);
    },
  };
}

const asItIs = <T>(given: unknown): T => given as T;

/** Going elsewhere saves first; closing the tab with something unsaved asks. */
function useSaveBeforeLeaving<T>(saver: Autosaver<T>): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (saver.state.kind !== 'saved') event.preventDefault();
    };
    const saveNow = () => void saver.flush();
    const gone = saveBeforeGoing(saver);
    window.addEventListener('beforeunload', ask);
    window.addEventListener('blur', saveNow);
    return () => {
      gone();
      window.removeEventListener('beforeunload', ask);
      window.removeEventListener('blur', saveNow);
      saveNow();
    };
  }, [saver]);
}
