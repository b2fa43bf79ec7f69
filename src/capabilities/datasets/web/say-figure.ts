import type { Formats } from '../../../web/kit/language/formats.ts';
import type { ScalarFigure } from '../../statistics/contract.ts';

interface Saying {
  formats: Formats;
  t: { about: (p: { value: string }) => string; none: string };
  /** of the column, so that a day is told as one */
  type?: string;
}

const longest = 24;

/** A figure in the words of the reader: about so much where it is approximate, none where there is none. */
export function sayFigure(figure: ScalarFigure, { formats, t, type = '' }: Saying): string {
  if (figure.status === 'not_computable') return t.none;
  const said = sayValue(figure.value, formats, type);
  return figure.status === 'approximate' ? t.about({ value: said }) : said;
}

export function sayValue(value: number | string, formats: Formats, type: string): string {
  if (typeof value === 'number') return formats.number(value, 4);
  if (/^(DECIMAL|U?(BIG|HUGE)INT)/.test(type) && /^-?\d+(\.\d+)?$/.test(value)) return formats.number(value, 4);
  if (type === 'DATE' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formats.date(value);
  return value.length > longest ? `${value.slice(0, longest).toWellFormed()}…` : value;
}
