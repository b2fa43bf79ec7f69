const key = 'peil-keys';
const listeners = new Set<() => void>();
let areOn = remembered();

function remembered(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

/** Whether keys of one letter do something here: with speech input a spoken word would press them (WCAG 2.1.4). */
export const areKeysOn = (): boolean => areOn;

/** Remembered in this browser, as it is about how somebody works at this machine. */
export function chooseKeys(on: boolean): void {
  areOn = on;
  try {
    localStorage.setItem(key, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing keeps the choice until the page is left.
  }
  for (const listener of listeners) listener();
}

export function onKeyChoice(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
