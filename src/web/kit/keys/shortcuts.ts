import { useEffect, useEffectEvent } from 'react';
import { areKeysOn } from './key-choice.ts';
import { matchKeys } from './key-sequence.ts';

export interface Shortcut {
  /** keys apart by spaces: "g p" */
  keys: string;
  /** what it does, as a sentence for the list of keys */
  does: string;
  run: () => void;
}

const pause_ms = 1200;
const shortcuts = new Map<string, Shortcut>();
let pressed = '';
let lastAt = 0;

/** The keys that work now, for the list that `?` shows. */
export const knownShortcuts = (): readonly Shortcut[] => [...shortcuts.values()];

/** A key that works while the component is shown, except where somebody is typing. */
export function useShortcut({ keys, does, run }: Shortcut): void {
  const runLatest = useEffectEvent(run);
  useEffect(() => {
    shortcuts.set(keys, { keys, does, run: () => runLatest() });
    return () => void shortcuts.delete(keys);
  }, [keys, does]);
}

export function listenForKeys(): () => void {
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

function onKey(event: KeyboardEvent): void {
  if (!areKeysOn() || isForOthers(event)) return;
  const begun = event.timeStamp - lastAt < pause_ms && pressed !== '' ? `${pressed} ${event.key}` : event.key;
  const match = matchKeys(begun, [...shortcuts.keys()]);
  lastAt = event.timeStamp;
  pressed = match.kind === 'waiting' ? begun : '';
  if (match.kind !== 'done') return;
  event.preventDefault();
  shortcuts.get(match.keys)?.run();
}

/** For the browser, for an input method, for what is being typed in, or for a dialog. */
function isForOthers({ ctrlKey, metaKey, altKey, isComposing, target }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || isComposing || isTyping(target) || isInDialog(target);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** What a dialog stands before cannot be reached, by these keys neither. */
function isInDialog(target: EventTarget | null): boolean {
  const isWithin = target instanceof Element && target.closest('[role="dialog"]') !== null;
  return isWithin || document.querySelector('[aria-modal="true"]') !== null;
}
