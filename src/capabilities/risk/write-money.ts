import type { Locale } from '../../platform/text/locale.ts';

const tags: Record<Locale, string> = { en: 'en-GB', nl: 'nl-NL' };

/** An exact amount as people read it, without cents unless it is small. */
export function writeMoney(amount: string, currency: string, locale: Locale): string {
  const digits = centsOf(amount);
  return write(amount, { currency, locale, digits });
}

/** Two amounts beside each other: with cents where they would look equal and are not. */
export function writeBoth(amounts: readonly [string, string], currency: string, locale: Locale): [string, string] {
  const [one, other] = [writeMoney(amounts[0], currency, locale), writeMoney(amounts[1], currency, locale)];
  if (one !== other || Number(amounts[0]) === Number(amounts[1])) return [one, other];
  const exact = (amount: string) => write(amount, { currency, locale, digits: 2 });
  return [exact(amounts[0]), exact(amounts[1])];
}

function centsOf(amount: string): number {
  return Math.abs(Number(amount)) < 100 && !Number.isInteger(Number(amount)) ? 2 : 0;
}

function write(
  amount: string,
  { currency, locale, digits }: { currency: string; locale: Locale; digits: number },
): string {
  const format = new Intl.NumberFormat(tags[locale], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Text is formatted without going through a float.
  return format.format(amount as unknown as number);
}

export function writeDay(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
