import type { Locale } from '../../platform/text/locale.ts';

const tags: Record<Locale, string> = { en: 'en-GB', nl: 'nl-NL' };

/** Numbers as the page writes them. */
export function formatsOf(locale: Locale) {
  const tag = tags[locale];
  const count = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const figure = new Intl.NumberFormat(tag, { maximumSignificantDigits: 3 });
  const few = new Intl.NumberFormat(tag, { maximumSignificantDigits: 2 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  return {
    count: (value: number) => count.format(value),
    figure: (value: number) => figure.format(value),
    /** Of a hundred; below ten in two digits, so that few is not none. */
    ofHundred: (share: number) => (share >= 0.1 || share === 0 ? count : few).format(share * 100),
    share: (value: number) => percent.format(value),
    money: (value: number, currency: string) =>
      new Intl.NumberFormat(tag, {
        style: 'currency',
        currency,
        minimumFractionDigits: 0,
        maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0,
      }).format(value),
  };
}
