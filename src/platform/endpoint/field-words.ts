import type { Locale } from '../text/locale.ts';

let reading: Locale = 'en';

/** Runs a check so that what it complains of is said in one language. A check never waits, so no other can come between. */
export function checkedIn<Result>(locale: Locale, check: () => Result): Result {
  const before = reading;
  reading = locale;
  try {
    return check();
  } finally {
    reading = before;
  }
}

/** What is wrong with a field, in both languages, side by side; for `error` of a schema. It has no full stop: others may follow. */
export const inBoth = (en: string, nl: string) => (): string => (reading === 'nl' ? nl : en);

export const oneFieldAtLeast = inBoth('Send at least one field', 'Stuur ten minste één veld');
export const dateWritten = inBoth(
  'Write the date as year-month-day, such as 2027-06-30',
  'Schrijf de datum als jaar-maand-dag, zoals 2027-06-30',
);
