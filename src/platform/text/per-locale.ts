import type { Locale } from './locale.ts';

const tags: Record<Locale, string> = { en: 'en-GB', nl: 'nl-NL' };

/** What `Intl` makes for a language, made when it is first asked for: to make a format takes a hundred times as long as to use it. */
export function perLocale<Made>(make: (tag: string) => Made): (locale: Locale) => Made {
  const made: Partial<Record<Locale, Made>> = {};
  return (locale) => (made[locale] ??= make(tags[locale]));
}
