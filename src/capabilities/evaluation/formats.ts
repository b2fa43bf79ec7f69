import { perLocale } from '../../platform/text/per-locale.ts';

/** Numbers as the page writes them. */
export const formatsOf = perLocale((tag) => {
  const count = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const figure = new Intl.NumberFormat(tag, { maximumSignificantDigits: 3 });
  const few = new Intl.NumberFormat(tag, { maximumSignificantDigits: 2 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const [whole, withCents] = [moneyOf(tag, 0), moneyOf(tag, 2)];
  return {
    count: (value: number) => count.format(value),
    figure: (value: number) => figure.format(value),
    /** Of a hundred; below ten in two digits, so that few is not none. */
    ofHundred: (share: number) => (share >= 0.1 || share === 0 ? count : few).format(share * 100),
    share: (value: number) => percent.format(value),
    money: (value: number, currency: string) => (Math.abs(value) < 10 ? withCents : whole)(currency).format(value),
  };
});

/** A format for each currency: there are as many as value models use. */
function moneyOf(tag: string, digits: number): (currency: string) => Intl.NumberFormat {
  const known = new Map<string, Intl.NumberFormat>();
  return (currency) => {
    const before = known.get(currency);
    if (before) return before;
    const format = new Intl.NumberFormat(tag, {
      style: 'currency',
      currency,
      minimumFractionDigits: 0,
      maximumFractionDigits: digits,
    });
    known.set(currency, format);
    return format;
  };
}
