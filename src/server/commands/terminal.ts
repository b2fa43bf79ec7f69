import type { Locale } from '../../platform/text/locale.ts';

/** The terminal as a command sees it: where to speak, in which language, and whether a person is watching. */
export interface Terminal {
  locale: Locale;
  /** one line for the reader, or for the program that reads us */
  say(line: string): void;
  /** one line about how it goes, which a program that reads us does not get */
  tell(line: string): void;
  /** how far a long work is, from 0 to 1; 1 ends the bar */
  progress(share: number, what: string): void;
}
