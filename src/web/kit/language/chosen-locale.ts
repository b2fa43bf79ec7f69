import { type Locale, preferredLocale } from '../../../platform/text/locale.ts';

const key = 'peil-locale';
const listeners = new Set<() => void>();
let chosen: Locale = remembered() ?? preferredLocale(navigator.languages.join(','));
document.documentElement.lang = chosen;

function remembered(): Locale | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'en' || kept === 'nl' ? kept : null;
  } catch {
    return null;
  }
}

/** The language of the page now: chosen by the person, else the browser's, else English. */
export const chosenLocale = (): Locale => chosen;

/** Remembered in this browser; the account keeps it for the person's other browsers. */
export function chooseLocale(locale: Locale): void {
  if (locale === chosen) return;
  chosen = locale;
  document.documentElement.lang = locale;
  try {
    localStorage.setItem(key, locale);
  } catch {
    // A browser that keeps nothing keeps the choice until the page is left.
  }
  for (const listener of listeners) listener();
}

export function onLocaleChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
