import { useSyncExternalStore } from 'react';
import type { Locale } from '../../../platform/text/locale.ts';
import { chosenLocale, onLocaleChange } from './chosen-locale.ts';

export const useLocale = (): Locale => useSyncExternalStore(onLocaleChange, chosenLocale);

/** The texts of one place (made by `defineTexts`) in the language of the page. */
export function useTexts<T>(texts: Record<Locale, T>): T {
  return texts[useLocale()];
}
