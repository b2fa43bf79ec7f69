import type { Locale } from '../../platform/text/locale.ts';

const tags: Readonly<Record<Locale, string>> = { en: 'en-GB', nl: 'nl-NL' };

export interface Formats {
  count: (value: number) => string;
  size: (bytes: number) => string;
  moment: (iso: string) => string;
}

/** Numbers and moments as the reader of a terminal writes them. */
export function formatsOf(locale: Locale): Formats {
  const number = new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 1 });
  const moment = new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeStyle: 'long' });
  return {
    count: (value) => number.format(value),
    // Nothing that is there has no size.
    size: (bytes) => `${number.format(Math.max(0.1, bytes / 1e6))} MB`,
    moment: (iso) => moment.format(new Date(iso)),
  };
}
