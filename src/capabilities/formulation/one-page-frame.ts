import type { Locale } from '../../platform/text/locale.ts';
import type { OnePageContent } from './one-page-contract.ts';

/** The page as plain text in pieces; Markdown and HTML each write, and escape, these. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'sentence'; text: string }
  /** what somebody wrote, over several lines */
  | { kind: 'words'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }
  /** the foot of the page */
  | { kind: 'seal'; lines: readonly string[] };

export interface Framed {
  content: OnePageContent;
  hash: string;
  language: Locale;
  /** by `who`; absent: erased */
  names: ReadonlyMap<string, string>;
}

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const sentence = (text: string): Block => ({ kind: 'sentence', text });
export const words = (text: string, absent: string): Block =>
  text.trim() === '' ? sentence(absent) : { kind: 'words', text };
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });

const tags: Record<Locale, string> = { en: 'en-GB', nl: 'nl-NL' };

/** Dates in UTC: the page is the same wherever the server and the reader are. */
export function writersFor(language: Locale) {
  const tag = tags[language];
  const date = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 8 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  return {
    date: (at: number | string) => date.format(new Date(at)),
    number: (decimal: string) => number.format(decimal as Intl.StringNumericLiteral),
    chance: (share: number) => percent.format(share),
    money: (amount: string, currency: string) =>
      new Intl.NumberFormat(tag, { style: 'currency', currency, maximumFractionDigits: 0 }).format(
        amount as Intl.StringNumericLiteral,
      ),
  };
}
