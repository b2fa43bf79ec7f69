import type { Locale } from '../../../platform/text/locale.ts';

/** A number, or an exact decimal as text ("1234.50"), which Intl formats without going through a float. */
export type Numeric = number | string;

const tags: Record<Locale, string> = { en: 'en-GB', nl: 'nl-NL' };

/** Every number, date and amount on the page is written by these, so that one figure looks the same everywhere. */
export interface Formats {
  number(value: Numeric, digits?: number): string;
  /** A share from 0 to 1 as a percentage. */
  percent(share: number, digits?: number): string;
  /** A chance as a percentage that never says 0 or 100 unless it is. */
  chance(share: number): string;
  /** A whole amount: € 1,234,567. Cents are shown for small amounts only. */
  money(amount: Numeric, currency: string): string;
  /** Short, for scales and lists: € 1.2 million becomes €1.2M / € 1,2 mln. */
  moneyShort(amount: Numeric, currency: string): string;
  date(at: number | string): string;
  dateTime(at: number): string;
  /** The time of day: 14:05. */
  time(at: number): string;
  /** "3 days ago", by the largest unit that fits. */
  ago(at: number, now: number): string;
  list(items: readonly string[]): string;
}

const made = new Map<Locale, Formats>();

export function formatsFor(locale: Locale): Formats {
  const known = made.get(locale);
  if (known) return known;
  const formats = makeFormats(tags[locale]);
  made.set(locale, formats);
  return formats;
}

function makeFormats(tag: string): Formats {
  const format = (options: Intl.NumberFormatOptions) => {
    const formatter = new Intl.NumberFormat(tag, options);
    return (value: Numeric) => formatter.format(value as number);
  };
  const money = (amount: Numeric, currency: string, options: Intl.NumberFormatOptions) =>
    format({ style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...options })(tidyZero(amount));
  const date = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric' });
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  return {
    number: (value, digits = 2) => format({ maximumFractionDigits: digits })(value),
    percent: (share, digits = 1) => format({ style: 'percent', maximumFractionDigits: digits })(share),
    chance: (share) => {
      const percent = format({ style: 'percent', maximumFractionDigits: 1 });
      if (share > 0 && share < 0.0005) return `< ${percent(0.001)}`;
      return share < 1 && share >= 0.9995 ? `> ${percent(0.999)}` : percent(share);
    },
    money: (amount, currency) =>
      money(amount, currency, { maximumFractionDigits: centsOf(amount), minimumFractionDigits: centsOf(amount) }),
    moneyShort: (amount, currency) => {
      const short = (of: Numeric) => money(of, currency, { notation: 'compact', maximumSignificantDigits: 3 });
      if (!(Number(amount) < 0)) return short(amount);
      // Intl writes the minus of a short amount elsewhere than that of a whole one, and they stand beside each other.
      const isInFront = money(-1, currency, {}).startsWith('-');
      return short(-Number(amount)).replace(isInFront ? /^/ : /(?=\d)/, '-');
    },
    date: (at) => date.format(new Date(at)),
    dateTime: (at) => dateTime.format(at),
    time: (at) => time.format(at),
    ago: (at, now) => relative.format(...ageIn(at - now)),
    list: (items) => list.format(items),
  };
}

/** Minus zero is a float's affair, not a reader's. */
const tidyZero = (amount: Numeric): Numeric => (Number(amount) === 0 ? 0 : amount);

function centsOf(amount: Numeric): 0 | 2 {
  const number = Number(amount);
  return Math.abs(number) < 100 && !Number.isInteger(number) ? 2 : 0;
}

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

function ageIn(difference: number): [number, Intl.RelativeTimeFormatUnit] {
  for (const [unit, size] of units) if (Math.abs(difference) >= size) return [Math.trunc(difference / size), unit];
  return [0, 'minute'];
}
